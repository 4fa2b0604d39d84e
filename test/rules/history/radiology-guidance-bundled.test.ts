import rule from "../../../src/rules/history/radiology-guidance-bundled.ts";
import { testRule } from "../harness.ts";

const second = (code: string, more: Record<string, string> = {}) => ({
  procedure_code: code,
  line_number: "2",
  ...more,
});

testRule(
  rule,
  {
    passes: [
      [{ procedure_code: "10004" }, second("76942")],
      [{ procedure_code: "10007" }, second("76942")],
      [{ procedure_code: "62322" }, second("77003")],
      [{ procedure_code: "64495" }, second("77021")],
      // What the guidance may have been for.
      [{ procedure_code: "20611" }, second("20610"), { procedure_code: "76942", line_number: "3" }],
      [{ procedure_code: "20611" }, second("76942", { modifier_1: "XS" })],
      [{ procedure_code: "20611" }, second("76942", { rendering_npi: "2123456784", billing_npi: "2543210985" })],
      [{ procedure_code: "20611" }, second("76942", { service_from: "2026-03-03" })],
      [{ procedure_code: "20611", $profile: "institutional" }, second("76942")],
      [{ procedure_code: "99213" }, second("76942")],
      // A diagnostic study is no guidance.
      [{ procedure_code: "20611" }, second("76882")],
    ],
    finds: [
      { lines: [{ procedure_code: "10005" }, second("76942")], message: /^76942 is included in 10005$/, count: 1 },
      [{ procedure_code: "10012" }, second("77021")],
      [{ procedure_code: "62321" }, second("77003")],
      [{ procedure_code: "64484" }, second("77012")],
      [{ procedure_code: "19083" }, second("76942", { modifier_1: "26" })],
      // A visit on the same day needs no guidance.
      [{ procedure_code: "20606" }, second("76942"), { procedure_code: "99213", modifier_1: "25", line_number: "3" }],
    ],
    skips: [{ procedure_code: "20611", service_from: "" }],
  },
  {},
);
