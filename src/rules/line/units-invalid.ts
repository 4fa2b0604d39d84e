import { isAnesthesia, isImmuneGlobulin } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import type { ProcedureCode } from "../../model/values.ts";

/** 837P SV104 holds 15 characters, but no payer system keeps more than six digits of units. */
const MAXIMUM = 999_999_999;

/** Counted in whole units: CPT but anesthesia (minutes or time units with tenths) and products given by weight. */
function isCountedWhole(code: ProcedureCode | undefined): code is ProcedureCode {
  return code?.ok === true && code.system === "CPT" && !isAnesthesia(code) && !isImmuneGlobulin(code);
}

export default lineRule({
  id: "units-invalid",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Units are not a number the claim can carry",
  why: "The line is rejected: units must be a number above zero with at most three decimals, whole for most services.",
  fix: "Take the unit count from the record.",
  repair: "suggest",
  sources: [
    "ASC X12N 837P (005010X222A1), 2400 SV104",
    "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24G, and chapter 15, section 30 (mileage)",
  ],
  denial: { carc: ["CO-16"], rarc: ["M53"] },

  needs: [],
  reads: ["units", "procedure"],
  columns: ["units"],
  message: 'Units "{units}" {reason}',

  check({ units, procedure, form }, { report }) {
    if (units === undefined) return;
    const say = (reason: string) => report("units", { units: units.text, reason });
    const { thousandths } = units;
    if (thousandths === undefined) say("are not a number with at most three decimals");
    else if (thousandths < 0) say("are negative");
    else if (thousandths === 0) {
      if (form !== "institutional") say("are zero");
    } else if (thousandths > MAXIMUM) say("are more than 999,999.999");
    else if (thousandths % 1000 !== 0 && isCountedWhole(procedure))
      say(`are not whole; ${procedure.code} is counted in whole units`);
  },

  examples: {
    passes: [
      { units: "1" },
      { units: "1.0" },
      { procedure_code: "A0425", units: "12.4" },
      { procedure_code: "J1100", units: "0.5" },
      { procedure_code: "00142", units: "2.3" },
      { units: "" },
    ],
    finds: [{ units: "0" }, { units: "1.5" }, { units: "two" }, { units: "-1" }, { units: "1.2345" }],
  },
  notes:
    "A blank cell is `required-field-missing`. Fractions are accepted on HCPCS Level II (mileage, drugs), on anesthesia " +
    "and on immune globulins. Zero units are accepted on institutional claims, where a total line carries none.",
});
