import rule from "../../../src/rules/line/em-consult-medicare.ts";
import { testRule } from "../harness.ts";

const to = (payer: string, procedure_code: string, more = {}) => ({ procedure_code, payer, ...more });

testRule(rule, {
  passes: [
    to("Aetna Medicare Advantage", "99244"),
    to("Medicaid", "99243"),
    to("Medicare", "99446"),
    to("Medicare", "99246"),
    to("Medicare", "99241"),
    to("Medicare", "99244", { payer_responsibility: "Secondary" }),
    to("Medicare", "99244", { service_from: "2009-12-31" }),
  ],
  finds: [
    { lines: [to("Medicare", "99242")], severity: "warning", message: /99202–99215/ },
    { lines: [to("Medicare", "99255")], severity: "warning", message: /99221–99233/ },
    { lines: [to("Medicare", "99241", { service_from: "2022-12-31" })] },
    { lines: [to("Medicare", "99244", { service_from: "2010-01-01" })] },
    { lines: [to("Medicare", "99244", { payer_responsibility: "P" })] },
  ],
  skips: [to("Medicare", "99244", { service_from: "" })],
});
