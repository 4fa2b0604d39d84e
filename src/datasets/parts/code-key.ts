/**
 * Codes of digits and capital letters as numbers whose order is the order of the texts: base 37, a missing character
 * is 0, so that `A00` sorts before `A000`.
 */
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 10; i++) VALUES[48 + i] = i + 1;
for (let i = 0; i < 26; i++) VALUES[65 + i] = i + 11;

const LETTERS = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The key of `length` (at most 6: it fits 32 bits) characters from `start`; −1 where one is no digit or capital. */
export function codeKey(text: string, start: number, length: number): number {
  let key = 0;
  for (let i = start; i < start + length; i++) {
    let value = 0;
    if (i < text.length) {
      const unit = text.charCodeAt(i);
      value = unit < 128 ? VALUES[unit]! : -1;
      if (value < 0) return -1;
    }
    key = key * 37 + value;
  }
  return key;
}

export function keyText(key: number, length: number): string {
  let text = "";
  let rest = key;
  for (let i = 0; i < length; i++) {
    text = LETTERS[rest % 37]! + text;
    rest = Math.floor(rest / 37);
  }
  return text.trimEnd();
}

/** Index of the first element that is not below `key`, in `[low, high)` of an ascending array. */
export function lowerBound(keys: { readonly [index: number]: number }, key: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle]! < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
