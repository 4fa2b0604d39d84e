import { mueDataSet } from "./parts/mue.ts";

/** Values for practitioners and ambulatory surgical centers: professional lines. */
const muePractitioner = mueDataSet(
  "practitioner",
  "NCCI MUE values, practitioner services",
  ({ form }) => form === "professional",
);

export default muePractitioner;
