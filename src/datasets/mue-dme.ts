import { isSuppliedForAPeriod } from "../codes/span.ts";
import { mueDataSet } from "./parts/mue.ts";

/**
 * Values for suppliers of equipment, prostheses, orthotics and supplies: such codes on professional lines. A supplier
 * bills on the same form as a practitioner, and the practitioner table has 0 for most of these codes.
 */
const mueDme = mueDataSet(
  "dme",
  "NCCI MUE values, DME supplier services",
  ({ form, procedure }) => form === "professional" && procedure !== undefined && isSuppliedForAPeriod(procedure),
);

export default mueDme;
