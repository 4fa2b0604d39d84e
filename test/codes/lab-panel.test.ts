import { expect, test } from "vitest";
import { LAB_PANELS, panelHolds } from "../../src/codes/lab-panel.ts";

test("a larger panel stands before the panels it holds", () => {
  const order = LAB_PANELS.map(({ panel }) => panel);
  const wrong = LAB_PANELS.flatMap(({ panel }) =>
    order.filter((other) => panelHolds(panel, other) && order.indexOf(other) < order.indexOf(panel)),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["80053", 14],
  ["80048", 8],
  ["80047", 8],
  ["80051", 4],
  ["80061", 3],
  ["80069", 10],
  ["80074", 4],
  ["80076", 7],
])("%s has %i different tests", (panel, count) => {
  const tests = LAB_PANELS.find((entry) => entry.panel === panel)?.tests;
  expect(new Set(tests).size).toBe(count);
});

test.each([
  ["80053", "82947", true],
  ["80053", "80048", true],
  ["80053", "80051", true],
  ["80069", "80048", true],
  ["80050", "80053", true],
  ["80053", "80053", false],
  ["80053", "80069", false],
  ["80053", "80047", false],
  ["80053", "80076", false],
  ["80048", "80053", false],
  ["80061", "83721", false],
  ["82947", "80048", false],
])("%s holds %s: %s", (panel, code, holds) => {
  expect(panelHolds(panel, code)).toBe(holds);
});
