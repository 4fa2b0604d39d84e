import rule from "../../../src/rules/claim/lab-clia-missing.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "80053", clia: "05D1234567", $payer: "medicare" },
    // A hospital's certificate is not on the UB-04.
    { procedure_code: "80053", clia: "", $payer: "medicare", $profile: "institutional" },
    { procedure_code: "88305", clia: "", $payer: "medicare" },
    { procedure_code: "83014", clia: "", $payer: "medicare" },
    { procedure_code: "88738", clia: "", $payer: "medicare" },
    { procedure_code: "99213", clia: "", $payer: "medicare" },
    { procedure_code: "P9612", clia: "", $payer: "medicare" },
  ],
  finds: [
    { lines: [{ procedure_code: "83015", clia: "", $payer: "medicare" }], severity: "warning", count: 1 },
    { lines: [{ procedure_code: "80047", clia: "N/A", $payer: "medicaid" }], severity: "warning" },
    { lines: [{ procedure_code: "0240U", clia: "", $payer: "medicare" }], message: /0240U needs/ },
    { lines: [{ procedure_code: "G0103", clia: "", $payer: "medicare" }], count: 1 },
    { lines: [{ procedure_code: "80053", clia: "", $payer: "commercial" }], severity: "info" },
    {
      lines: [
        { procedure_code: "80053", clia: "", $payer: "medicare" },
        { procedure_code: "85025", clia: "", line_number: "2" },
        { procedure_code: "84443", clia: "", line_number: "3" },
      ],
      message: /as 2 more of its tests do/,
      count: 1,
    },
  ],
  skips: [{ procedure_code: "80053", $payer: "medicare" }],
});

const blank = { clia: "", $payer: "medicare" };

testRule(
  { ...rule, id: "lab-clia-missing, with CMS's lists" },
  {
    passes: [
      // Not on the list of codes subject to CLIA edits: neither a test nor one in doubt.
      { ...blank, procedure_code: "80053" },
      { ...blank, procedure_code: "83014" },
      { ...blank, procedure_code: "88305", clia: "05D1234567" },
    ],
    finds: [
      { lines: [{ ...blank, procedure_code: "88305" }], message: /88305 needs/, count: 1 },
      { lines: [{ ...blank, procedure_code: "P9612" }], count: 1 },
      // Without a date no list is of the right year.
      { ...blank, procedure_code: "80053", service_from: "" },
    ],
  },
  { lists: { subject: ["88305", "P9612"], excluded: ["83014"] } },
);

testRule(
  { ...rule, id: "lab-clia-missing, with the list of exclusions only" },
  {
    passes: [
      { ...blank, procedure_code: "80053" },
      { ...blank, procedure_code: "88305" },
    ],
    finds: [{ ...blank, procedure_code: "85025" }],
  },
  { lists: { excluded: ["80053"] } },
);
