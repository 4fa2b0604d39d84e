import { expect, it } from "vitest";
import { forgePath, pathUri } from "../../src/reporters/parts/paths.ts";

it.each([
  ["claims/2026-11.csv", "claims/2026-11.csv", "claims/2026-11.csv"],
  ["./claims.csv", "claims.csv", "claims.csv"],
  ["././a b#1%.csv", "a b#1%.csv", "a%20b%231%25.csv"],
  ["claims\\nov.csv", "claims/nov.csv", "claims/nov.csv"],
  ["a:b.csv", "a:b.csv", "a%3Ab.csv"],
  ["ü/'x'?.csv", "ü/'x'?.csv", "%C3%BC/%27x%27%3F.csv"],
  ["../claims.csv", "../claims.csv", "../claims.csv"],
  ["a\u001bb.csv", "a␛b.csv", "a%1Bb.csv"],
  ["a\ud800b\udc00.csv", "a\\u{D800}b\\u{DC00}.csv", "a%EF%BF%BDb%EF%BF%BD.csv"],
  ["-", "-", "-"],
])("%j", (path, forge, uri) => {
  expect(forgePath(path)).toBe(forge);
  expect(pathUri(path)).toBe(uri);
});
