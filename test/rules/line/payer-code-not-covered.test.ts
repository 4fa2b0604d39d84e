import rule from "../../../src/rules/line/payer-code-not-covered.ts";
import { testRule } from "../harness.ts";

const line = { procedure_code: "99397", service_from: "2026-03-02" };

testRule(
  rule,
  {
    passes: [
      { ...line, payer: "Acme Health", service_from: "2026-01-31" },
      { ...line, payer: "Acme Health", service_from: "2026-07-01" },
      { ...line, payer: "Acme Health", modifier_1: "25", modifier_2: "GX" },
      { ...line, payer: "Acme Health Ohio" },
      { ...line, payer: "" },
      { ...line, payer: "Beta", procedure_code: "J1885" },
    ],
    finds: [
      {
        lines: [{ ...line, payer: "acme health", service_from: "2026-02-01" }],
        message: /99397: your list example says that Acme Health does not cover it: policy 12$/,
        severity: "warning",
        count: 1,
      },
      { ...line, payer: "Acme Health", service_from: "2026-06-30" },
      { lines: [{ ...line, procedure_code: "S9999", payer: "" }], message: /says that the payer does not cover it$/ },
      { lines: [{ ...line, procedure_code: "J9271", payer: "Beta Two" }], message: /Beta\* does not/ },
    ],
    skips: [{ ...line, procedure_code: "" }],
  },
  {
    lists: [
      ["not-covered", "Acme Health", "99397", "", "2026-02-01", "2026-06-30", "policy 12"],
      ["not-covered", "*", "S9999"],
      ["not-covered", "Beta*", "J9*"],
    ],
  },
);

testRule({ ...rule, id: "payer-code-not-covered, no list" }, { skips: [line] }, {});
