/** Edits between two texts, a swap of neighbours counting as one (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** 1 for equal texts, 0 for texts that share nothing. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

/**
 * The candidate a mistyped word probably meant, ignoring case; undefined where none is near. A third of the letters may
 * differ; failing that, the one candidate that the word begins or that begins the word (`procedure` → `procedure_code`).
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return undefined;
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  let extended: string | undefined;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.abs(other.length - wanted.length) < bestDistance) {
      const distance = editDistance(wanted, other);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    const begins = wanted.length >= 3 && (other.startsWith(wanted) || (other.length >= 3 && wanted.startsWith(other)));
    if (begins && extended === undefined) extended = candidate;
  }
  // One edit away beats a prefix; a farther one does not (`modifier` means `modifier_1`, not `modified`).
  return bestDistance <= 1 ? best : (extended ?? best);
}
