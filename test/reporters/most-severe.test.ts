import { expect, it } from "vitest";
import { mostSevere } from "../../src/reporters/parts/most-severe.ts";
import { makeFinding, makeRun, printAll } from "./sample.ts";

const KINDS = ["info", "error", "waived", "warning", "error", "warning", "info"] as const;
const findings = KINDS.map((kind) => ({
  ...printAll("nothing", [makeFinding(kind === "waived" ? {} : { severity: kind })])[0]!,
  ...(kind === "waived" && { waived: { reason: "r" } }),
}));
const run = makeRun({ summary: { ...makeRun().summary, errors: 2, warnings: 2, infos: 2, waived: 1 } });

it.each([
  [0, []],
  [1, [1]],
  [2, [1, 4]],
  [3, [1, 3, 4]],
  [4, [1, 3, 4, 5]],
  [5, [0, 1, 3, 4, 5]],
  [6, [0, 1, 3, 4, 5, 6]],
  [7, [0, 1, 2, 3, 4, 5, 6]],
  [99, [0, 1, 2, 3, 4, 5, 6]],
])("of seven findings the %i most severe", (limit, kept) => {
  const keeps = mostSevere(run, limit);
  expect(findings.flatMap((finding, i) => (keeps(finding) ? [i] : []))).toEqual(kept);
});
