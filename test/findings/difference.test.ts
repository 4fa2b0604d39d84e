import { describe, expect, test } from "vitest";
import { type Compared, difference } from "../../src/findings/difference.ts";

const finding = (fingerprint: string, severity: Compared["severity"] = "error", waived = false): Compared => ({
  fingerprint,
  severity,
  ...(waived && { waived: { reason: "agreed" } }),
});

describe("difference", () => {
  test("nothing in either", () => {
    expect(difference([], [])).toEqual({ gained: [], lost: [], changed: [], same: 0 });
  });

  test.each([
    ["gained", [finding("a")], [finding("a"), finding("b")], { gained: ["b"], lost: [], changed: [], same: 1 }],
    ["lost", [finding("a"), finding("b")], [finding("b")], { gained: [], lost: ["a"], changed: [], same: 1 }],
    ["another severity", [finding("a")], [finding("a", "warning")], { gained: [], lost: [], changed: ["a"], same: 0 }],
    ["newly waived", [finding("a")], [finding("a", "error", true)], { gained: [], lost: [], changed: ["a"], same: 0 }],
    [
      "the same",
      [finding("a", "info", true)],
      [finding("a", "info", true)],
      { gained: [], lost: [], changed: [], same: 1 },
    ],
  ])("%s", (_, older, newer, expected) => {
    const { gained, lost, changed, same } = difference(older, newer);
    expect({
      gained: gained.map((each) => each.fingerprint),
      lost: lost.map((each) => each.fingerprint),
      changed: changed.map(({ after }) => after.fingerprint),
      same,
    }).toEqual(expected);
  });
});
