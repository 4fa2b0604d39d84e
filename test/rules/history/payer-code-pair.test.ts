import rule from "../../../src/rules/history/payer-code-pair.ts";
import { testRule } from "../harness.ts";

const visit = { procedure_code: "99213", payer: "Acme Health" };
const blood = { procedure_code: "36415", payer: "Acme Health", line_number: "2" };

testRule(
  rule,
  {
    passes: [
      [visit],
      [visit, { ...blood, procedure_code: "36416" }],
      [visit, { ...blood, modifier_1: "59" }],
      [{ ...visit, modifier_1: "25" }, blood],
      [visit, { ...blood, service_from: "2026-04-01" }],
      [visit, { ...blood, patient_id: "P-2", claim_id: "B" }],
      [visit, { ...blood, billing_npi: "1234567893", rendering_npi: "", claim_id: "B" }],
      [
        { ...visit, payer: "Other" },
        { ...blood, payer: "Other" },
      ],
      // The other way round nothing is written down.
      [
        { ...visit, procedure_code: "36415" },
        { ...blood, procedure_code: "36415" },
      ],
    ],
    finds: [
      {
        lines: [visit, blood],
        message: /36415 beside 99213: your list example says that Acme Health does not pay both on a day: note 7$/,
        severity: "warning",
        count: 1,
      },
      { lines: [blood, { ...visit, line_number: "1" }], count: 1 },
      { lines: [visit, { ...blood, claim_id: "B" }], count: 1 },
      // One finding, whichever way the pair was written down.
      {
        lines: [
          { ...visit, procedure_code: "97140" },
          { ...blood, procedure_code: "97530" },
        ],
        count: 1,
      },
      {
        lines: [
          { ...visit, procedure_code: "G0463" },
          { ...blood, procedure_code: "G0463" },
        ],
        message: /G0463 beside G0463.*the payer does not/,
        count: 1,
      },
      {
        lines: [visit, { ...blood, modifier_1: "59" }, { ...blood, line_number: "3" }],
        count: 1,
      },
    ],
  },
  {
    lists: [
      ["pair", "Acme Health", "99213", "36415", "", "", "note 7"],
      ["pair", "Acme Health", "97140", "97530"],
      ["pair", "Acme Health", "97530", "97140"],
      ["pair", "*", "G0463", "G0463"],
    ],
  },
);
