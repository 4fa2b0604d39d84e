import { isIcd10Code, linkedInWords } from "../../codes/listed.ts";
import { sideOf } from "../../codes/modifier.ts";
import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { linkedDiagnoses, modifierCodes, modifierSlot } from "../../model/claim.ts";
import type { ProcedureCode } from "../../model/values.ts";

/** A lesion of the brain shows on the other side of the body. */
const CENTRAL = /^(?:G8[13]|I6[0-9])/;
/** Prophylactic removal is often of the healthy side. */
const PROPHYLACTIC = /^Z40/;
/** Grafts and vessels are taken from wherever they can be spared. */
const isHarvest = ({ number }: ProcedureCode): boolean =>
  (number >= 20900 && number <= 20938) || [35500, 35572, 35600].includes(number);
const isImaging = ({ number }: ProcedureCode): boolean => number >= 70000 && number <= 79999;

export default lineRule({
  id: "dx-laterality-vs-modifier",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier and diagnosis name different sides of the body",
  why: "A procedure on one side with a diagnosis of the other looks like the wrong site; payers deny it.",
  fix: "Compare both with the record: the modifier, the diagnosis or the pointer is of another line.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, section I.B.13 (laterality)",
    "NCCI Policy Manual, chapter I, section E (anatomic modifiers)",
  ],
  denial: { carc: ["CO-4", "CO-11", "CO-16"], rarc: ["M76"] },
  data: { codes: icd10cm },

  needs: ["procedure", "modifiers", "diagnoses", "serviceFrom"],
  reads: ["pointers", "lineDiagnosis", "diagnosisVersion"],
  procedures: (code) => code.system === "CPT" && !isHarvest(code),
  message: "Modifier {modifier} ({side}) does not agree with {code} ({other}): {linked}",

  check(line, { data, report }) {
    const modifiers = modifierCodes(line);
    const sides = new Set(modifiers.map(sideOf).filter((side) => side !== undefined));
    const both = modifiers.includes("50");
    if (sides.size !== (both ? 0 : 1)) return;
    const linked = linkedDiagnoses(line);
    const codes = linked.diagnoses.filter((diagnosis) => isIcd10Code(line, diagnosis));
    if (codes.some(({ code }) => PROPHYLACTIC.test(code))) return;
    const sided = codes.filter(({ code }) => data.codes.sideOf(code) !== undefined && !CENTRAL.test(code));
    const [first] = sided;
    // The first of them is why the procedure was done; a diagnosis without a side may be so for either.
    if (first === undefined || first !== codes[0]) return;
    const other = data.codes.sideOf(first.code);
    const [side] = sides;
    if ((other !== "right" && other !== "left") || other === side) return;
    if (sided.some(({ code }) => data.codes.sideOf(code) !== other)) return;
    // Both sides are filmed to compare them.
    if (both && isImaging(line.procedure)) return;
    const modifier = both ? "50" : modifiers.find((each) => sideOf(each) !== undefined)!;
    report(
      ["modifiers", modifierSlot(line, modifier)],
      {
        modifier,
        side: both ? "both sides" : `${side} side`,
        code: first.dotted,
        other,
        linked: linkedInWords(linked),
      },
      isImaging(line.procedure) ? { severity: "info" } : {},
    );
  },

  examples: {
    data: {
      codes: [
        { code: "M25.561", title: "Pain in right knee" },
        { code: "M25.562", title: "Pain in left knee" },
        { code: "M17.0", title: "Bilateral primary osteoarthritis of knee" },
        { code: "M17.11", title: "Unilateral primary osteoarthritis, right knee" },
        { code: "M17.12", title: "Unilateral primary osteoarthritis, left knee" },
      ],
    },
    passes: [
      { procedure_code: "20610", modifier_1: "RT", diagnosis_1: "M25.561" },
      { procedure_code: "20610", modifier_1: "50", diagnosis_1: "M17.0" },
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "M25.561", diagnosis_2: "M25.562", dx_pointer: "1,2" },
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "E11.9", diagnosis_2: "M25.561", dx_pointer: "1,2" },
    ],
    finds: [
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "M25.561" },
      { procedure_code: "20610", modifier_1: "50", diagnosis_1: "M17.11" },
    ],
  },
  notes:
    "The side is read from the official title. Not flagged: lesions of the brain, which show on the other side, " +
    "prophylactic operations (Z40.-), harvested grafts, supplies, and lines whose first diagnosis has no side.",
});
