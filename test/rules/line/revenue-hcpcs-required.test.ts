import rule from "../../../src/rules/line/revenue-hcpcs-required.ts";
import { testRule } from "../harness.ts";

const line = (revenue: string, bill: string, other: Record<string, string> = {}) => ({
  revenue_code: revenue,
  type_of_bill: bill,
  procedure_code: "",
  $payer: "medicare",
  ...other,
});

testRule(rule, {
  passes: [
    ...["0001", "0250", "0258", "0270", "0343", "0360", "0370", "0390", "0410", "0710", "0731", "0762"].map((revenue) =>
      line(revenue, "131"),
    ),
    line("0450", "111"),
    line("0450", "851"),
    line("0420", "221"),
    line("0450", "130"),
    line("0450", "131", { charge: "0.00" }),
    // Malformed is reported by the rules of the procedure column.
    line("0450", "131", { procedure_code: "9928" }),
  ],
  finds: [
    { lines: [line("0450", "131")], message: /0450 on bill type 131/, count: 1, severity: "error" },
    { lines: [line("0450", "131", { $payer: "commercial" })], severity: "info" },
    ...["0300", "0310", "0320", "0351", "0402", "0420", "0430", "0440", "0459", "0510", "0610", "0636"].map((revenue) =>
      line(revenue, "0131"),
    ),
    line("450", "137"),
    line("0300", "141"),
    line("0300", "121"),
  ],
  skips: [line("", "131")],
});
