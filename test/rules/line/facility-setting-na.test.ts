import rule from "../../../src/rules/line/facility-setting-na.ts";
import { testRule } from "../harness.ts";

const on = (procedure_code: string, place_of_service: string, modifier_1 = "") => ({
  procedure_code,
  place_of_service,
  modifier_1,
  $payer: "medicare",
});

testRule(
  rule,
  {
    passes: [
      on("33533", "21"),
      on("33533", "24"),
      on("33533", "31"),
      ...["54", "55", "56"].map((modifier) => on("33533", "11", modifier)),
      on("59400", "11"),
      on("22899", "11"),
      on("99221", "11"),
      on("71046", "22"),
      on("96372", "11"),
      { ...on("33533", "11"), $payer: "commercial" },
    ],
    finds: [
      { lines: [on("33533", "11")], message: /rarely or never done outside a facility/, severity: "warning" },
      on("33533", "12"),
      { lines: [on("96372", "22")], message: /not paid to a professional/ },
      on("93005", "21"),
    ],
    skips: [on("33533", "")],
  },
  {
    fees: {
      "33533": { nonFacilityNa: "NA", global: "090" },
      "59400": { nonFacilityNa: "NA", global: "MMM" },
      "22899": { nonFacilityNa: "NA", status: "C" },
      "99221": { nonFacilityNa: "NA" },
      "71046": { facilityNa: "NA", pctc: "1" },
      "93005": { facilityNa: "NA", pctc: "3" },
      "96372": { facilityNa: "NA", pctc: "5" },
    },
  },
);
