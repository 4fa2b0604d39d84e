import rule from "../../../src/rules/line/referring-provider-required.ts";
import { testRule } from "../harness.ts";

const ordered = (procedure_code: string, other: Record<string, string> = {}) => ({
  procedure_code,
  referring_npi: "",
  ordering_npi: "",
  $payer: "medicare",
  ...other,
});

testRule(rule, {
  passes: [
    ordered("80053", { ordering_npi: "1245319599" }),
    // npi-format reports the number.
    ordered("80053", { referring_npi: "12345" }),
    ordered("71046", { modifier_2: "26" }),
    ordered("80053", { $payer: "" }),
    ordered("80053", { $payer: "commercial" }),
    ...[
      "77063",
      "77067",
      "76942",
      "77002",
      "75710",
      "77300",
      "36415",
      "88305",
      "80503",
      "90471",
      "97110",
      "A4253",
      "L8699",
    ].map((code) => ordered(code)),
    ordered("80053", { revenue_code: "0300", type_of_bill: "131" }),
  ],
  finds: [
    { lines: [ordered("80053")], message: /80053 names no ordering/, severity: "warning", count: 1 },
    ...[
      "87999",
      "0001U",
      "70450",
      "71046",
      "73721",
      "76700",
      "76801",
      "77066",
      "77080",
      "78452",
      "E0601",
      "K0001",
      "L1902",
      "B4035",
    ].map((code) => ordered(code)),
    ordered("71046", { modifier_1: "TC" }),
  ],
});
