import type { PayerKind } from "../model/claim.ts";

/**
 * Organ and disease panels with the tests they are made of, numbers only. Sources: Medicare Claims Processing Manual,
 * chapter 16, section 90; NCCI Policy Manual, chapter X.
 */
export interface LabPanel {
  readonly panel: string;
  readonly tests: readonly string[];
  /** The payers that take the panel; all of them where left out. */
  readonly payers?: readonly PayerKind[];
}

const ELECTROLYTES = "82374 82435 84132 84295";
const BASIC = `${ELECTROLYTES} 82565 82947 84520`;

/** Largest first: the tests of a metabolic panel hold those of the smaller ones. */
export const LAB_PANELS: readonly LabPanel[] = [
  // Medicare has never covered 80050 (status N).
  { panel: "80050", tests: ["80053", "84443", "85025"], payers: ["commercial"] },
  { panel: "80053", tests: `${BASIC} 82040 82247 82310 84075 84155 84450 84460`.split(" ") },
  { panel: "80069", tests: `${BASIC} 82040 82310 84100`.split(" ") },
  { panel: "80048", tests: `${BASIC} 82310`.split(" ") },
  { panel: "80047", tests: `${BASIC} 82330`.split(" ") },
  { panel: "80076", tests: "82040 82247 82248 84075 84155 84450 84460".split(" ") },
  { panel: "80051", tests: ELECTROLYTES.split(" ") },
  { panel: "80074", tests: "86705 86709 86803 87340".split(" ") },
  { panel: "80061", tests: "82465 83718 84478".split(" ") },
];

const BY_CODE = new Map(LAB_PANELS.map((entry) => [entry.panel, entry]));

/** The tests of a panel; undefined where the code is none of the panels of the table. */
export function panelTests(code: string): readonly string[] | undefined {
  return BY_CODE.get(code)?.tests;
}

/** Is the code a test of the panel, or a smaller panel all of whose tests are in it? */
export function panelHolds(panel: string, code: string): boolean {
  const tests = panelTests(panel);
  if (tests === undefined || panel === code) return false;
  if (tests.includes(code)) return true;
  return panelTests(code)?.every((test) => tests.includes(test)) ?? false;
}

const PARTS = new Set(LAB_PANELS.flatMap(({ panel, tests }) => [panel, ...tests]));

/** A panel of the table or a test of one. */
export function isPanelOrTest(code: string): boolean {
  return PARTS.has(code);
}
