import rule from "../../../src/rules/line/dx-screening-code-missing.ts";
import { testRule } from "../harness.ts";

const of = (procedure_code: string, diagnosis_1: string, more: Record<string, string> = {}) => ({
  procedure_code,
  diagnosis_1,
  diagnosis_2: "",
  ...more,
});

testRule(rule, {
  passes: [
    of("77067", "Z12.31"),
    of("77063", "Z12.31", { diagnosis_2: "R92.8", dx_pointer: "2,1" }),
    of("G0121", "Z12.11"),
    of("G0105", "Z86.0100"),
    of("G0105", "K51.90"),
    of("45378", "Z12.12", { modifier_1: "33" }),
    of("45385", "D12.3", { modifier_1: "PT", diagnosis_2: "Z12.11", dx_pointer: "1" }),
    of("45378", "R19.5", { modifier_1: "33" }),
    // Not a screening by code or modifier.
    of("45378", "K62.5"),
    of("77080", "M85.80"),
    of("83036", "E11.9"),
    of("82270", "K62.5"),
    of("99213", "E11.9", { modifier_1: "33" }),
    of("G0103", "Z12.5"),
    of("G0101", "Z01.419"),
    of("Q0091", "Z12.4"),
    of("71271", "F17.211"),
    of("99406", "F17.290"),
    of("G0447", "Z68.35"),
    of("90686", "Z23"),
    of("90471", "Z00.129", { diagnosis_2: "Z23", dx_pointer: "1" }),
    of("90715", "S61.411A"),
    of("90675", "Z20.3"),
    of("90586", "C67.9"),
    of("90380", "Z29.11"),
    of("96380", "Z29.11"),
    of("91320", "Z23"),
    // The denial is expected.
    of("G0103", "N40.1", { modifier_1: "GA" }),
    // Before ICD-10-CM, or with a cell nobody can read.
    of("77067", "V76.12", { service_from: "2014-03-02" }),
    of("77067", "R92.8", { diagnosis_2: "Z12,31x" }),
    of("77067", "R92.8", { claim_type: "vision" }),
    of("77067", "Z12.31", { type_of_bill: "0131", revenue_code: "0403", diagnosis_2: "R92.8", dx_pointer: "" }),
  ],
  finds: [
    {
      lines: [of("77067", "R92.8")],
      message: /^77067 is normally billed with Z12\.31; the line points to R92\.8$/,
      count: 1,
      severity: "warning",
    },
    {
      lines: [of("77067", "R92.8", { diagnosis_2: "Z12.31", dx_pointer: "1" })],
      message: /the line points to R92\.8, not to Z12\.31$/,
    },
    { lines: [of("77067", "R92.8", { dx_pointer: "" })], message: /the claim has R92\.8$/ },
    {
      lines: [of("77067", "", { line_diagnosis: "N63.11", diagnosis_2: "Z12.31", dx_pointer: "" })],
      message: /of the line/,
    },
    of("45378", "K64.8", { modifier_1: "33" }),
    of("45385", "D12.3", { modifier_1: "PT" }),
    of("44394", "D12.3", { modifier_1: "PT" }),
    of("G0121", "K57.30"),
    of("G0103", "N40.1"),
    of("G0101", "N95.1"),
    of("71271", "J44.9"),
    of("99407", "J44.9"),
    of("G0447", "I10"),
    of("90686", "E11.9"),
    of("90471", "Z00.129"),
    of("G0008", "I10"),
    of("90677", "J44.9", { type_of_bill: "0131", revenue_code: "0636", dx_pointer: "" }),
  ],
  skips: [of("77067", ""), of("77067", "R92.8", { service_from: "" })],
});
