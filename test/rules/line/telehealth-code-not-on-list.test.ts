import rule from "../../../src/rules/line/telehealth-code-not-on-list.ts";
import { testRule } from "../harness.ts";

const medicare = { $payer: "medicare" };

testRule(rule, {
  passes: [
    { ...medicare, procedure_code: "90834", modifier_1: "95", place_of_service: "02" },
    { ...medicare, procedure_code: "27447", place_of_service: "11" },
    { ...medicare, procedure_code: "99396", place_of_service: "11", modifier_1: "25" },
    { ...medicare, procedure_code: "99396", place_of_service: "10", modifier_1: "GY" },
    { ...medicare, procedure_code: "99396", modifier_1: "95", $profile: "institutional" },
    { procedure_code: "99396", modifier_1: "95" },
    { $payer: "commercial", procedure_code: "27447", place_of_service: "02" },
    // Remote by nature, quality measures, the originating site, and what another rule says.
    ...["G2012", "98016", "99421", "99458", "99490", "Q3014", "1170F", "G8427", "M1018", "98005"].map(
      (procedure_code) => ({ ...medicare, procedure_code, place_of_service: "10" }),
    ),
  ],
  finds: [
    {
      lines: [{ ...medicare, procedure_code: "27447", place_of_service: "02", service_from: "2026-03-02" }],
      message: /27447 with place 02 is not on Medicare's list of telehealth services for 2026/,
      severity: "warning",
      count: 1,
    },
    { lines: [{ ...medicare, procedure_code: "99396", modifier_1: "25", modifier_2: "95" }], message: /with 95/ },
    { lines: [{ ...medicare, procedure_code: "99396", modifier_1: "93" }], message: /with 93/ },
    { lines: [{ ...medicare, procedure_code: "99396", modifier_1: "GT" }], message: /with GT/ },
    { lines: [{ ...medicare, procedure_code: "80053", place_of_service: "10" }], count: 1 },
  ],
  skips: [{ ...medicare, procedure_code: "", place_of_service: "02" }],
});

testRule({ ...rule, id: "telehealth-code-not-on-list, no list" }, { skips: [{ ...medicare, modifier_1: "95" }] }, {});
