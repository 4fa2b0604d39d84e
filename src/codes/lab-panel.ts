/**
 * Organ and disease panels with the tests they are made of, numbers only. Sources: Medicare Claims Processing Manual,
 * chapter 16, section 90; NCCI Policy Manual, chapter X.
 */
export interface LabPanel {
  readonly panel: string;
  /** Each entry is one test, or alternatives of which one is enough. */
  readonly tests: readonly string[];
}

const ELECTROLYTES = "82374 82435 84132 84295";
const BASIC = `${ELECTROLYTES} 82565 82947 84520`;

/** Largest first: the tests of a metabolic panel hold those of the smaller ones. */
export const LAB_PANELS: readonly LabPanel[] = [
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

const PARTS = new Set(LAB_PANELS.flatMap(({ panel, tests }) => [panel, ...tests]));

/** A panel of the table or a test of one. */
export function isPanelOrTest(code: string): boolean {
  return PARTS.has(code);
}
