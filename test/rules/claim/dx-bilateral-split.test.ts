import rule from "../../../src/rules/claim/dx-bilateral-split.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "M17.0" },
      { diagnosis_1: "M17.11" },
      { diagnosis_1: "M17.11", diagnosis_2: "M17.11" },
      { diagnosis_1: "M25.561", diagnosis_2: "M25.562" },
      { diagnosis_1: "H40.1111", diagnosis_2: "H40.1122" },
      { diagnosis_1: "S52.501A", diagnosis_2: "S52.502A" },
      { diagnosis_1: "H25.11", diagnosis_2: "H25.12", service_from: "2020-01-01" },
    ],
    finds: [
      {
        lines: [{ diagnosis_1: "M17.12", diagnosis_2: "I10", diagnosis_3: "M17.11" }],
        message: /^M17\.11 and M17\.12 are the two sides of M17\.0$/,
        count: 1,
        severity: "info",
      },
      { lines: [{ diagnosis_1: "H40.1111", diagnosis_2: "H40.1121" }], message: /of H40\.1131$/ },
      { diagnosis_1: "H25.11", diagnosis_2: "H25.12", service_from: "2021-10-01" },
    ],
    skips: [{ diagnosis_1: "", diagnosis_2: "" }],
  },
  {
    codes: [
      { code: "M17.0", title: "Bilateral primary osteoarthritis of knee" },
      { code: "M17.11", title: "Unilateral primary osteoarthritis, right knee" },
      { code: "M17.12", title: "Unilateral primary osteoarthritis, left knee" },
      { code: "M25.561", title: "Pain in right knee" },
      { code: "M25.562", title: "Pain in left knee" },
      { code: "H25.11", title: "Age-related nuclear cataract, right eye" },
      { code: "H25.12", title: "Age-related nuclear cataract, left eye" },
      { code: "H25.13", title: "Age-related nuclear cataract, bilateral", from: "2021-10-01" },
      { code: "H40.1111", title: "Primary open-angle glaucoma, right eye, mild stage" },
      { code: "H40.1121", title: "Primary open-angle glaucoma, left eye, mild stage" },
      { code: "H40.1131", title: "Primary open-angle glaucoma, bilateral, mild stage" },
      { code: "H40.1112", title: "Primary open-angle glaucoma, right eye, moderate stage" },
      { code: "H40.1122", title: "Primary open-angle glaucoma, left eye, moderate stage" },
      { code: "S52.501A", title: "Fracture of right radius, initial encounter" },
      { code: "S52.502A", title: "Fracture of left radius, initial encounter" },
    ],
  },
);
