import rule from "../../../src/rules/history/vaccine-admin-payer-code.ts";
import { testRule } from "../harness.ts";

const to = (payer: string, ...codes: string[]) =>
  codes.map((procedure_code, i) => ({ procedure_code, payer, line_number: String(i + 1) }));

testRule(rule, {
  passes: [
    to("Medicare", "G0008", "90662", "G0009", "90677"),
    to("Medicare", "G0008", "90662", "90471", "90750"),
    to("Medicare", "90480", "91320", "G0008", "90662"),
    to("Medicare", "G0010", "90746"),
    to("Medicare", "90471", "90683"),
    to("Medicare", "90662"),
    to("Medicare", "90471"),
    to("Humana Medicare Advantage", "90471", "90662"),
    to("", "90471", "90662"),
    to("Aetna", "G0008", "90686"),
  ],
  finds: [
    { lines: to("Medicare", "90471", "90662"), message: /90471 for 90662: Medicare takes G0008/, count: 1 },
    { lines: to("Medicare", "90471", "90677"), message: /G0009/, severity: "warning" },
    { lines: to("Medicare", "90471", "90739"), message: /G0010/ },
    { lines: to("Medicare", "90471", "Q2037"), message: /G0008/ },
    { lines: to("Medicare", "G0009", "90662"), message: /G0009 for 90662: Medicare takes G0008/ },
    { lines: to("Medicare", "90471", "90472", "90662", "90750"), message: /90471 for 90662/, count: 1 },
  ],
  skips: [to("Medicare", "90471", "90662").map((line) => ({ ...line, units: "" }))],
});
