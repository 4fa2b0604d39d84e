import { isSuppliedForAPeriod } from "../codes/span.ts";
import { mueDataSet } from "./parts/mue.ts";

/**
 * Values for practitioners and ambulatory surgical centers: professional lines, but for the codes of suppliers, which
 * have 0 in this table and their true value in that of suppliers.
 */
const muePractitioner = mueDataSet(
  "practitioner",
  "NCCI MUE values, practitioner services",
  ({ form, procedure }) => form === "professional" && (procedure === undefined || !isSuppliedForAPeriod(procedure)),
);

export default muePractitioner;
