import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findConfig, loadConfig } from "../../src/config/load.ts";
import { RULES } from "../../src/registry/rules.ts";
import { folderOf, refusal } from "./files.ts";

const load = (folder: string, name: string, allowPlugins = false) =>
  loadConfig(join(folder, name), folder, RULES, allowPlugins);

const PLUGIN = `export default { rules: [{ id: "acme/none", scope: "line", severity: "info", tier: "T3", since: "1", summary: "s",
  why: "w.", fix: "f.", repair: "never", sources: [], needs: ["units"], message: "m", check() {},
  examples: { passes: [{ units: "1" }], finds: [{ units: "2" }] } }] };`;

describe("configuration files", () => {
  const folder = folderOf({
    "base.jsonc": `{ "failOn": "warning", "columns": { "units": "Qty", "charge": "Amt" }, "payers": { "A": "medicare" },
      "rules": { "npi-luhn": "info", "mue-exceeded": { "severity": "warning" } },
      "overrides": [{ "files": "*.txt", "delimiter": "tab" }] }`,
    "deep/team.yaml": "extends: ../base.jsonc\ndata: tables\nfailOn: info\n",
    "claimlint.config.json": `{ "extends": ["deep/team.yaml"], "columns": { "charge": "Betrag" },
      "rules": { "npi-luhn": { "until": "2026-12-31" } }, "overrides": [{ "files": "*.csv", "rules": { "npi-luhn": "off" } }] }`,
    "loop.json": `{ "extends": "loop-b.json" }`,
    "loop-b.json": `{ "extends": "./loop.json" }`,
    "nowhere.yaml": "failOn: error\nextends: [none.json]\n",
    "typo.yaml": "rules:\n  npi-luhn:\n    severty: error\n",
    "typo.jsonc": `{\n  "overrides": [\n    { "files": "*", "rules": { "npi-lunh": "off" } }\n  ]\n}`,
    "value.yaml": "# what\nfailOn: fatal\n",
    "broken.yaml": "failOn: [error\n",
    "twice.yaml": "failOn: error\nfailOn: info\n",
    "empty.yaml": "",
    "limit.json": `{ "rules": { "npi-luhn": { "errorIf": "many" } } }`,
    "shared.json": `{ "customRules": { "acme/two": { "severity": "error", "message": "m", "forbid": { "units": 2 },
      "passes": [{ "units": "1" }], "finds": [{ "units": "2" }] } } }`,
    "left.json": `{ "extends": "shared.json" }`,
    "right.json": `{ "extends": "shared.json", "rules": { "acme/two": "info" } }`,
    "diamond.json": `{ "extends": ["left.json", "right.json"] }`,
    "own-leave.json": `{ "allowPlugins": true }`,
    "plugin.json": `{ "plugins": ["./plugin.mjs"], "rules": { "acme/none": "warning" } }`,
    "plugin.mjs": PLUGIN,
    "twin.json": `{ "plugins": ["./plugin.mjs", "./twin.mjs"] }`,
    "twin.mjs": PLUGIN,
    "bad-plugin.json": `{ "plugins": ["./bad.mjs"] }`,
    "bad.mjs": PLUGIN.replace('"units"', '"unit"'),
    "no-plugin.json": `{ "plugins": ["claimlint-nowhere"] }`,
    "throws.json": `{ "plugins": ["./throws.mjs"] }`,
    "throws.mjs": `throw new Error("not today");`,
    "package.json": `{ "plugins": ["claimlint-acme"] }`,
    "node_modules/claimlint-acme/package.json": `{ "name": "claimlint-acme", "type": "module", "exports": { ".": { "import": "./main.js" } } }`,
    "node_modules/claimlint-acme/main.js": PLUGIN,
    "taken.json": `{ "customRules": { "npi-luhn": { "severity": "error", "message": "m", "forbid": { "units": 2 },
      "passes": [{ "units": "1" }], "finds": [{ "units": "2" }] } } }`,
  });

  test("what is extended lies under what is said, key by key; a path is taken from the file it stands in", async () => {
    const config = await load(folder, "claimlint.config.json");
    expect(config).toMatchObject({
      path: "claimlint.config.json",
      settings: { failOn: "info", data: "deep/tables" },
      columns: { units: "Qty", charge: "Betrag" },
      payers: { A: "medicare" },
      rules: { "npi-luhn": { severity: "info", until: "2026-12-31" }, "mue-exceeded": { severity: "warning" } },
    });
    expect(config.overrides.map(({ settings, rules }) => ({ settings, rules }))).toEqual([
      { settings: { delimiter: "tab" }, rules: {} },
      { settings: {}, rules: { "npi-luhn": "off" } },
    ]);
  });

  test("two files may extend a third one with a rule in it", async () => {
    const { added, rules } = await load(folder, "diamond.json");
    expect(added.map(({ rule, where }) => [rule.id, where])).toEqual([["acme/two", "shared.json:1:20"]]);
    expect(rules).toEqual({ "acme/two": { severity: "info" } });
  });

  test("is found upwards", () => {
    expect(findConfig(join(folder, "deep"))).toBe(join(folder, "claimlint.config.json"));
  });

  test.each([
    ["loop.json", "the file extends itself"],
    ["nowhere.yaml", "nowhere.yaml:2:11: there is no file none.json."],
    ["typo.yaml", 'typo.yaml:3:5: unknown key "severty" in rules.npi-luhn. Did you mean "severity"?'],
    ["typo.jsonc", 'typo.jsonc:3:32: unknown key "npi-lunh" in overrides.0.rules. Did you mean "npi-luhn"?'],
    ["value.yaml", "value.yaml:2:9: failOn: Invalid option"],
    ["broken.yaml", "broken.yaml:2:1: this is not YAML"],
    ["twice.yaml", "twice.yaml:2:1: this is not YAML (DUPLICATE_KEY)"],
    ["empty.yaml", "empty.yaml:1:1: this is not YAML (it is empty)"],
    ["limit.json", 'limit.json:1:39: rules.npi-luhn.errorIf: is neither a number nor a share such as "5%"'],
    ["own-leave.json", 'own-leave.json:1:3: unknown key "allowPlugins"'],
    ["plugin.json", "plugin.json:1:15: this configuration loads program code (./plugin.mjs). Use --allow-plugins"],
    ["taken.json", "taken.json:1:20: there is a rule npi-luhn already (claimlint)"],
    ["missing.json", "The configuration file missing.json cannot be read. Check the path, or use --no-config."],
  ])("%s is refused", async (name, message) => {
    expect(await refusal(load(folder, name))).toContain(message);
  });

  test.each(["plugin.json", "package.json"])("%s: the rules of a plugin, with leave", async (name) => {
    const { added } = await load(folder, name, true);
    expect(added.map(({ rule }) => rule.id)).toEqual(["acme/none"]);
  });

  test.each([
    ["twin.json", "./twin.mjs: there is a rule acme/none already (./plugin.mjs)"],
    ["bad-plugin.json", "the plugin ./bad.mjs is wrong at rules.0.needs.0"],
    ["no-plugin.json", "no-plugin.json:1:15: there is no plugin claimlint-nowhere."],
    ["throws.json", "the plugin ./throws.mjs cannot be loaded (not today)"],
  ])("%s is refused with leave too", async (name, message) => {
    expect(await refusal(load(folder, name, true))).toContain(message);
  });
});
