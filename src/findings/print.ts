import type { Finding, PrintedFinding, PrivateText, SlotValue } from "../model/finding.ts";
import type { Privacy } from "../model/values.ts";
import { shapeOf, visible } from "../model/visible.ts";

/** Which values a report must not show; their shape stands in for them. */
export type Hidden = "nothing" | "direct" | "direct+quasi" | "everything";

/** What `--values` means for one report: `auto` trusts a terminal with dates and claim numbers, and nothing else. */
export function hiddenBy(values: "auto" | "all" | "safe" | "none", terminal: boolean): Hidden {
  if (values === "all") return "nothing";
  if (values === "none") return "everything";
  return values === "auto" && terminal ? "direct" : "direct+quasi";
}

/** What a printed finding takes from its rule. */
export interface PrintAbout {
  readonly why: string;
  readonly fix: string;
  readonly denial?: { readonly carc: readonly string[]; readonly rarc?: readonly string[] };
  readonly waived?: { readonly reason: string };
}

/** In a message a cell's value is a quotation; in `value` and the table it is the evidence. Both must stay one screen line. */
const MESSAGE_LIMIT = 60;
const VALUE_LIMIT = 200;

/**
 * A finding with the values policy applied to every text in it: the only way from a `Finding` to a reporter.
 * Whatever comes out is one line, without control sequences and bidirectional marks.
 */
export function printFinding(finding: Finding, about: PrintAbout, hidden: Hidden, fingerprint: string): PrintedFinding {
  const { at, value, claimId, lineNumber, suggestion } = finding;
  const show = (text: PrivateText, limit = VALUE_LIMIT) =>
    mayShow(text.privacy, hidden) ? clean(text.text, limit) : guard(shapeOf(text.text));
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: fillSlots(finding.message, finding.slots, hidden),
    file: at.file,
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    row: at.row,
    cell: at.cell,
    ...(finding.field !== undefined && { field: finding.field }),
    ...(finding.header !== undefined && { header: clean(finding.header, MESSAGE_LIMIT) }),
    ...(claimId && { claimId: show(claimId, MESSAGE_LIMIT) }),
    ...(lineNumber !== undefined && { lineNumber: show({ text: lineNumber, privacy: "none" }, MESSAGE_LIMIT) }),
    ...(value && mayShow(value.privacy, hidden) && { value: clean(value.text, VALUE_LIMIT) }),
    ...(value && { valueShape: guard(shapeOf(value.text)) }),
    why: about.why,
    fix: about.fix,
    ...(about.denial && { carc: about.denial.carc }),
    ...(about.denial?.rarc && { rarc: about.denial.rarc }),
    related: finding.related.map((cell) => ({
      file: cell.at.file,
      line: cell.at.line,
      column: cell.at.column,
      row: cell.at.row,
      ...(cell.field !== undefined && { field: cell.field }),
      label: clean(cell.label, VALUE_LIMIT),
    })),
    ...(suggestion &&
      canQuote(suggestion.replacement, hidden) && {
        suggestion: { safe: suggestion.safe, replacement: suggestion.replacement.text },
      }),
    ...(about.waived && { waived: { reason: clean(about.waived.reason, VALUE_LIMIT) } }),
    fingerprint,
    shown: finding.shown.map((cell) => ({
      field: cell.field,
      header: clean(cell.header, MESSAGE_LIMIT),
      text: show(cell.value),
      target: cell.target,
    })),
  };
}

/** May a text of this privacy be printed as it is? */
export function mayShow(privacy: Privacy, hidden: Hidden): boolean {
  if (hidden === "nothing") return true;
  if (hidden === "everything") return false;
  return privacy === "none" || (privacy === "quasi" && hidden === "direct");
}

// One pass over the template: a cell that holds "{other}" is text, not a slot.
function fillSlots(template: string, slots: Readonly<Record<string, SlotValue>>, hidden: Hidden): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return clean(value, VALUE_LIMIT);
    if (value.text === "") return "(blank)";
    return mayShow(value.privacy, hidden) ? clean(value.text, MESSAGE_LIMIT) : guard(shapeOf(value.text));
  });
}

// A program applies a replacement as it stands, so a shape, a cut or an escaped one is worse than none.
function canQuote(replacement: PrivateText, hidden: Hidden): boolean {
  return mayShow(replacement.privacy, hidden) && clean(replacement.text, VALUE_LIMIT) === replacement.text;
}

function clean(text: string, limit: number): string {
  return guard(visible(text, limit));
}

// GitHub's runner and Azure Pipelines obey `##[command]` and `##vso[command]` anywhere in a line of a log.
function guard(text: string): string {
  return text.replace(/##(?=\[|vso\[)/gi, "#\\u{23}");
}
