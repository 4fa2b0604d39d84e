import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { RunResult } from "../../src/model/run.ts";
import html from "../../src/reporters/html.ts";
import { LOGIC, SCRIPT, SCRIPT_DIGEST, STYLE_DIGEST } from "../../src/reporters/parts/html-script.ts";
import { STYLE } from "../../src/reporters/parts/html-style.ts";
import { CHROMIUM, openPage, type Page } from "./chromium.ts";
import { dataOf } from "./html-data.ts";
import { HOSTILE, makeFile, makeFinding, makeRule, makeRun, printAll, write } from "./sample.ts";
import { unescaped } from "./xml.ts";

const digest = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

it("lets the browser run its own script and style, and nothing else", () => {
  expect(SCRIPT_DIGEST).toBe(digest(SCRIPT));
  expect(STYLE_DIGEST).toBe(digest(STYLE));
  const page = write(html);
  const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)![1];
  expect(policy).toBe(
    `default-src 'none'; script-src '${SCRIPT_DIGEST}'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`,
  );
  expect(page.split("<script>")[1]?.split("</script>")[0]).toBe(SCRIPT);
  expect(page.split("<style>")[1]?.split("</style>")[0]).toBe(STYLE);
  expect(page).not.toMatch(/\s(style|on\w+)=|(src|href)="(?!#)|@import|url\(/);
});

describe("what the page holds", () => {
  const page = write(html);
  const text = unescaped(page.replace(/<script.*?<\/script>|<style.*?<\/style>/gs, "").replace(/<[^>]*>/g, " "));

  it.each([
    "3 errors, 1 warning in 84 lines of 41 claims — fix before you submit",
    "$12,345.50",
    "CO-16, N257",
    "payers reject the whole claim when an NPI fails its check digit",
    "look the provider up; do not just change the last digit",
    "no data set medically-unlikely-edits; claimlint data add",
    "Not checked is not a pass.",
    "icd-10-cm FY2027 (2026-10-01 to 2027-09-30, digest abc123)",
    "Names, member ids, dates and claim numbers are hidden",
  ])("says %s", (part) => expect(text).toContain(part));

  it("keeps the findings as data", () => {
    const lists = dataOf(page, "data-lists") as { rules: string[]; files: string[] };
    const rows = dataOf(page, "data-findings") as (string | number)[][];
    expect(lists.files).toEqual(["claims/2026-11.csv"]);
    expect(rows).toHaveLength(4);
    expect(lists.rules[Number(rows[0]![1])]).toBe("npi-check-digit");
    expect(rows[0]!.slice(2)).toEqual([
      0,
      3,
      46,
      2,
      "F3",
      "billing_npi",
      "CLM-00017",
      "1",
      "1234567890",
      "billing_npi fails the NPI check digit",
      "",
    ]);
  });

  it("says what a run of all values holds", () => {
    expect(write(html, { run: makeRun({ values: "all" }) })).toContain("patient data included");
  });

  it("has neither table nor script where nothing was found", () => {
    const clean = makeRun({
      rules: [makeRule("a")],
      exitCode: 0,
      summary: { ...makeRun().summary, errors: 0, warnings: 0, chargeAtRiskCents: 0 },
    });
    const text = write(html, { run: clean, findings: [] });
    expect(text).toContain("clean: 84 lines of 41 claims, 1 rule");
    expect(text).not.toMatch(/<script>|<svg|id="findings"/);
  });
});

describe("Pareto chart", () => {
  const chart = (cents: readonly (number | undefined)[]) =>
    write(html, {
      run: makeRun({
        rules: cents.map((c, i) =>
          makeRule(`r${i}`, { findings: 1, ...(c !== undefined && { chargeAtRiskCents: c }) }),
        ),
      }),
    }).match(/<svg.*?<\/svg>/s)?.[0];

  it("puts the largest first and sums up", () => {
    const svg = chart([100, 300, undefined, 0, 600])!;
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(texts.slice(2)).toEqual(["r4", "$6.00", "60 %", "r1", "$3.00", "90 %", "r0", "$1.00", "100 %"]);
    expect([...svg.matchAll(/<rect x="260" y="\d+" width="(\d+)"/g)].map((match) => Number(match[1]))).toEqual([
      400, 200, 67,
    ]);
  });

  it("is left out where nothing is at risk", () => expect(chart([undefined, 0])).toBeUndefined());
});

