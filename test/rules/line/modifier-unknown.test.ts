import { knownModifiers } from "../../../src/codes/modifier.ts";
import rule from "../../../src/rules/line/modifier-unknown.ts";
import { testRule } from "../harness.ts";

const WAYS = "RH NH SS HR HH SX PN ER GP DR IH JR EP".split(" ");

testRule(rule, {
  passes: [
    ...[...knownModifiers()].map(({ code }) => ({ modifier_1: code })),
    ...WAYS.map((way) => ({ procedure_code: "A0425", modifier_1: way })),
    { procedure_code: "T2003", modifier_1: "RX" },
    { procedure_code: "", modifier_1: "RH" },
    { procedure_code: "9921", modifier_1: "NH" },
    // Malformed is modifier-format.
    { modifier_1: "25", modifier_2: "2" },
    { modifier_1: "W5", $options: '{"known":["W5"]}' },
  ],
  finds: [
    { lines: [{ modifier_1: "ZZ", $payer: "medicare" }], message: /^Modifier ZZ does not exist$/, severity: "error" },
    { lines: [{ modifier_1: "ZZ" }], severity: "warning" },
    { lines: [{ modifier_1: "98" }], severity: "error", count: 1 },
    { lines: [{ modifier_1: "25", modifier_2: "5O" }], message: /is 50 meant/ },
    { lines: [{ modifier_1: "2S" }], message: /is 25 meant/ },
    { lines: [{ modifier_1: "98", modifier_2: "98" }], count: 1 },
    { lines: [{ procedure_code: "99213", modifier_1: "RH" }], count: 1 },
    { lines: [{ procedure_code: "A0425", modifier_1: "XH" }], count: 1 },
  ],
});

testRule(
  rule,
  {
    passes: [{ modifier_1: "QV", service_from: "2026-03-02" }],
    finds: [{ lines: [{ modifier_1: "I9", service_from: "2027-03-02" }], severity: "error" }],
  },
  { hcpcs: { QV: { added: "2026-01-01" } } },
);

// Without the data set a date beyond the built-in table is a matter of doubt.
testRule(
  rule,
  {
    passes: [{ modifier_1: "25", service_from: "2027-03-02" }],
    finds: [
      { lines: [{ modifier_1: "I9", service_from: "2026-12-31" }], severity: "error" },
      { lines: [{ modifier_1: "I9", service_from: "2027-01-01" }], severity: "warning" },
    ],
  },
  {},
);
