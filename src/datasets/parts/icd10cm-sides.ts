/** What a title says about the side of the body; the number is what the table stores. */
export const SIDES = [undefined, "right", "left", "bilateral", "unspecified"] as const;

export type BodySide = (typeof SIDES)[number];

const WORD = /\b(right|left|bilateral|unspecified)\b/gi;

/**
 * The side of each code, by its title within its category. A title says a side only where another title of the category
 * is the same but for that word: `Left ventricular failure` has no right counterpart, so its `left` is not a side, and
 * `unspecified` is one only in the place where others have `right` or `left`.
 */
export function sidesOf(codes: readonly string[], titles: readonly string[]): Uint8Array {
  const sides = new Uint8Array(codes.length);
  let start = 0;
  for (let end = 1; end <= codes.length; end++) {
    if (end < codes.length && codes[end]!.startsWith(codes[start]!.slice(0, 3))) continue;
    const known = new Set<string>();
    for (let i = start; i < end; i++) known.add(titles[i]!.toLowerCase());
    for (let i = start; i < end; i++) sides[i] = sideOfTitle(titles[i]!.toLowerCase(), known);
    start = end;
  }
  return sides;
}

function sideOfTitle(title: string, known: ReadonlySet<string>): number {
  let found = 0;
  for (const match of title.matchAll(WORD)) {
    const word = match[1]!;
    const swap = (other: string): boolean => {
      const before = title.slice(0, match.index);
      const after = title.slice(match.index + word.length);
      return known.has(before + other + after);
    };
    let side = 0;
    if (word === "right") side = swap("left") ? 1 : 0;
    else if (word === "left") side = swap("right") ? 2 : 0;
    else if (swap("right") || swap("left")) side = word === "bilateral" ? 3 : 4;
    // `bilateral primary osteoarthritis of knee`, `…, bilateral` stand where the others say `unilateral …, right knee`.
    else if (word === "bilateral" && /^bilateral\b|,? bilateral$|\bbilateral,/.test(title)) side = 3;
    if (side === 0 || side === found) continue;
    if (found !== 0) return 0;
    found = side;
  }
  return found;
}

export function saysUnspecified(title: string): boolean {
  return /\bunspecified\b/i.test(title);
}

/**
 * What is left of a title without its side: equal for `Age-related nuclear cataract, right eye` and `…, bilateral`, for
 * `Unilateral primary osteoarthritis, left knee` and `Bilateral primary osteoarthritis of knee`. The words are sorted.
 */
export function withoutSide(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words
    .filter((word) => !SIDE_WORDS.has(word))
    .sort()
    .join(" ");
}

const SIDE_WORDS = new Set(
  "right left bilateral unilateral unspecified both of the and eye eyes ear ears side".split(" "),
);
