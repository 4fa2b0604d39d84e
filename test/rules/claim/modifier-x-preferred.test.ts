import rule from "../../../src/rules/claim/modifier-x-preferred.ts";
import { testRule } from "../harness.ts";

const pair = (a: Record<string, string>, b: Record<string, string>, payer = "medicare") => [
  { procedure_code: "20610", modifier_1: "RT", $payer: payer, ...a },
  { procedure_code: "20610", modifier_1: "59", line_number: "2", ...b },
];

testRule(rule, {
  passes: [
    pair({}, {}),
    pair({}, { modifier_2: "LT" }, "generic"),
    pair({}, { modifier_2: "RT" }),
    pair({}, { modifier_2: "LT", procedure_code: "20605" }),
    pair({}, { modifier_2: "LT", service_from: "2026-03-03" }),
    pair({}, { modifier_1: "XS", modifier_2: "LT" }),
    pair({ service_from: "2014-12-31" }, { modifier_2: "LT", service_from: "2014-12-31" }),
  ],
  finds: [
    { lines: pair({}, { modifier_2: "LT" }), message: /XS may be.*LT and RT/, count: 1, severity: "info" },
    { lines: pair({}, { rendering_npi: "2123456784" }), message: /XP/ },
    { lines: pair({ modifier_1: "" }, { rendering_npi: "2123456784" }), message: /XP/ },
    { lines: pair({}, { place_of_service: "22" }), message: /XE/ },
  ],
});
