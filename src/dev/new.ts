// `npm run new -- rule line some-defect`: a rule and its mirrored test, ready to fill in.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Built to dist/dev/, two folders below the root as the source is.
const root = fileURLToPath(new URL("../..", import.meta.url));

const HEAD = (id: string) => `  id: "${id}",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "TODO the defect in a few words, no full stop",
  why: "TODO why the payer cares.",
  fix: "TODO what to check.",
  repair: "never",
  sources: ["TODO manual and chapter, guideline section"],
`;

interface Template {
  readonly body: string;
  /** Source texts of examples: the clean office visit is laid under them. */
  readonly passes: string;
  readonly finds: string;
}

const CSV = "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\\n";

const TEMPLATES: Readonly<Record<string, Template>> = {
  value: {
    body: `
  on: ["procedure"],
  message: "{code} TODO",

  check(value, { report }) {
    if (!value.ok) report({ code: value });
  },
`,
    passes: `{ procedure_code: "99213" }`,
    finds: `{ procedure_code: "992133" }`,
  },
  line: {
    body: `
  needs: ["procedure", "units"],
  message: "{units} units of {code} TODO",

  check(line, { report }) {
    if (line.units.amount > 1) report("units", { units: line.units.amount, code: line.procedure.code });
  },
`,
    passes: `{ units: "1" }`,
    finds: `{ units: "2" }`,
  },
  claim: {
    body: `
  needs: ["procedure"],
  message: "{code} TODO",

  check(claim, { report }) {
    for (const line of claim.lines.slice(1)) report(line, "procedure", { code: line.procedure.code });
  },
`,
    passes: `{ line_number: "1" }`,
    finds: `[{ line_number: "1" }, { line_number: "2" }]`,
  },
  history: {
    body: `
  per: "patient+date",
  needs: ["procedure"],
  message: "{code} TODO",

  start: () => ({ seen: 0 }),
  step(state, line, { report }) {
    state.seen++;
    if (state.seen > 1) report(line, "procedure", { code: line.procedure.code });
  },
`,
    passes: `{ claim_id: "CLM-1" }`,
    finds: `[{ claim_id: "CLM-1" }, { claim_id: "CLM-2" }]`,
  },
  file: {
    body: `
  message: "{rows} lines TODO",

  check(file, { report }) {
    if (file.rows > 1) report({ row: 0 }, { rows: file.rows });
  },
`,
    passes: `{ $csv: "${CSV}CLM-1,1,2026-03-02,99213,E11.9,1,125.00\\n" }`,
    finds: `{ $csv: "${CSV}CLM-1,1,2026-03-02,99213,E11.9,1,125.00\\nCLM-2,1,2026-03-02,99213,E11.9,1,125.00\\n" }`,
  },
};

/** The text of a new rule file. */
export function ruleTemplate(scope: string, id: string): string {
  const { body, passes, finds } = TEMPLATES[scope]!;
  return `import { ${scope}Rule } from "../../contract/rule.ts";

export default ${scope}Rule({
${HEAD(id)}${body}
  examples: {
    passes: [${passes}],
    finds: [${finds}],
  },
});
`;
}

/** The text of its mirrored test. */
export function testTemplate(scope: string, id: string): string {
  const { passes, finds } = TEMPLATES[scope]!;
  return [
    `import rule from "../../../src/rules/${scope}/${id}.ts";`,
    `import { testRule } from "../harness.ts";`,
    "",
    "// Both sides of every boundary; the examples of the rule itself run in examples.test.ts.",
    "testRule(rule, {",
    `  passes: [${passes}],`,
    `  finds: [{ lines: [${finds.replace(/^\[|\]$/g, "")}], message: /TODO/, count: 1 }],`,
    "});",
    "",
  ].join("\n");
}

function main([what, scope = "", id = ""]: readonly string[]): void {
  if (what !== "rule" || !Object.hasOwn(TEMPLATES, scope) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    process.stderr.write(`usage: npm run new -- rule ${Object.keys(TEMPLATES).join("|")} some-defect\n`);
    process.exitCode = 2;
    return;
  }
  const files = {
    [`src/rules/${scope}/${id}.ts`]: ruleTemplate(scope, id),
    [`test/rules/${scope}/${id}.test.ts`]: testTemplate(scope, id),
  };
  for (const path of Object.keys(files)) {
    if (!existsSync(join(root, path))) continue;
    process.stderr.write(`${path} is there already\n`);
    process.exitCode = 2;
    return;
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path}\n`);
  }
  process.stdout.write("Fill it in, then: npm run generate && npm run format && npm run check\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
