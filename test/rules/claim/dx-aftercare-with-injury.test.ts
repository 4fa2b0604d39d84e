import rule from "../../../src/rules/claim/dx-aftercare-with-injury.ts";
import { testRule } from "../harness.ts";

const list = (diagnosis_1: string, diagnosis_2 = "") => ({ diagnosis_1, diagnosis_2 });

testRule(rule, {
  passes: [
    list("S82.201D"),
    list("Z47.89", "M17.11"),
    list("Z47.1", "Z96.641"),
    list("Z48.21", "S61.412D"),
    list("Z47.89", "S82.201S"),
    list("Z48.02", "T81.31XA"),
  ],
  finds: [
    {
      lines: [list("Z47.89", "S82.201A")],
      message: /^Z47\.89 is not for aftercare of an injury; S82\.201A/,
      count: 1,
      severity: "info",
    },
    list("S61.412D", "Z48.02"),
    list("Z48.817", "S61.412D"),
  ],
  skips: [{ ...list("Z47.89", "S82.201A"), service_from: "" }],
});
