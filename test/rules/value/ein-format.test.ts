import rule from "../../../src/rules/value/ein-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { tax_id: "123456789" },
    { tax_id: "123456789.0" },
    { tax_id: "77-5123456" },
    { tax_id: "078-05-1120" },
    { tax_id: "***-**-1120" },
    { tax_id: "1.23457E+08" },
    { tax_id: "" },
  ],
  finds: [
    { lines: [{ tax_id: "12-345678" }], message: /eight digits/, severity: "warning" },
    { lines: [{ tax_id: "12-34567890" }], message: /nine digits/ },
    { lines: [{ tax_id: "78-5123456" }], message: /prefix/, severity: "info" },
    { lines: [{ tax_id: "000000000" }], message: /one digit/ },
    { tax_id: "ABC" },
  ],
});
