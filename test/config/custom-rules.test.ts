import { describe, expect, test } from "vitest";
import { type CustomRuleDefinition, customRule, customRuleSchema } from "../../src/config/custom-rules.ts";
import type { ExampleLine } from "../../src/contract/rule.ts";
import { tryExamples } from "../../src/run/examples.ts";
import { testRule } from "../rules/harness.ts";

const nothing = { passes: [{}], finds: [{}] };

function rule(definition: Partial<CustomRuleDefinition>) {
  const whole = customRuleSchema().parse({ severity: "error", message: "wrong", ...nothing, ...definition });
  return customRule("acme/rule", whole, "config.jsonc:2:3");
}

type Row = readonly [
  name: string,
  definition: Partial<CustomRuleDefinition>,
  table: { passes?: ExampleLine[]; finds?: ExampleLine[]; skips?: ExampleLine[] },
];

const TABLE: readonly Row[] = [
  [
    "a range of codes wants a modifier",
    { where: { procedure_code: "99202-99215", payer: "acme" }, require: { modifier: ["25", "57"] } },
    {
      passes: [
        { payer: "Acme", modifier_2: "25" },
        { payer: "Acme", procedure_code: "99221" },
        { payer: "Other" },
        // A modifier that cannot be read may be the one that is missing.
        { payer: "Acme", modifier_1: "2 5 " },
      ],
      finds: [{ payer: "ACME" }, { payer: "Acme", modifier_1: "59" }],
      skips: [{ payer: "" }, { payer: "Acme", procedure_code: "9921" }],
    },
  ],
  [
    "a list of codes is not paid",
    { forbid: { procedure_code: ["99441", "99442"], place_of_service: "11" } },
    {
      passes: [{ procedure_code: "99443" }, { procedure_code: "99441", place_of_service: "02" }],
      finds: [{ procedure_code: "99441" }, { procedure_code: "99442" }],
      skips: [{ procedure_code: "" }],
    },
  ],
  [
    "a cell must be filled",
    { where: { procedure_code: "J*" }, require: { authorization: { blank: false } } },
    {
      passes: [{ procedure_code: "J1100", authorization: "A-1" }, { authorization: "" }],
      finds: [{ procedure_code: "J1100", authorization: "" }],
      // Without the column nobody can tell.
      skips: [{ procedure_code: "J1100" }],
    },
  ],
  [
    "numbers and dates",
    { where: { service_from: { from: "2026-01-01" } }, require: { units: { max: 4 }, charge: { min: 1 } } },
    {
      passes: [{ units: "4" }, { units: "5", service_from: "2025-12-31" }],
      finds: [{ units: "5" }, { charge: "0.99" }],
      skips: [{ units: "many" }],
    },
  ],
  [
    "a payer profile and a form",
    { where: { payer_profile: "medicare", form: ["professional"] }, forbid: { modifier: "GY" } },
    {
      passes: [{ payer: "Aetna", modifier_1: "GY" }, { payer: "Medicare" }],
      finds: [{ payer: "Medicare", modifier_3: "GY" }],
    },
  ],
];

describe.each(TABLE)("%s", (_, definition, table) => {
  testRule(rule(definition), table);
});

describe("where a finding stands", () => {
  test.each([
    [{ require: { units: { max: 4 } } }, { units: "5" }, "units"],
    [{ forbid: { modifier: "GY" } }, { modifier_3: "GY" }, "modifier_3"],
    [{ require: { modifier: "25" } }, {}, "modifier_1"],
    [{ forbid: { payer_profile: "medicare", units: 2 } }, { payer: "Medicare", units: "2" }, "units"],
    [{ require: { units: { max: 4 } }, report: "charge" }, { units: "5" }, "charge"],
  ] as const)("%j: %j", async (definition, line, field) => {
    const made = rule(definition as Partial<CustomRuleDefinition>);
    const { runExample } = await import("../../src/run/examples.ts");
    const { findings } = await runExample(made, line, undefined);
    expect(findings.map((finding) => finding.field)).toEqual([field]);
  });

  test("the message shows cells, a blank one too", async () => {
    const made = rule({ message: "{procedure_code} {modifier_1} for {payer}", require: { units: 2 } });
    const { runExample } = await import("../../src/run/examples.ts");
    const { findings } = await runExample(made, { payer: "Acme" }, undefined);
    expect(findings.map(({ message }) => message)).toEqual(["99213 (blank) for Acme"]);
  });
});

describe("a definition", () => {
  test.each([
    [{}, "either require or forbid"],
    [{ require: { units: 1 }, forbid: { units: 2 } }, "either require or forbid"],
    [{ require: { form: "dental" } }, "names no column"],
    [{ require: { units: 1 }, message: "{unit} is wrong" }, "{unit} is not a column"],
    [{ require: { units: 1 }, message: "{modifier} is wrong" }, "{modifier} is not a column"],
    [{ require: { units: 1 }, passes: [] }, ">=1"],
    [{ require: { units: 1 }, finds: [{ unit: "1" }] }, "unit"],
    [{ require: { unit: 1 } }, "unit"],
  ])("%j is refused", (definition, message) => {
    const parsed = customRuleSchema().safeParse({ severity: "error", message: "wrong", ...nothing, ...definition });
    expect(JSON.stringify(parsed.error?.issues)).toContain(message);
  });

  test("is held to its examples", async () => {
    const asked = { require: { units: { max: 4 } } };
    expect(await tryExamples(rule({ ...asked, passes: [{ units: "4" }], finds: [{ units: "5" }] }))).toEqual([]);
    expect(
      await tryExamples(
        rule({ ...asked, passes: [{ units: "5" }, { units: "" }], finds: [{ units: "4" }, { units: "x" }] }),
      ),
    ).toEqual([
      "passes, example 1: is found",
      "passes, example 2: is not judged (blank input)",
      "finds, example 1: is not found",
      "finds, example 2: is not found (not judged: malformed input)",
    ]);
  });
});
