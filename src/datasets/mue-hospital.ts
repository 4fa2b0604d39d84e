import { mueDataSet } from "./parts/mue.ts";

/** Values for outpatient hospital services: institutional lines. */
const mueHospital = mueDataSet(
  "hospital",
  "NCCI MUE values, outpatient hospital services",
  ({ form }) => form === "institutional",
);

export default mueHospital;
