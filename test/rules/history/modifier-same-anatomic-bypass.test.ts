import rule from "../../../src/rules/history/modifier-same-anatomic-bypass.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const knee = (first: string[], second: string[], more: Cells = {}, pair = ["29881", "29877"]): Cells[] => {
  const mods = (codes: string[]): Cells => Object.fromEntries(codes.map((code, i) => [`modifier_${i + 1}`, code]));
  return [
    { procedure_code: pair[0]!, ...mods(first) },
    { procedure_code: pair[1]!, line_number: "2", ...mods(second), ...more },
  ];
};

testRule(
  rule,
  {
    passes: [
      knee(["RT"], ["LT"]),
      knee(["RT"], ["RT", "59"]),
      knee(["RT", "XS"], ["RT"]),
      knee(["RT"], ["RT", "79"]),
      knee(["RT", "LT"], ["RT"]),
      knee(["50"], ["50"]),
      knee(["RT"], ["RT"], { rendering_npi: "2123456784", billing_npi: "1234567893", claim_id: "B" }),
      knee(["RT"], ["RT"], { service_from: "2026-03-03", claim_id: "B" }),
      knee(["RT"], ["RT"], { charge: "0.00" }),
      // Indicator 0 is ncci-ptp's, a pair that has ended is none.
      knee(["RT"], ["RT"], {}, ["13121", "13120"]),
      knee(["RT"], ["RT"], {}, ["17000", "17281"]),
      knee(["RT"], ["RT"], {}, ["29877", "29870"]),
    ],
    finds: [
      { lines: knee(["RT"], ["RT"]), message: /^29877 beside 29881, both RT/, count: 1, severity: "warning" },
      { lines: knee(["RT"], ["RT"]).reverse(), count: 1 },
      { lines: knee(["LT", "51"], ["KX", "LT"]), message: /both LT/ },
      { lines: knee(["T6"], ["T6"]), count: 1 },
      { lines: knee(["RT"], ["RT"], { claim_id: "B" }), count: 1 },
    ],
  },
  {
    practitioner: [
      ["29881", "29877", 1],
      ["13121", "13120", 0],
      ["17000", "17281", 1, "2000-01-01", "2004-12-31"],
    ],
  },
);
