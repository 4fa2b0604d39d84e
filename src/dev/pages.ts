import type { Rule } from "../contract/rule.ts";
import { COLUMNS, type ColumnSpec, fieldName, LINE_KEYS } from "../model/columns.ts";

/** The index of the rule pages, Markdown. */
export function rulesIndex(rules: readonly Rule[]): string {
  const scopes = [
    ["file", "about a file as a whole"],
    ["value", "about the text of one cell"],
    ["line", "about one service line"],
    ["claim", "about all lines of one claim"],
    ["history", "across claims and files, for one patient"],
  ] as const;
  const parts = scopes.flatMap(([scope, what]) => {
    const own = rules.filter((rule) => rule.scope === scope);
    const rows = own.map((r) => `| [\`${r.id}\`](${r.id}.md) | ${r.severity} | ${r.tier} | ${r.summary} |`);
    return own.length === 0
      ? []
      : [`## ${scope}: ${what}\n\n| rule | severity | tier | finds |\n|---|---|---|---|\n${rows.join("\n")}`];
  });
  return `# Rules\n\n${rules.length} rules. Made by \`npm run generate\` from \`src/rules/\`.\n\n${parts.join("\n\n")}\n`;
}

/** What a CSV may hold, Markdown. */
export function inputFormatPage(): string {
  const rows = LINE_KEYS.map((key) => {
    const spec: ColumnSpec = COLUMNS[key];
    const name = spec.slots === 1 ? spec.field : `${fieldName(key, 0)} … ${fieldName(key, spec.slots - 1)}`;
    const synonyms = spec.synonyms.filter((s) => s !== spec.field).map((s) => `\`${s}\``);
    return `| \`${name}\`${spec.required ? " **required**" : ""} | ${spec.kind} | ${spec.privacy} | ${spec.describe} | ${synonyms.join(" ")} |`;
  });
  return `# Input format

Made by \`npm run generate\` from \`src/model/columns.ts\`.

One record is one service line; the first record is the header. A header is recognised by the names below, whatever its case, spaces and
punctuation (\`#\` stands for a number). \`--map FIELD=HEADER\` names a column that is not recognised, \`claimlint inspect FILE\` shows how a file is read.

- UTF-8 (a byte order mark is fine), or \`--encoding windows-1252\` or \`utf-16le\`. gzip is recognised by its content.
- Comma, or \`--delimiter tab|pipe|semicolon|CHAR\`; tab for \`.tsv\`. Quoted cells may hold line breaks (RFC 4180).
- Values are text. Nothing is converted: \`00142\` stays \`00142\`.
- Dates: \`YYYY-MM-DD\`, \`YYYYMMDD\`, \`MM/DD/YYYY\`, \`DD/MM/YYYY\`, \`DD-Mon-YYYY\`; one format per column, or \`--date-format\`.
- A blank cell, \`NULL\`, \`N/A\`, \`NaN\`, \`None\` and the like all mean "nothing".
- Privacy: \`direct\` values (and, outside a terminal, \`quasi\` ones) are reported by their shape only; see \`--values\`.

| field | kind | privacy | meaning | also recognised |
|---|---|---|---|---|
${rows.join("\n")}
`;
}
