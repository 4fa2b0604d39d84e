import { describe, expect, test } from "vitest";
import { decideDateColumn, type SeenDate } from "../../src/input/dates.ts";
import type { DateFormat } from "../../src/model/values.ts";

/** `text` or `text*count`; rows as listed. */
function column(...cells: string[]): SeenDate[] {
  return cells.map((cell, i) => {
    const [text = "", count = "1"] = cell.split("*");
    return { text, row: i + 1, count: Number(count) };
  });
}

describe("decideDateColumn", () => {
  test.each<[string[], DateFormat | undefined, boolean]>([
    [["2026-03-02", "2026-12-31"], "YYYY-MM-DD", false],
    [["20260302"], "YYYYMMDD", false],
    [["30-May-2015", ""], "DD-Mon-YYYY", false],
    [["3/14/2026", "4/5/2026"], "MM/DD/YYYY", false],
    [["14/3/2026", "4/5/2026*50"], "DD/MM/YYYY", false],
    [["4/5/2026", "6/7/2026"], "MM/DD/YYYY", true],
    [["5/5/2026", "6/6/2026"], "MM/DD/YYYY", false],
    [["5/5/2026", "6/7/2026"], "MM/DD/YYYY", true],
    [["12/12/2026", "12/13/2026"], "MM/DD/YYYY", false],
    [["4/5/2026", "2/30/2026"], "MM/DD/YYYY", false],
    [["13/25/2026", "4/5/2026"], "MM/DD/YYYY", true],
    [["NULL", "", "n/a"], undefined, false],
    [["45658", "soon"], undefined, false],
    [[], undefined, false],
  ])("%j is %s, ambiguous: %s", (cells, format, ambiguous) => {
    expect(decideDateColumn(column(...cells))).toEqual({ format, others: [], ambiguous });
  });

  test("the majority is the format, the rest stand in others with their first row", () => {
    expect(decideDateColumn(column("2026-03-02*5", "3/14/2026", "20260302*2", "3/15/2026"))).toEqual({
      format: "YYYY-MM-DD",
      others: [
        { format: "MM/DD/YYYY", row: 2, count: 2 },
        { format: "YYYYMMDD", row: 3, count: 2 },
      ],
      ambiguous: false,
    });
  });

  test("month first and day first in one column: undecided values go to the larger side", () => {
    expect(decideDateColumn(column("14/3/2026*3", "3/14/2026", "4/5/2026*9"))).toEqual({
      format: "DD/MM/YYYY",
      others: [{ format: "MM/DD/YYYY", row: 2, count: 1 }],
      ambiguous: false,
    });
  });

  test("does not depend on the order of the values", () => {
    const values = column("14/3/2026", "3/14/2026", "2026-03-14", "20260314", "4/5/2026");
    const forward = decideDateColumn(values);
    expect(decideDateColumn([...values].reverse())).toEqual(forward);
    expect(decideDateColumn(values.slice(2).concat(values.slice(0, 2)))).toEqual(forward);
  });

  test("a forced format stands, and what only fits another is told", () => {
    expect(decideDateColumn(column("4/5/2026", "2026-04-05*3", "junk"), "DD/MM/YYYY")).toEqual({
      format: "DD/MM/YYYY",
      others: [{ format: "YYYY-MM-DD", row: 2, count: 3 }],
      ambiguous: false,
    });
    expect(decideDateColumn(column("4/15/2026"), "DD/MM/YYYY").others).toEqual([
      { format: "MM/DD/YYYY", row: 1, count: 1 },
    ]);
    expect(decideDateColumn([], "DD/MM/YYYY").format).toBe("DD/MM/YYYY");
  });
});
