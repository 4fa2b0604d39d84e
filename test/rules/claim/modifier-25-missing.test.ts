import rule from "../../../src/rules/claim/modifier-25-missing.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const pair = (visit: string, procedure: string, onVisit: Cells = {}, onProcedure: Cells = {}) => [
  { procedure_code: visit, ...onVisit },
  { procedure_code: procedure, line_number: "2", ...onProcedure },
];
const anonymous = { rendering_npi: "", billing_npi: "" };

testRule(rule, {
  passes: [
    ...["24", "25", "27", "57", "XE", "FT"].map((modifier) => pair("99213", "20610", { modifier_1: modifier })),
    pair("99213", "20610", { modifier_1: "95", modifier_2: "25" }),
    ...["36415", "96372", "90471", "93000", "81002", "71046", "J1100", "99406", "27447", "17003", "G0008"].map((code) =>
      pair("99213", code),
    ),
    pair("99211", "20610"),
    pair("99213", "20610", { modifier_1: "2 5" }),
    pair("99291", "12001"),
    pair("90834", "20610"),
    pair("99213", "20610", {}, { service_from: "2026-03-03" }),
    pair("99213", "20610", {}, { rendering_npi: "2123456784" }),
    pair("99213", "20610", {}, { modifier_1: "55" }),
    pair("99213", "20610", { type_of_bill: "131" }, { type_of_bill: "131" }),
    pair("99213", "20610", { frequency: "8" }, { frequency: "8" }),
    [{ procedure_code: "99213" }],
    [
      { procedure_code: "99213", claim_id: "A" },
      { procedure_code: "20610", claim_id: "B" },
    ],
  ],
  finds: [
    { lines: pair("99213", "20610"), message: /99213 with 20610 on 2026-03-02/, count: 1, severity: "warning" },
    pair("99396", "17110"),
    pair("92014", "68761"),
    pair("99283", "12001"),
    pair("99232", "11042"),
    pair("99203", "98941"),
    pair("99213", "98926", { modifier_1: "95" }),
    pair("99213", "20610", anonymous, anonymous),
    pair("99213", "20610", {}, { modifier_1: "59", modifier_2: "RT" }),
    { lines: [...pair("99213", "20610"), { procedure_code: "11730", line_number: "3" }], count: 1 },
  ],
});

testRule(
  rule,
  {
    passes: [pair("99213", "20610"), pair("99213", "20610", { modifier_1: "25" }, { modifier_1: "RT" })],
    finds: [pair("99214", "20610"), pair("99213", "20610", {}, { modifier_1: "RT" })],
  },
  { edits: [["20610", "99213", 1]] },
);
