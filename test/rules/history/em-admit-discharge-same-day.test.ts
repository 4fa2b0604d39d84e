import rule from "../../../src/rules/history/em-admit-discharge-same-day.ts";
import { testRule } from "../harness.ts";

const IN = { place_of_service: "21" };

testRule(rule, {
  passes: [
    { procedure_code: "99236", admission_date: "2026-03-02", discharge_date: "2026-03-02" },
    { procedure_code: "99236", admission_date: "2026-03-02" },
    [
      { ...IN, procedure_code: "99223" },
      { procedure_code: "99239", line_number: "2", place_of_service: "31" },
    ],
    [
      { ...IN, procedure_code: "99238" },
      { ...IN, procedure_code: "99223", line_number: "2", modifier_1: "25" },
    ],
    [
      { ...IN, procedure_code: "99238", facility_npi: "2123456784" },
      { ...IN, procedure_code: "99223", claim_id: "B", facility_npi: "2543210985" },
    ],
    [
      { ...IN, procedure_code: "99222" },
      { ...IN, procedure_code: "99232", line_number: "2" },
    ],
  ],
  finds: [
    {
      lines: [
        { ...IN, procedure_code: "99239" },
        { ...IN, procedure_code: "99221", claim_id: "B" },
      ],
      message: /99221 and 99239/,
      count: 1,
    },
    {
      lines: [{ procedure_code: "99234", admission_date: "2026-03-01", discharge_date: "2026-03-02" }],
      message: /one day/,
    },
  ],
});
