/**
 * Header texts taken apart, so that `Proc Code`, `PROC_CD` and `procedureCode` are one thing. The table of columns says
 * which names there are; this file only says which spellings of a word are the same word.
 */

/** Short forms that exports use for a word of the column table. CMS research files drop vowels. */
const SAME_WORD: Readonly<Record<string, string>> = {
  clm: "claim",
  ln: "line",
  no: "number",
  num: "number",
  nbr: "number",
  cd: "code",
  amt: "amount",
  chrg: "charge",
  chg: "charge",
  diag: "dx",
  diagnosis: "dx",
  diagnoses: "dx",
  dgns: "dx",
  mod: "modifier",
  mdfr: "modifier",
  proc: "procedure",
  prov: "provider",
  prvdr: "provider",
  physician: "provider",
  physn: "provider",
  svc: "service",
  srvc: "service",
  serv: "service",
  dt: "date",
  qty: "quantity",
  pt: "patient",
  pat: "patient",
  acct: "account",
  thru: "through",
  rend: "rendering",
  ref: "referring",
  rfr: "referring",
  submit: "submitted",
  sbmtd: "submitted",
  alowd: "allowed",
  pmt: "payment",
  ptr: "pointer",
  grp: "group",
  mbr: "member",
  ins: "insurance",
  payor: "payer",
  auth: "authorization",
  vrsn: "version",
  ident: "identifier",
  desc: "description",
  descr: "description",
  ind: "indicator",
  cnt: "count",
  ct: "count",
};

/** Words that stand in claim exports but in no name of the table: known, so that none is taken for a misspelling. */
const OTHER_WORDS = [
  ...["address", "adjustment", "age", "balance", "batch", "bundle", "city", "class", "coinsurance", "copay", "cost"],
  ...["county", "created", "credit", "date", "day", "debit", "deductible", "department", "district", "email", "end"],
  ...[
    "entry",
    "error",
    "event",
    "expected",
    "first",
    "flag",
    "gross",
    "hour",
    "index",
    "initial",
    "key",
    "last",
    "level",
  ],
  ...["location", "method", "middle", "modified", "month", "name", "network", "number", "office", "open", "owner"],
  ...[
    "paid",
    "period",
    "phone",
    "posted",
    "practice",
    "price",
    "program",
    "rank",
    "rate",
    "reason",
    "region",
    "relation",
  ],
  ...["remark", "report", "room", "source", "split", "staff", "state", "status", "street", "system", "tax", "time"],
  ...["transaction", "transfer", "type", "updated", "user", "value", "volume", "weight", "year", "zip"],
];

/** Every spelling known without the column table, with its canonical word. */
export const SPELLINGS: readonly (readonly [spelling: string, word: string])[] = [
  ...Object.entries(SAME_WORD),
  ...OTHER_WORDS.map((word) => [word, word] as const),
];

const FILLERS: ReadonlySet<string> = new Set(["of", "the", "or", "and", "for"]);

const TOKEN = /icd(?:9|10)(?!\d)|cpt4(?!\d)|ndc11(?!\d)|\d+(?:st|nd|rd|th)(?![a-z])|#(?:st|nd|rd|th)?|[a-z]+|\d+/g;

export interface HeaderWords {
  /** Lower case, letters and digits only (`#`, the slot of a synonym, stays). */
  readonly squashed: string;
  /** Words in canonical spelling, in the order of the header. */
  readonly words: readonly string[];
  /** Order-free form of `words`. */
  readonly bag: string;
}

/** `slots` keeps the `#` of a synonym; in a header `#` is the word "number", or decoration in front of a digit. */
export function headerWords(text: string, slots = false): HeaderWords {
  // The names of the table need no cleaning; there are hundreds and the first header read waits for them.
  const tame = /^[a-z\d_#]+$/.test(text);
  const plain = tame
    ? text
    : text
        .normalize("NFKC")
        .replace(/[\p{Cf}\p{Cc}]/gu, "")
        .trim();
  const lower = plain.toLowerCase();
  const squashed = tame
    ? lower.replaceAll(slots ? "_" : /[_#]/g, "")
    : lower.replace(slots ? /[^\p{L}\p{N}#]/gu : /[^\p{L}\p{N}]/gu, "");
  const split = !tame && /[a-z]/.test(plain) ? splitCamelCase(plain) : lower;
  const spaced = split.replace(/icd[\s_-]*(9|10)(?!\d)/g, "icd$1");
  const prepared = slots ? spaced : spaced.replace(/#\s*(?=\d)/g, "").replaceAll("#", " number ");
  const words = (prepared.match(TOKEN) ?? []).map(canonicalWord).filter((word) => !FILLERS.has(word));
  return { squashed, words, bag: bagOf(words) };
}

export function bagOf(words: readonly string[]): string {
  return [...words].sort().join(" ");
}

/** `PatientDOB` → `patient dob`, `DOSFrom` → `dos from`. */
function splitCamelCase(text: string): string {
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase();
}

/** The one spelling of a word: short forms written out, plural made singular, `01` and `1st` made `1`. */
export function canonicalWord(token: string): string {
  if (token.startsWith("#")) return "#";
  const digits = /^0*(\d+)(?:st|nd|rd|th)?$/.exec(token)?.[1];
  if (digits !== undefined) return digits;
  const known = SAME_WORD[token];
  if (known !== undefined) return known;
  const singular = token.length >= 4 && /[^siu]s$/.test(token) ? token.slice(0, -1) : token;
  return SAME_WORD[singular] ?? singular;
}
