import type { Example, ExampleLine, Rule } from "./rule.ts";

/** The page of one rule, Markdown: `claimlint explain ID` prints it and `docs/rules/` is made of it. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    `${rule.summary}.`,
    [
      `**${rule.severity}**${rule.defaultOff ? " (off by default)" : ""} · scope ${rule.scope} · ${rule.tier} · since ${rule.since}`,
      rule.payers ? `certain for ${rule.payers.join(", ")}; advisory for other payers` : undefined,
      rule.forms ? `${rule.forms.join(" and ")} claims` : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(" · "),
    `## Why\n\n${rule.why}`,
    `## What to do\n\n${rule.fix}\n\n${REPAIR[rule.repair]}`,
    rule.notes && `## Notes\n\n${rule.notes}`,
    rule.denial &&
      `## Likely denial\n\nCARC ${rule.denial.carc.join(", ")}${rule.denial.rarc ? ` · RARC ${rule.denial.rarc.join(", ")}` : ""}`,
    inputsOf(rule),
    optionsOf(rule),
    `## Examples\n\nThese run in claimlint's tests. A column not shown is that of a clean office visit.\n\n${examplesOf(rule)}`,
    `## Authority\n\n${rule.sources.map((source) => `- ${source}`).join("\n")}`,
    rule.doubt && `## In doubt\n\n${rule.doubt}`,
  ];
  return `${parts.filter((part) => part).join("\n\n")}\n`;
}

const REPAIR = {
  safe: "The repair is lossless: `claimlint fix` makes it.",
  suggest:
    "A repair is proposed where there is one; a person has to confirm it. `claimlint fix` makes only what loses nothing.",
  never: "No program may repair this: it would assert a clinical or billing fact.",
} as const;

function inputsOf(rule: Rule): string | undefined {
  if (rule.scope === "file") return undefined;
  if (rule.scope === "value") return `## Columns\n\nLooks at: ${rule.on.join(", ")}`;
  const lines = [`Needs: ${rule.needs.join(", ") || "nothing"}`];
  if (rule.reads?.length) lines.push(`Reads where they are there: ${rule.reads.join(", ")}`);
  if (rule.columns?.length) lines.push(`The file must have: ${rule.columns.join(", ")}`);
  const data = Object.entries(rule.data ?? {}).map(([name, d]) =>
    "optional" in d
      ? `${d.optional.title} (${rule.anyOf?.includes(name) ? "one of these is enough" : "optional"})`
      : d.title,
  );
  if (data.length > 0) lines.push(`Data sets: ${data.join(", ")}`);
  return `## Columns\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function optionsOf(rule: Rule): string | undefined {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return undefined;
  const rows = options.map(
    ([name, option]) => `- \`${name}\` (default \`${JSON.stringify(option.default)}\`): ${option.describe}`,
  );
  return `## Options\n\n${rows.join("\n")}`;
}

function examplesOf(rule: Rule): string {
  const list = (title: string, examples: readonly Example[] | undefined) =>
    examples?.length ? `${title}\n\n${examples.map((e) => `- ${exampleText(e)}`).join("\n")}` : undefined;
  return [
    list("Found:", rule.examples.finds),
    list("Not flagged:", rule.examples.passes),
    list("Cannot be judged (counted as skipped):", rule.examples.skips),
  ]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function exampleText(example: Example): string {
  const lines = (Array.isArray(example) ? example : [example]) as readonly ExampleLine[];
  return lines
    .map(
      (line) =>
        Object.entries(line)
          .map(
            ([name, value]) => `${name.replace("$", "")} \`${value === "" ? "(blank)" : value.replaceAll("`", "'")}\``,
          )
          .join(", ") || "the clean line",
    )
    .join(" **and** ");
}
