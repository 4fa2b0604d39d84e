import { SETTING_NAMES } from "../config/settings.ts";
import { formatDate } from "../model/dates.ts";
import type { ExitCode } from "../model/run.ts";
import { configure } from "./configure.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** `claimlint config`: every setting with its origin, then what differs from the defaults in the rules and columns. */
export async function configCommand(terminal: Terminal, flags: Flags, choice: ConfigChoice): Promise<ExitCode> {
  const configuration = await configure(terminal, flags, choice);
  const { stdout } = terminal;
  stdout.write(`configuration file: ${configuration.file ?? "none"}\n\n`);
  const width = Math.max(...SETTING_NAMES.map((name) => name.length));
  for (const name of SETTING_NAMES) {
    const value = configuration.settings[name];
    stdout.write(
      `${name.padEnd(width)}  ${configuration.origins[name].padEnd(11)}  ${value === undefined ? "-" : JSON.stringify(value)}\n`,
    );
  }
  const rules = configuration.rules.filter(({ origin, options, rule }) => {
    const defaults = Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, o]) => [name, o.default]));
    return origin !== "default" || JSON.stringify(options) !== JSON.stringify(defaults);
  });
  for (const { rule, severity, options, origin } of rules) {
    stdout.write(
      `\nrules.${rule.id}  ${origin}  ${severity}${Object.keys(options).length ? ` ${JSON.stringify(options)}` : ""}`,
    );
  }
  const map = [...Object.entries(configuration.columns), ...configuration.map];
  for (const [field, header] of map) stdout.write(`\ncolumns.${field}  "${header}"`);
  for (const [name, kind] of Object.entries(configuration.payers)) stdout.write(`\npayers."${name}"  ${kind}`);
  for (const { files, settings, columns, payers, rules } of configuration.overrides)
    stdout.write(`\noverrides ${files.join(", ")}  ${JSON.stringify({ ...settings, columns, payers, rules })}`);
  for (const { rule, where } of configuration.added) stdout.write(`\nadded rule ${rule.id}  ${where}`);
  for (const { where, rules, owner, expires } of configuration.waivers)
    stdout.write(`\nwaiver ${where}  ${rules.join(", ")}  ${owner}, until ${formatDate(expires)}`);
  for (const note of configuration.notes) stdout.write(`\nwarning: ${note}`);
  stdout.write("\n");
  return 0;
}
