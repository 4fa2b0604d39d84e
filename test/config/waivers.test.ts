import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadWaivers } from "../../src/config/waivers.ts";
import { day } from "../../src/model/dates.ts";
import { RULES } from "../../src/registry/rules.ts";
import { folderOf, refusal } from "./files.ts";

const WHOLE = `rule: npi-luhn, reason: r, owner: o, expires: "2026-12-31"`;
const one = (text: string) => `waivers:\n  - { ${text} }\n`;

const folder = folderOf({
  "sub/waivers.yaml": one(`${WHOLE}, file: ["feeds/*.csv"]`),
  "all.jsonc": `{ "waivers": [ { "rule": ["npi-luhn", "duplicate-line"], "reason": "r", "owner": "o", "expires": "2026-12-31" } ] }`,
  "lines.yaml": one(`${WHOLE}, match: { payer: Acme }`),
  "none.yaml": "waivers: []\n",
  "reason.yaml": one(`rule: npi-luhn, owner: o, expires: "2026-12-31"`),
  "blank.yaml": one(`rule: npi-luhn, reason: " ", owner: o, expires: "2026-12-31"`),
  "owner.yaml": one(`rule: npi-luhn, reason: r, expires: "2026-12-31"`),
  "expires.yaml": one("rule: npi-luhn, reason: r, owner: o"),
  "date.yaml": one("rule: npi-luhn, reason: r, owner: o, expires: 31.12.2026"),
  "rule.yaml": one(WHOLE.replace("npi-luhn", "npi-lunh")),
  "key.yaml": one(`${WHOLE}, files: a.csv`),
  "field.yaml": one(`${WHOLE}, match: { procedure: "99213" }`),
  "patient.yaml": one(`${WHOLE}, match: { member_id: A1 }`),
  "birth.yaml": one(`${WHOLE}, match: { dob: { from: "1980-01-01" } }`),
  "number.yaml": one(`${WHOLE}, match: { procedure_code: 99213 }`),
  "list.json": "[]",
});
const load = (name: string) => loadWaivers(join(folder, name), folder, RULES);

describe("a waivers file", () => {
  test("is read; patterns of files are taken from its folder", async () => {
    const [waiver] = await load("sub/waivers.yaml");
    expect(waiver).toMatchObject({
      where: "sub/waivers.yaml:2:5",
      rules: ["npi-luhn"],
      reason: "r",
      owner: "o",
      expires: day("2026-12-31"),
    });
    expect(waiver!.covers("sub/feeds/a.csv", undefined)).toBe(true);
    expect(waiver!.covers("./sub/feeds/a.csv", undefined)).toBe(true);
    expect(waiver!.covers(join(folder, "sub/feeds/a.csv"), undefined)).toBe(true);
    expect(waiver!.covers("feeds/a.csv", undefined)).toBe(false);
  });

  test("without file and match it covers all; with match nothing that has no line", async () => {
    const [all] = await load("all.jsonc");
    expect([all!.rules, all!.covers("a.csv", undefined)]).toEqual([["npi-luhn", "duplicate-line"], true]);
    const [lines] = await load("lines.yaml");
    expect(lines!.covers("a.csv", undefined)).toBe(false);
    expect(await load("none.yaml")).toEqual([]);
  });

  test.each([
    ["reason.yaml", "reason.yaml:2:5: waivers.0.reason"],
    ["blank.yaml", "blank.yaml:2:31: waivers.0.reason: must not be blank."],
    ["owner.yaml", "owner.yaml:2:5: waivers.0.owner"],
    ["expires.yaml", "expires.yaml:2:5: waivers.0.expires"],
    ["date.yaml", "waivers.0.expires: is not a date; write it as YYYY-MM-DD."],
    ["rule.yaml", 'rule.yaml:2:13: there is no rule "npi-lunh". Did you mean "npi-luhn"?'],
    ["key.yaml", 'unknown key "files" in waivers.0. Did you mean "file"?'],
    ["field.yaml", 'unknown key "procedure" in waivers.0.match. Did you mean "procedure_code"?'],
    ["patient.yaml", "a waivers file must not name a patient"],
    ["birth.yaml", "a waivers file must not name a patient"],
    ["number.yaml", 'waivers.0.match.procedure_code: a code is written in quotes, "0450", so that no zero is lost.'],
    ["list.json", "list.json:1:1: the file: Invalid input: expected object"],
    ["nowhere.yaml", "The waivers file nowhere.yaml cannot be read. Check the path."],
  ])("%s is refused", async (name, message) => {
    expect(await refusal(load(name))).toContain(message);
  });
});