describe("the script's pure half", () => {
  const { matching, sorted, pageOf } = new Function(`${LOGIC}; return { matching, sorted, pageOf }`)() as {
    matching: (f: unknown[], texts: (i: number) => string, wanted: object) => number[];
    sorted: (i: number[], f: unknown[], lists: object, key: string, down: boolean) => number[];
    pageOf: (total: number, size: number, page: number) => object;
  };
  const lists = { rules: ["b", "a"], files: ["x"], severities: ["error", "warning"] };
  const row = (severity: number, rule: number, n: number, claim: string, line: string) =>
    [severity, rule, 0, n, 1, n, "", "", claim, line, "", "", ""] as const;
  const findings = [row(0, 0, 1, "C1", "10"), row(1, 1, 2, "C1", "9"), row(0, 1, 10, "C0", "1")];
  const none = { search: "", severity: "", rule: "", file: "" };
  const texts = ["one npi", "two npi", "two"];

  it.each([
    [{}, [0, 1, 2]],
    [{ severity: "0" }, [0, 2]],
    [{ rule: "1" }, [1, 2]],
    [{ file: "1" }, []],
    [{ search: "NPI two" }, [1]],
    [{ search: "  " }, [0, 1, 2]],
    [{ search: "two", severity: "0" }, [2]],
  ])("filters %j", (wanted, found) => {
    expect(matching(findings as unknown as unknown[], (i) => texts[i]!, { ...none, ...wanted })).toEqual(found);
  });

  it.each([
    ["severity", false, [0, 2, 1]],
    ["severity", true, [1, 0, 2]],
    ["rule", false, [1, 2, 0]],
    ["place", false, [0, 1, 2]],
    ["place", true, [2, 1, 0]],
    ["claim", false, [2, 1, 0]],
  ] as const)("sorts by %s, descending %s", (key, down, order) => {
    expect(sorted([0, 1, 2], findings as unknown as unknown[], lists, key, down)).toEqual(order);
  });

  it.each([
    [0, 50, 0, { page: 0, pages: 1, from: 0, to: 0 }],
    [50, 50, 0, { page: 0, pages: 1, from: 0, to: 50 }],
    [51, 50, 1, { page: 1, pages: 2, from: 50, to: 51 }],
    [51, 50, 9, { page: 1, pages: 2, from: 50, to: 51 }],
    [51, 50, -1, { page: 0, pages: 2, from: 0, to: 50 }],
  ])("pages %i by %i at %i", (total, size, page, part) => expect(pageOf(total, size, page)).toEqual(part));
});

