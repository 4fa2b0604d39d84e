import { type LineView, lineRule } from "../../contract/rule.ts";
import { linkedDiagnoses, modifierCodes, modifiersReadable } from "../../model/claim.ts";

const SPINAL = new Set(["98940", "98941", "98942"]);

/** Billed to be denied: maintenance care with or without a notice, or care that the program excludes. */
const NOT_ACTIVE = ["GA", "GX", "GY", "GZ"];

/** Segmental dysfunction and subluxation complex of head to sacrum; M99.x6 and on are limbs, ribs and abdomen. */
const SPINE = /^M99[01][0-5]$/;

function problem(line: LineView<"procedure" | "diagnoses", "modifiers" | "pointers" | "lineDiagnosis">) {
  const modifiers = modifierCodes(line);
  if (NOT_ACTIVE.some((modifier) => modifiers.includes(modifier))) return undefined;
  if (!modifiers.includes("AT")) return { text: "has no AT (active treatment)", severity: "error" } as const;
  const { by, diagnoses } = linkedDiagnoses(line);
  // A diagnosis that cannot be read may be the one looked for.
  if (diagnoses.some(({ ok, code }) => !ok || SPINE.test(code))) return undefined;
  const where = by === "claim" ? "claim" : "line";
  return { text: `has no spinal subluxation (M99.00–M99.05) on the ${where}`, severity: "warning" } as const;
}

export default lineRule({
  id: "chiropractic-at",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Spinal manipulation without what Medicare pays it for: active treatment of a subluxation",
  why: "Without AT Medicare takes the visit for maintenance care and denies it as not medically necessary.",
  fix: "Add AT where the record shows active treatment; for maintenance care, bill GA with a signed notice instead.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, section 220",
    "Medicare Benefit Policy Manual, chapter 15, section 240.1",
  ],
  denial: { carc: ["CO-50", "CO-4"], rarc: ["N115"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure", "diagnoses"],
  reads: ["modifiers", "pointers", "lineDiagnosis"],
  columns: ["modifiers"],
  procedures: (code) => SPINAL.has(code.code),
  message: "{code} {problem}, which Medicare asks for",

  check(line, { report }) {
    if (!modifiersReadable(line) || line.payerKind === "commercial" || line.payerKind === "medicaid") return;
    const found = problem(line);
    if (found) report("procedure", { code: line.procedure.code, problem: found.text }, { severity: found.severity });
  },

  examples: {
    passes: [
      { procedure_code: "98941", modifier_1: "AT", diagnosis_1: "M99.03", diagnosis_2: "M54.50", $payer: "medicare" },
      { procedure_code: "98940", modifier_1: "GA", diagnosis_1: "M99.01", $payer: "medicare" },
      { procedure_code: "98941", diagnosis_1: "M99.03", $payer: "commercial" },
    ],
    finds: [
      { procedure_code: "98941", diagnosis_1: "M99.03", $payer: "medicare" },
      { procedure_code: "98940", modifier_1: "AT", diagnosis_1: "M54.50", diagnosis_2: "", $payer: "medicare" },
    ],
  },
  notes:
    "Plans other than Medicare set their own terms and are not checked; where the payer is not known it is information.",
});
