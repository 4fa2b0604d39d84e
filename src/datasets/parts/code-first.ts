import type { DiagnosisCode } from "../../model/values.ts";
import { type Instruction, inRange } from "../icd10cm-tabular.ts";

/**
 * Notes that always hold. Many others list what comes first where the patient has it (heart failure: hypertension,
 * delivery, surgery) without saying so; they prove nothing.
 */
const ALWAYS = /^(?:the )?(?:underlying|neoplasm|associated physical)/i;
const WHERE_THERE_IS_ONE = /^any (?:associated )?underlying/i;

/** The code-first note that asks for an underlying condition, if there is one, and whether every patient has that. */
export function underlyingNote(
  notes: readonly Instruction[] | undefined,
): { readonly note: Instruction; readonly always: boolean } | undefined {
  const note = notes?.find(
    ({ conditional, text }) => !conditional && (ALWAYS.test(text) || WHERE_THERE_IS_ONE.test(text)),
  );
  return note === undefined ? undefined : { note, always: ALWAYS.test(note.text) };
}

export function isNamed({ ranges }: Instruction, { code }: DiagnosisCode): boolean {
  return ranges.some((range) => inRange(code, range));
}

/** Nothing before the code can be what the note asks for. Where the note gives examples, any other code may be it. */
export function isUnmet(note: Instruction, before: readonly DiagnosisCode[]): boolean {
  return note.open ? before.length === 0 : !before.some((diagnosis) => isNamed(note, diagnosis));
}

/** What the note asks for, short enough for a message. */
export function askedFor({ text }: Instruction): string {
  return text.replace(/[;:,]? such as.*$/is, "").slice(0, 60);
}
