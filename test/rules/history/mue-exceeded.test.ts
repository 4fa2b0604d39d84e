import { describe, expect, test } from "vitest";
import rule from "../../../src/rules/history/mue-exceeded.ts";
import { runExample, testRule } from "../harness.ts";

type Cells = Record<string, string>;
const two = (code: string, first: Cells = {}, second: Cells = {}): Cells[] => [
  { procedure_code: code, ...first },
  { procedure_code: code, line_number: "2", ...second },
];
const mod = (code: string): Cells => ({ modifier_1: code });
const span = (from: string, to: string): Cells => ({ service_from: from, service_to: to });
const OTHER = { claim_id: "CLM-2", rendering_npi: "2123456784" };
const UB = { type_of_bill: "0131", revenue_code: "0360" };

const DATA = {
  practitioner: {
    "0001U": [1, 2, "Code Descriptor / CPT Instruction"],
    "0010U": [2, 3],
    "01996": [1, 2],
    "27447": [1, 2],
    "64483": [1, 2],
    "71046": [1, 2],
    "82962": [3, 1],
    "99232": [1, 3],
    "36416": [0, 3, "CMS Policy"],
    J1100: [120, 3],
    J7613: [0, 3, "CMS Policy"],
  },
  hospital: { "97110": [8, 3], "0001U": [2, 2] },
  dme: { E0143: [1, 2], A4253: [2, 3], J7613: [600, 3] },
};

testRule(
  rule,
  {
    passes: [
      // MAI 1: each line for itself.
      { procedure_code: "82962", units: "3" },
      two("82962", { units: "3" }, { units: "3", ...mod("91") }),
      // MAI 2 and 3: up to the value, on one day, of one provider.
      { procedure_code: "0010U", units: "2" },
      two("0010U"),
      two("0001U", {}, { ...span("2026-03-03", "2026-03-03"), claim_id: "CLM-2" }),
      two("0001U", {}, { patient_id: "P-200", claim_id: "CLM-2" }),
      two("0001U", {}, OTHER),
      two("0001U", {}, { claim_id: "CLM-2", frequency: "8" }),
      two("0001U", {}, { claim_id: "CLM-2", frequency: "7" }),
      { procedure_code: "J1100", units: "120" },
      // Billed for the denial, as miles past the nearest hospital are.
      { procedure_code: "J7613", units: "6", modifier_1: "GY", $payer: "medicare" },
      // Spans are divided by their days and rounded.
      { procedure_code: "99232", units: "3", ...span("2026-03-02", "2026-03-04") },
      { procedure_code: "99232", units: "4", ...span("2026-03-02", "2026-03-04") },
      two("99232", { units: "2", ...span("2026-03-02", "2026-03-03") }, span("2026-03-04", "2026-03-04")),
      // One line with modifier 50 is one unit; two lines of a surgical center are its way to say the same.
      { procedure_code: "64483", ...mod("50") },
      two("64483", { ...mod("RT"), place_of_service: "24" }, { ...mod("LT"), place_of_service: "24" }),
      // Professional and technical part; assistants, co-surgeons, aftercare.
      two("71046", mod("26"), mod("TC")),
      two("27447", { rendering_npi: "" }, { rendering_npi: "", ...mod("AS") }),
      two("27447", { rendering_npi: "", ...mod("62") }, { rendering_npi: "", ...mod("62") }),
      two("27447", {}, mod("55")),
      // Anesthesia time; an unpublished value; the table of the form and of the supplier.
      { procedure_code: "00100", units: "95" },
      { procedure_code: "01996", units: "60", unit_type: "MJ" },
      { procedure_code: "99213", units: "9" },
      { procedure_code: "0001U", units: "2", ...UB },
      { procedure_code: "97110", units: "8", ...UB },
      { procedure_code: "0001U", units: "9", ...UB, type_of_bill: "0111" },
      { procedure_code: "A4253", units: "184", ...span("2026-01-01", "2026-03-31") },
      { procedure_code: "J7613", units: "600" },
      // A value of 0 is Medicare's word on payment.
      { procedure_code: "36416" },
      { procedure_code: "36416", $payer: "medicaid" },
    ],
    finds: [
      {
        lines: [{ procedure_code: "0001U", units: "2" }],
        message: /^0001U: 2 units on 2026-03-02; the MUE is 1 \(MAI 2, Code Descriptor/,
        severity: "error",
        count: 1,
      },
      { lines: two("0001U"), message: /2 units on 2026-03-02, in 2 lines;/, count: 1, severity: "error" },
      { lines: two("0001U", mod("LT"), mod("59")), count: 1 },
      { lines: two("0001U", {}, { claim_id: "CLM-2" }), count: 1 },
      { lines: two("64483", mod("RT"), mod("LT")), count: 1, severity: "error" },
      {
        lines: two("64483", { ...mod("RT"), place_of_service: "24" }, { ...mod("RT"), place_of_service: "24" }),
        count: 1,
      },
      { lines: [{ procedure_code: "82962", units: "4" }], count: 1, severity: "error", message: /MAI 1/ },
      { lines: two("82962", { units: "4" }, { units: "4" }), count: 2 },
      { lines: [{ procedure_code: "0010U", units: "3" }], severity: "warning", count: 1 },
      {
        lines: [...two("0010U"), { procedure_code: "0010U", line_number: "3" }],
        message: /3 units on .*, in 3 lines;/,
        count: 1,
      },
      { lines: two("71046", mod("26"), {}), count: 1 },
      {
        lines: [{ procedure_code: "99232", units: "6", ...span("2026-03-02", "2026-03-04") }],
        message: /: 2 units on/,
      },
      {
        lines: two("99232", { units: "3", ...span("2026-03-02", "2026-03-04") }, span("2026-03-03", "2026-03-03")),
        message: /2 units on 2026-03-03, in 2 lines;/,
        count: 1,
      },
      { lines: [{ procedure_code: "36416", $payer: "medicare" }], severity: "warning" },
      { lines: [{ procedure_code: "0001U", units: "2", $payer: "commercial" }], severity: "info" },
      { lines: [{ procedure_code: "97110", units: "9", ...UB }], severity: "warning" },
      { lines: [{ procedure_code: "E0143", units: "2" }], severity: "error" },
      { lines: [{ procedure_code: "J7613", units: "601" }], severity: "warning" },
      { lines: [{ procedure_code: "01996", units: "2" }], count: 1 },
    ],
    skips: [
      { procedure_code: "0001U", units: "" },
      { procedure_code: "0001U", units: "many" },
    ],
  },
  DATA,
);

describe("without a table", () => {
  test.each([
    ["practitioner", { procedure_code: "0001U", units: "2" }],
    ["hospital", { procedure_code: "97110", units: "9", ...UB }],
    ["dme", { procedure_code: "E0143", units: "2" }],
  ] as const)("lines of the %s table are skipped, never passed", async (table, line) => {
    const { [table]: _, ...data } = DATA;
    const { findings, report } = await runExample(rule, line, data);
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ checked: 0, skipped: { "no data set": 1 } });
  });

  test("a drug with 0 for practitioners is not judged without the suppliers' table", async () => {
    const { findings } = await runExample(rule, { procedure_code: "J7613" }, { practitioner: DATA.practitioner });
    expect(findings).toEqual([]);
  });
});
