import { describe, expect, test } from "vitest";
import { type Conditions, compileConditions, conditionsSchema } from "../../src/config/conditions.ts";
import { exampleCsv } from "../../src/contract/example.ts";
import { readLines, SharedValues } from "../../src/input/read-lines.ts";
import type { ClaimLine } from "../../src/model/claim.ts";
import { day } from "../../src/model/dates.ts";
import { asInput } from "../input/reading.ts";

const READ = {
  map: [],
  dateFormat: undefined,
  form: undefined,
  payer: undefined,
  payers: new Map(),
  asOf: day("2026-11-22"),
};

async function lineOf(cells: Readonly<Record<string, string>>): Promise<ClaimLine> {
  const input = asInput(exampleCsv([cells]), { chunkSize: 1 << 16 });
  return (await readLines(0, input, READ, new SharedValues())).line(1);
}

type Row = readonly [
  conditions: Conditions,
  holds: readonly Record<string, string>[],
  fails: readonly Record<string, string>[],
];

const TABLE: readonly Row[] = [
  [
    { procedure_code: "99213" },
    [{}, { procedure_code: " 99213 " }],
    [{ procedure_code: "99214" }, { procedure_code: "" }],
  ],
  [
    { procedure_code: "99202-99205" },
    [{ procedure_code: "99202" }, { procedure_code: "99205" }],
    [{ procedure_code: "99201" }, { procedure_code: "99206" }],
  ],
  [
    { procedure_code: ["G0008", "j0000 - j9999"] },
    [{ procedure_code: "g0008" }, { procedure_code: "J1100" }],
    [{ procedure_code: "G0009" }, { procedure_code: "K0001" }],
  ],
  [{ procedure_code: "J*" }, [{ procedure_code: "J1100" }], [{}]],
  [{ procedure_code: "*F" }, [{ procedure_code: "0500F" }], [{ procedure_code: "0500T" }]],
  [
    { diagnosis: "E11.9" },
    [{}, { diagnosis_1: "I10", diagnosis_2: "E119" }],
    [{ diagnosis_1: "E11" }, { diagnosis_1: "" }],
  ],
  [
    { diagnosis: "E08-E13" },
    [{ diagnosis_1: "E08" }, { diagnosis_1: "E13.9" }],
    [{ diagnosis_1: "E07.9" }, { diagnosis_1: "E14.9" }],
  ],
  [{ diagnosis_1: "I10" }, [{ diagnosis_1: "I10" }], [{ diagnosis_1: "E11.9", diagnosis_2: "I10" }]],
  [{ modifier: { not: "25" } }, [{}, { modifier_1: "59" }], [{ modifier_2: "25" }]],
  [{ modifier: { blank: true } }, [{}], [{ modifier_4: "25" }]],
  [{ modifier: { blank: false } }, [{ modifier_4: "25" }], [{}]],
  [{ payer: "acme*" }, [{ payer: "ACME Health" }, { payer: "Acme" }], [{ payer: "My Acme" }, { payer: "" }]],
  [{ payer: "a*e*h" }, [{ payer: "Acme Health" }], [{ payer: "Acme" }, { payer: "ah" }]],
  [{ payer: "Acme - North" }, [{ payer: "acme - north" }], [{ payer: "Acme" }]],
  [{ payer: { matches: "Acme \\d{2}" } }, [{ payer: " Acme 12 " }], [{ payer: "Acme 123" }, { payer: "acme 12" }]],
  [{ rendering_npi: "1245319599" }, [{}], [{ rendering_npi: "1003000126" }]],
  [
    { units: { min: 2, max: 3.5 } },
    [{ units: "2" }, { units: "3.5" }],
    [{ units: "1" }, { units: "3.6" }, { units: "" }],
  ],
  [{ units: [1, 4] }, [{ units: "4.0" }], [{ units: "2" }]],
  [{ units: { not: 1 } }, [{ units: "2" }], [{ units: "1" }]],
  [{ units: { min: 0 } }, [{ units: "0" }], [{ units: "-1" }]],
  [{ charge: { max: 100.5 } }, [{ charge: "$100.50" }], [{ charge: "100.51" }]],
  [
    { service_from: { from: "2026-03-02", to: "2026-03-31" } },
    [{ service_from: "2026-03-02" }, { service_from: "2026-03-31" }],
    [{ service_from: "2026-03-01" }, { service_from: "2026-04-01" }],
  ],
  [{ form: "professional" }, [{}], [{ type_of_bill: "0131", claim_type: "institutional" }]],
  [{ payer_profile: ["medicare"] }, [{ payer: "Medicare" }], [{ payer: "Aetna" }, {}]],
  [{ payer: "medicare", units: 1 }, [{ payer: "Medicare" }], [{ payer: "Medicare", units: "2" }, {}]],
];

describe("conditions", () => {
  test.each(TABLE)("%j", async (conditions, holds, fails) => {
    const compiled = compileConditions(conditionsSchema().parse(conditions));
    const ask = async (cells: Readonly<Record<string, string>>) => {
      const line = await lineOf(cells);
      return compiled.every((condition) => condition.holds(line));
    };
    for (const cells of holds) expect(await ask(cells), JSON.stringify(cells)).toBe(true);
    for (const cells of fails) expect(await ask(cells), JSON.stringify(cells)).toBe(false);
  });

  test.each([
    [{ procedure_code: 99213 }, "in quotes"],
    [{ procedure_code: ["0450", 450] }, "in quotes"],
    [{ procedure_code: "99202-9921" }, "same number of characters"],
    [{ procedure_code: "99205-99202" }, "end comes before its start"],
    [{ diagnosis: { not: "E13-E8" } }, "same number of characters"],
    [{ payer: "" }, ">=1"],
    [{ payer: {} }, "says nothing"],
    [{ payer: { matches: "(" } }, "not a regular expression"],
    [{ modifier: { blank: true, is: "25" } }, "cannot be blank"],
    [{ units: "2" }, "number"],
    [{ service_from: "2026-03-02" }, "object"],
    [{ service_from: { from: "2026-02-30" } }, "not a date"],
    [{ form: "oral" }, "professional"],
    [{ modifier_6: "25" }, "modifier_6"],
  ])("%j is refused", (conditions, message) => {
    const parsed = conditionsSchema().safeParse(conditions);
    expect(JSON.stringify(parsed.error?.issues)).toContain(message);
  });

  test("a cell of a megabyte is answered at once", async () => {
    const line = await lineOf({ payer: "a".repeat(1_000_000) });
    const started = performance.now();
    for (const conditions of [{ payer: "*a*a*a*b" }, { payer: { matches: "(a+)+b" } }]) {
      expect(compileConditions(conditions).every((condition) => condition.holds(line))).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