describe.skipIf(CHROMIUM === undefined)("in Chromium", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "claimlint-html-"));
  const shots = process.env["CLAIMLINT_SCREENSHOTS"];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function visit(text: string, media: Readonly<Record<string, string>>, use: (page: Page) => Promise<void>) {
    const path = join(folder, "report.html");
    writeFileSync(path, text);
    const page = await openPage(pathToFileURL(path).href, media);
    try {
      await use(page);
      expect(page.complaints).toEqual([]);
      expect(page.requests).toEqual([pathToFileURL(path).href]);
    } finally {
      await page.close();
    }
  }

  async function shoot(page: Page, name: string) {
    if (shots === undefined) return;
    const { data } = await page.send("Page.captureScreenshot", { captureBeyondViewport: true });
    writeFileSync(join(shots, `${name}.png`), Buffer.from(data as string, "base64"));
  }

  const rowsShown = "document.querySelectorAll('#rows tr').length";
  const countShown = "document.getElementById('count').textContent";
  const column = (n: number) =>
    `[...document.querySelectorAll('#rows tr td:nth-child(${n})')].map((td) => td.textContent)`;
  const set = (id: string, value: string, event: string) =>
    `(() => { const e = document.getElementById("${id}"); e.value = ${JSON.stringify(value)}; e.dispatchEvent(new Event("${event}")); })()`;
  const later = "new Promise((done) => setTimeout(done, 400))";

  it("shows, filters, searches and sorts, and shows hostile cells as text", async () => {
    const findings = [
      ...printAll("nothing"),
      ...printAll("nothing", [
        makeFinding({
          message: "{a}",
          slots: { a: { text: "<img src=x onerror=alert(1)></script><script>alert(2)", privacy: "none" } },
          value: { text: HOSTILE, privacy: "none" },
        }),
      ]),
    ];
    const run = makeRun({ summary: { ...makeRun().summary, errors: 4 } });
    await visit(write(html, { run, findings }), { "prefers-color-scheme": "light" }, async (page) => {
      expect(await page.run(countShown)).toBe("1 to 5 of 5 findings");
      expect(await page.run("document.images.length + document.querySelectorAll('#rows script').length")).toBe(0);
      expect(await page.run(column(3))).toContain("<img src=x onerror=alert(1)></script><script>alert(2)");
      await page.run(set("severity", "1", "change"));
      expect(await page.run(column(1))).toEqual(["warning"]);
      await page.run("document.getElementById('clear').click()");
      await page.run(set("search", "duplicate ROW", "input"));
      await page.run(later);
      expect(await page.run(column(2))).toEqual(["duplicate-line"]);
      expect(await page.run(countShown)).toBe("1 to 1 of 1 findings (filtered, 5 in all)");
      await page.run("document.getElementById('clear').click()");
      const sort = "document.querySelector('th[data-key=rule] button').click()";
      await page.run(sort);
      const up = (await page.run(column(2))) as string[];
      expect(up).toEqual(up.toSorted());
      await page.run(sort);
      expect(await page.run("document.querySelector('th[data-key=rule]').ariaSort")).toBe("descending");
      expect(((await page.run(column(2))) as string[])[0]).toBe("npi-check-digit");
      await page.run("document.querySelector('#rule-cpt-format button').click()");
      expect(await page.run(column(2))).toEqual(["cpt-format"]);
      await shoot(page, "light");
    });
  });

  it("pages through 100,000 findings without delay", async () => {
    const each = 100_000;
    const one = printAll("direct+quasi", [makeFinding()])[0]!;
    const findings = Array.from({ length: each + 5 }, (_, i) => ({
      ...one,
      line: i + 2,
      row: i + 1,
      cell: `F${i + 2}`,
    }));
    const run = makeRun({
      files: [makeFile(), makeFile({ path: "claims/2026-12.csv" })],
      rules: [makeRule("npi-check-digit", { findings: findings.length, chargeAtRiskCents: 1 })],
      summary: { ...makeRun().summary, errors: findings.length, warnings: 0 },
    } satisfies Partial<RunResult>);
    await visit(write(html, { run, findings }), { "prefers-color-scheme": "dark" }, async (page) => {
      expect(await page.run(countShown)).toBe("1 to 50 of 100,000 findings");
      expect(await page.run("document.body.textContent.includes('The 100,000 most severe of 100,005 findings')")).toBe(
        true,
      );
      expect(await page.run(rowsShown)).toBe(50);
      const timed = (action: string) =>
        page.run(`(() => { const t = performance.now(); ${action}; return performance.now() - t; })()`);
      expect(await timed("document.getElementById('next').click()")).toBeLessThan(1000);
      expect(await page.run(countShown)).toBe("51 to 100 of 100,000 findings");
      expect(await timed("document.querySelector('th[data-key=place] button').click()")).toBeLessThan(3000);
      await page.run(set("search", "F99999", "input"));
      await page.run(
        `new Promise((done) => { const wait = () => ${countShown}.includes("filtered") ? done() : setTimeout(wait, 50); wait(); })`,
      );
      expect(await page.run(rowsShown)).toBe(1);
      await shoot(page, "dark");
    });
  });

  it.each(["light", "dark"])("has enough contrast and a name for every control (%s)", async (scheme) => {
    await visit(write(html), { "prefers-color-scheme": scheme }, async (page) => {
      expect(await page.run(`(${contrastProblems})()`)).toEqual([]);
      expect(
        await page.run(
          "[...document.querySelectorAll('input, select')].filter((e) => e.labels.length !== 1).concat([...document.querySelectorAll('button, a')].filter((e) => e.textContent.trim() === '')).length",
        ),
      ).toBe(0);
      expect(await page.run("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    });
  });

  it.each(["light", "dark"])("axe-core finds no violation (%s)", async (scheme) => {
    const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
    await visit(write(html), { "prefers-color-scheme": scheme }, async (page) => {
      await page.run(`${axe}; undefined`);
      const violations = await page.run(
        "axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html.slice(0, 120))])))",
      );
      expect(JSON.parse(String(violations))).toEqual([]);
    });
  });
});

/** Runs in the page: texts whose colour stands out from their background by less than WCAG's 4.5 to 1. */
const contrastProblems = `() => {
  const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll("body *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== "") || !e.checkVisibility() || e.disabled) continue;
    const style = getComputedStyle(e), front = rgb(e.closest("svg") ? style.fill : style.color), back = behind(e);
    const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(e.tagName + " " + e.className + " " + e.textContent.slice(0, 30));
  }
  return bad;
}`;
