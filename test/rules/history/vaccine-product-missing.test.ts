import rule from "../../../src/rules/history/vaccine-product-missing.ts";
import { testRule } from "../harness.ts";

/** `90472x2` is the code with two units. */
const bill = (...items: string[]) =>
  items.map((item, i) => {
    const [procedure_code = "", units = "1"] = item.split("x");
    return { procedure_code, units, line_number: String(i + 1) };
  });
const to = (payer: string, ...items: string[]) => bill(...items).map((line) => ({ ...line, payer }));

testRule(rule, {
  passes: [
    bill("90471", "90715"),
    bill("90471", "90472", "90715", "90686"),
    bill("90471", "90472x2", "90707", "90716", "90633"),
    bill("90471", "90474", "90697", "90680"),
    bill("90460x3", "90461x4", "90707", "90716", "90633"),
    bill("90460", "90472", "90707", "90716"),
    bill("G0008", "G0009", "90662", "90677"),
    bill("G0008", "90471", "90662", "90750"),
    bill("90471", "90675x2", "90472"),
    bill("96380", "90380"),
    bill("90471", "90471", "90715"),
    bill("0001A"),
    bill("90471x", "90472", "90715"),
    bill("90471", "90715x"),
    bill("90471").map((line) => ({ ...line, type_of_bill: "131", revenue_code: "0771" })),
    [...bill("90471"), { procedure_code: "90715", claim_id: "H", type_of_bill: "131", revenue_code: "0636" }],
    bill("99213"),
    bill("90715"),
    [
      { procedure_code: "90471" },
      { procedure_code: "90715", claim_id: "B", rendering_npi: "2123456784", billing_npi: "" },
    ],
  ],
  finds: [
    { lines: bill("90471"), message: /90471: no vaccine is billed/, severity: "warning", count: 1 },
    { lines: bill("90471", "90472"), message: /90471, 90472: no vaccine/, count: 1 },
    { lines: bill("90480", "99213"), message: /90480/, count: 1 },
    { lines: to("Medicare", "G0008"), severity: "info" },
    { lines: to("Medicaid", "90460"), severity: "info" },
    {
      lines: bill("90471", "90472x3", "90715", "90686"),
      message: /4 vaccines given, 2 billed \(90715, 90686\)/,
      count: 1,
    },
    { lines: bill("90471", "90715", "90686"), message: /1 vaccine given, 2 billed/, severity: "warning" },
    { lines: bill("90471", "91320", "90715", "90686") },
    { lines: to("Medicaid", "90471", "90715", "90686"), severity: "info" },
    { lines: bill("90471x2", "90715", "90686"), message: /only one first vaccine/, count: 1 },
    { lines: bill("90471", "90473", "90715", "90672"), message: /90471, 90473: only one first/, count: 1 },
  ],
  skips: [bill("90471").map((line) => ({ ...line, service_from: "" }))],
});
