import type { LineKey } from "./columns.ts";
import type { CellValue, Privacy } from "./values.ts";

export type Severity = "error" | "warning" | "info";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** A piece of text with what it tells about a person. Nothing prints one without asking the values policy. */
export interface PrivateText {
  readonly text: string;
  readonly privacy: Privacy;
}

/** What a rule may put into a `{slot}` of its message. A cell value brings its own privacy. */
export type SlotValue = string | number | CellValue | PrivateText;

export interface Location {
  readonly file: string;
  /** Physical line, from 1; line breaks inside quotes count. */
  readonly line: number;
  /** UTF-16 column, from 1. */
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
  /** Record number without the header, from 1; 0 is the header itself. */
  readonly row: number;
  /** Spreadsheet address, `F3`. */
  readonly cell: string;
}

/** A cell beside the finding that helps to read it. */
export interface ShownCell {
  readonly field: string;
  readonly header: string;
  readonly value: PrivateText;
  /** The cell the finding points at. */
  readonly target: boolean;
}

/** A finding with its values still in it. Only the findings room sees it; reporters get a `PrintedFinding`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly at: Location;
  readonly key: LineKey | undefined;
  readonly field: string | undefined;
  readonly header: string | undefined;
  readonly value: PrivateText | undefined;
  readonly claimId: PrivateText | undefined;
  readonly lineNumber: string | undefined;
  readonly chargeCents: number | undefined;
  readonly shown: readonly ShownCell[];
  readonly related: readonly RelatedCell[];
  readonly suggestion: Suggestion | undefined;
}

export interface RelatedCell {
  readonly at: Location;
  readonly field: string | undefined;
  readonly label: string;
}

export interface Suggestion {
  /** Lossless: `claimlint fix` may apply it. */
  readonly safe: boolean;
  readonly replacement: PrivateText;
}

/** A finding as a reporter may print it: the values policy has been applied to every text in it. */
export interface PrintedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly row: number;
  readonly cell: string;
  readonly field?: string;
  readonly header?: string;
  readonly claimId?: string;
  readonly lineNumber?: string;
  /** The cell's text where the policy lets it through, else only `valueShape`. */
  readonly value?: string;
  readonly valueShape?: string;
  readonly why: string;
  readonly fix: string;
  readonly carc?: readonly string[];
  readonly rarc?: readonly string[];
  readonly related: readonly PrintedRelated[];
  readonly suggestion?: { readonly safe: boolean; readonly replacement: string };
  readonly waived?: { readonly reason: string };
  readonly fingerprint: string;
  readonly shown: readonly {
    readonly field: string;
    readonly header: string;
    readonly text: string;
    readonly target: boolean;
  }[];
}

export interface PrintedRelated {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly row: number;
  readonly field?: string;
  readonly label: string;
}
