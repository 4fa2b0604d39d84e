/**
 * A set of ICD-10-CM codes by undotted beginnings (`Z00`, `Z3181`) and ranges of beginnings of equal length (`O00-O9A`,
 * `N80-N98`), less the beginnings in `except`. Asked with undotted codes.
 */
export function codeList(text: string, except = ""): (code: string) => boolean {
  const listed = beginnings(text);
  const left = beginnings(except);
  return remembered((code) => listed(code) && !left(code));
}

/** There are 74,719 billable codes in FY2026; past so many texts the memory starts anew. */
const MOST_REMEMBERED = 100_000;

/** The same function of a code, asked once for each. */
export function remembered<T>(ask: (code: string) => T): (code: string) => T {
  const answers = new Map<string, T>();
  return (code) => {
    const known = answers.get(code);
    if (known !== undefined || answers.has(code)) return known as T;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const answer = ask(code);
    answers.set(code, answer);
    return answer;
  };
}

function beginnings(text: string): (code: string) => boolean {
  const entries = text.split(/\s+/).filter((entry) => entry !== "");
  const plain = new Set(entries.filter((entry) => !entry.includes("-")));
  const ranges = entries.filter((entry) => entry.includes("-")).map((entry) => entry.split("-") as [string, string]);
  const lengths = [...new Set([...plain].map((entry) => entry.length))];
  return (code) =>
    lengths.some((length) => plain.has(code.slice(0, length))) ||
    ranges.some(([from, to]) => {
      const start = code.slice(0, from.length);
      return from <= start && start <= to;
    });
}
