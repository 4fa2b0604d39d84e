import rule from "../../../src/rules/line/preventive-age-band.ts";
import { testRule } from "../harness.ts";

const visit = (procedure_code: string, dob: string) => ({ procedure_code, dob, service_from: "2026-03-02" });

testRule(rule, {
  passes: [
    visit("99382", "2021-03-03"),
    visit("99383", "2021-03-02"),
    visit("99383", "2014-03-03"),
    visit("99384", "2014-03-02"),
    visit("99394", "2008-03-03"),
    visit("99395", "2008-03-02"),
    visit("99385", "1986-03-03"),
    visit("99386", "1986-03-02"),
    visit("99391", "2026-03-02"),
    visit("99387", "1926-01-01"),
    visit("99401", "1980-01-01"),
    visit("99397", "1900-01-01"),
    visit("99396", "1900-01-01"),
    visit("99395", "2026-04-01"),
  ],
  finds: [
    { lines: [visit("99382", "2025-03-03")], message: /1 to 4 years; the patient is 0, which makes it 99381/ },
    { lines: [visit("99382", "2021-03-02")], message: /99383/ },
    { lines: [visit("99393", "2014-03-02")], message: /99394/ },
    { lines: [visit("99394", "2008-03-02")], message: /99395/ },
    { lines: [visit("99385", "1986-03-02")], message: /99386/ },
    { lines: [visit("99386", "1961-03-02")], message: /99387/, severity: "error" },
    { lines: [visit("99397", "1961-03-03")], message: /99396/ },
    { lines: [visit("99391", "2025-03-02")], message: /under 1 year/ },
  ],
  skips: [{ ...visit("99396", "1980-01-01"), service_from: "" }],
});
