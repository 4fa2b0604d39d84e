import { commandTree, type TreeCommand, type TreeOption } from "../cli/command-tree.ts";
import { commandLine, EXIT_CODES } from "../cli/main.ts";
import { environmentName, SETTING_NAMES } from "../config/settings.ts";
import { toolVersion } from "../run/version.ts";

/** The manual page claimlint(1) of this program. */
export function manual(): string {
  // Only built, never run: nothing is read from the process.
  const { stdin, stdout, stderr } = process;
  const terminal = { stdin, stdout, stderr, env: {}, cwd: ".", today: 0 };
  return manualPage(commandTree(commandLine([], terminal).program), toolVersion(), EXIT_CODES);
}

/** In man(7), from the commands and options themselves. */
function manualPage(program: TreeCommand, version: string, exitCodes: string): string {
  const check = program.commands.find(({ name }) => name === "check")!;
  const leaves = program.commands.flatMap((command) =>
    command.commands.length === 0
      ? [{ path: command.name, command }]
      : command.commands.map((sub) => ({ path: `${command.name} ${sub.name}`, command: sub })),
  );
  const shared = new Map(check.options.map(({ long, describe }) => [long, describe]));
  return [
    `.\\" Made by npm run generate from the command line itself.`,
    `.TH CLAIMLINT 1 "" "claimlint ${escaped(version)}" "User Commands"`,
    `.SH NAME\nclaimlint \\- ${escaped(sentence(program.describe))}`,
    `.SH SYNOPSIS\n${leaves.map(({ path, command }) => synopsis(path, command)).join("\n")}`,
    `.SH DESCRIPTION\n${DESCRIPTION.map(escaped).join("\n.PP\n")}`,
    `.SH COMMANDS\n${leaves.map(({ path, command }) => section(path, command, shared)).join("\n")}`,
    `.SH OPTIONS\nThese are the options of\n.BR check ;\nother commands say above which of them they take.\n${grouped(check.options)}`,
    `.SH EXIT STATUS\n${exits(exitCodes)}`,
    `.SH ENVIRONMENT\nEvery option has a variable. Defaults give way to the configuration file, the file to the environment, the environment to options.\n${environment()}`,
    `.SH FILES\n${FILES.map(([file, about]) => tagged(`.I ${escaped(file)}`, about)).join("\n")}`,
    `.SH PRIVACY\n${PRIVACY.map(escaped).join("\n.PP\n")}`,
    `.SH EXAMPLES\n${EXAMPLES.map(([about, command]) => `.PP\n${escaped(about)}\n.PP\n.RS 4\n.EX\n${escaped(command)}\n.EE\n.RE`).join("\n")}`,
  ]
    .join("\n")
    .concat("\n");
}

const DESCRIPTION = [
  "claimlint reads CSV files of US medical claim lines, one service line a record, before they are submitted, and reports what a payer would reject or deny: where it is, why it matters and what to check.",
  "Checking changes no file and opens no network connection, and it reports a rule that could not run as not checked, never as passed.",
];

const FILES = [
  [
    "claimlint.config.jsonc",
    "The configuration, looked for in the working directory and upwards. claimlint init writes one.",
  ],
  ["~/.local/share/claimlint", "The installed tables, unless --data or CLAIMLINT_DATA names another folder."],
] as const;

const PRIVACY = [
  "Values that identify a person are reported by their shape (letters A, digits 9); outside a terminal dates, claim numbers and accounts too. --values all must be asked for, and the report says so.",
];

const EXAMPLES = [
  ["Check a file; several reports come from one pass:", "claimlint claims.csv -f pretty -f sarif=claims.sarif"],
  ["See how a file is read, without any cell of it:", "claimlint inspect claims.csv"],
  ["See what every rule did with row 22:", "claimlint explain claims.csv:22"],
] as const;

function synopsis(path: string, { operands, options }: TreeCommand): string {
  const operand = operands.map(({ usage }) => usage.replace("...", " …")).join(" ");
  const flags = options.length > 0 ? " [\\fIOPTIONS\\fR]" : "";
  return `.br\n\\fBclaimlint ${escaped(path)}\\fR${flags} ${escaped(operand)}`.trimEnd();
}

function section(
  path: string,
  { describe, operands, options }: TreeCommand,
  shared: ReadonlyMap<string, string>,
): string {
  const isShared = (each: TreeOption) => shared.get(each.long) === each.describe;
  const own = path === "check" ? [] : options.filter((each) => !isShared(each));
  const taken = options.filter((each) => isShared(each) && each.long !== "--help").map(({ long }) => long);
  const about = operands.map(({ usage, describe: text }) => (text === "" ? "" : `${usage}: ${text}`)).filter(Boolean);
  const also = path === "check" || taken.length === 0 ? [] : [`It takes ${taken.join(", ")} as check does`];
  const sentences = [sentence(describe), ...about, ...also].map((text) => `${text[0]!.toUpperCase()}${text.slice(1)}.`);
  const lines = [tagged(`.B claimlint ${escaped(path)}`, sentences.join(" "))];
  if (own.length > 0) lines.push(".RS", ...own.map(option), ".RE");
  return lines.join("\n");
}

function grouped(options: readonly TreeOption[]): string {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups
    .map((group) => {
      const own = options.filter((each) => each.group === group);
      return `.SS ${escaped(group.replace(/:$/, ""))}\n${own.map(option).join("\n")}`;
    })
    .join("\n");
}

function option({ short, long, value, describe }: TreeOption): string {
  const names = [short, long].flatMap((name) => (name === undefined ? [] : [`\\fB${escaped(name)}\\fR`])).join(", ");
  const argument = value === undefined ? "" : ` \\fI${escaped(value.replace(/[<>]/g, ""))}\\fR`;
  return `.TP\n${names}${argument}\n${escaped(describe)}`;
}

function exits(text: string): string {
  return [...text.matchAll(/^ {2}(\d+) +(.+)$/gm)]
    .map(([, code = "", about = ""]) => tagged(`.B ${code}`, about))
    .join("\n");
}

function environment(): string {
  const names = SETTING_NAMES.map((name) => `\\fB${environmentName(name)}\\fR`).join(",\n");
  return `.PP\n${names},\n\\fBCLAIMLINT_CONFIG\\fR.\n${tagged(".B CLAIMLINT_DEBUG", "Where set, an internal error shows where in the program it happened.")}\n${tagged(".B NO_COLOR", "Where set, no colour is used.")}`;
}

const tagged = (tag: string, text: string): string => `.TP\n${tag}\n${escaped(text)}`;

const sentence = (text: string): string => text.replace(/\.$/, "");

/** Text for roff: a backslash, a hyphen that is typed as one, and a line that would be taken for a request. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(
      /[^\x20-\x7e\n]/g,
      (character) => `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replace(/^([.'])/gm, "\\&$1");
}
