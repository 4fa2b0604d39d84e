// `npm run generate`: registries, rule pages, input format, JSON Schemas. A house test fails when one is stale.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { configJsonSchema } from "../config/schema.ts";
import { rulePage } from "../contract/page.ts";
import { reportJsonSchema } from "../contract/report-schema.ts";
import { RULES } from "../registry/rules.ts";
import { manual } from "./manual.ts";
import { inputFormatPage, rulesIndex } from "./pages.ts";

// Built to dist/dev/, two folders below the root as the source is.
const root = fileURLToPath(new URL("../..", import.meta.url));

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

mkdirSync(join(root, "docs/rules"), { recursive: true });
for (const name of readdirSync(join(root, "docs/rules"))) rmSync(join(root, "docs/rules", name));
for (const rule of RULES) write(`docs/rules/${rule.id}.md`, rulePage(rule));
write("docs/rules/README.md", rulesIndex(RULES));
write("docs/input-format.md", inputFormatPage());
write("docs/claimlint.1", manual());
write("docs/config.schema.json", `${JSON.stringify(configJsonSchema(RULES), undefined, 2)}\n`);
write("docs/report.schema.json", `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`);
