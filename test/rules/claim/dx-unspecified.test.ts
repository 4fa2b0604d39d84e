import rule from "../../../src/rules/claim/dx-unspecified.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "M25.561" },
      { diagnosis_1: "J18.9" },
      // Unspecified, but not about a side; a side that no other code names on the date.
      { diagnosis_1: "M19.90" },
      { diagnosis_1: "H61.20", service_from: "2020-01-01" },
      { diagnosis_1: "M25.569", place_of_service: "23" },
      { diagnosis_1: "M25.569", service_from: "2014-03-02" },
    ],
    finds: [
      {
        lines: [{ diagnosis_1: "M25.569" }],
        message: /^M25\.569 leaves the side of the body open; M25\.561, M25\.562 name it$/,
        count: 1,
        severity: "info",
      },
      { lines: [{ diagnosis_1: "M25.569" }, { diagnosis_1: "M25.569", line_number: "2" }], count: 1 },
      { lines: [{ diagnosis_1: "H61.20", service_from: "2021-10-01" }], message: /H61\.21, H61\.22/ },
    ],
    skips: [{ diagnosis_1: "", diagnosis_2: "" }],
  },
  {
    codes: [
      { code: "M25.561", title: "Pain in right knee" },
      { code: "M25.562", title: "Pain in left knee" },
      { code: "M25.569", title: "Pain in unspecified knee" },
      { code: "J18.9", title: "Pneumonia, unspecified organism" },
      { code: "M19.90", title: "Unspecified osteoarthritis, unspecified site" },
      { code: "H61.20", title: "Impacted cerumen, unspecified ear" },
      { code: "H61.21", title: "Impacted cerumen, right ear", from: "2021-10-01" },
      { code: "H61.22", title: "Impacted cerumen, left ear", from: "2021-10-01" },
    ],
  },
);

testRule(rule, { skips: [{ diagnosis_1: "M25.569" }] }, {});
