import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfiguration } from "../../src/config/configuration.ts";
import { day } from "../../src/model/dates.ts";
import { RULES } from "../../src/registry/rules.ts";
import { folderOf, refusal } from "./files.ts";

const folder = folderOf({
  "config.json": `{ "rules": {
    "npi-luhn": { "severity": "off", "until": "2026-11-22" },
    "duplicate-line": { "errorIf": "5%", "warnIf": 3 },
    "dx-duplicate": { "severity": "off", "errorIf": 1 },
    "cpt-format": { "warnIf": 3 } } }`,
  "plugin.json": `{ "plugins": ["./plugin.mjs"] }`,
  "plugin.mjs": "export default {}",
  "deep/config.json": `{ "waivers": "../waivers.yaml", "baseline": "base.json" }`,
  "waivers.yaml": `waivers: [{ rule: npi-luhn, reason: r, owner: o, expires: "2026-12-31" }]`,
  "deep/base.json": `{ "schemaVersion": "1.0", "findings": [] }`,
});

const load = (name: string, today = "2026-11-22", flags = {}, environment = {}) =>
  loadConfiguration({
    path: join(folder, name),
    flags,
    environment,
    set: [],
    rules: RULES,
    cwd: folder,
    today: day(today),
  });

describe("severity until a date", () => {
  test.each([
    ["2026-11-22", {}, "off", 0],
    ["2026-11-23", {}, "error", 1],
    ["2026-11-22", { asOf: "2026-11-23" }, "error", 1],
    ["2026-11-23", { rule: ["npi-luhn:info"] }, "info", 1],
  ])("on %s with %j: %s", async (today, flags, severity, notes) => {
    const configuration = await load("config.json", today, flags);
    expect(configuration.rules.find(({ rule }) => rule.id === "npi-luhn")?.severity).toBe(severity);
    expect(configuration.notes.length).toBe(notes);
  });
});

describe("limits", () => {
  test.each([
    ["duplicate-line", {}, "error", { error: { share: 0.05 }, warning: { findings: 3 } }],
    ["cpt-format", {}, "warning", { warning: { findings: 3 } }],
    ["dx-duplicate", {}, "off", { error: { findings: 1 } }],
    ["duplicate-line", { rule: ["duplicate-line:info"] }, "info", {}],
  ])("%s with %j", async (id, flags, severity, limits) => {
    const { rules } = await load("config.json", "2026-11-22", flags);
    expect(rules.find(({ rule }) => rule.id === id)).toMatchObject({ severity, limits });
  });
});

describe("plugins", () => {
  test.each([
    [{}, {}, "--allow-plugins"],
    [{}, { CLAIMLINT_ALLOW_PLUGINS: "0" }, "--allow-plugins"],
    [{ allowPlugins: true }, {}, "its default export is"],
    [{}, { CLAIMLINT_ALLOW_PLUGINS: "1" }, "its default export is"],
  ])("%j %j", async (flags, environment, message) => {
    expect((await refusal(load("plugin.json", "2026-11-22", flags, environment))).toLowerCase()).toContain(message);
  });
});

test("waivers and baseline lie where the configuration says, from its own folder", async () => {
  const { waivers, baseline } = await load("deep/config.json");
  expect([waivers.length, baseline?.shown]).toEqual([1, "deep/base.json"]);
});
