import type { Completes, TreeCommand, TreeOption } from "./command-tree.ts";
import { allCommands, LongLists, type Place } from "./completion-places.ts";

/** Works sourced, and as a file `_claimlint` in a folder of `fpath`. */
export function zshCompletion(program: TreeCommand): string {
  const places = allCommands(program);
  const lists = new LongLists(places);
  return `#compdef claimlint
# claimlint completion for zsh: source <(claimlint completion zsh)

${lists.map((words, n) => `__claimlint_words_${n}() { compadd "$@"${endsOpen(words)} -- ${words.join(" ")} }`).join("\n")}

${places.map((place) => placeFunction(place, lists)).join("\n\n")}

_claimlint() {
  if (( CURRENT == 2 )); then
    __claimlint_top
    return
  fi
  case $words[2] in
${program.commands.map((command) => branch(command)).join("\n")}
    *) __claimlint_check ;;
  esac
}

if [[ \${funcstack[1]} == _claimlint ]]; then
  _claimlint "$@"
else
  compdef _claimlint claimlint
fi
`;
}

const functionName = ({ path }: Place): string => `__claimlint_${path === "" ? "top" : path.replaceAll(" ", "_")}`;

function branch({ name, commands }: TreeCommand): string {
  const call = `shift words; (( CURRENT-- )); __claimlint_${name}`;
  if (commands.length === 0) return `    ${name}) ${call} ;;`;
  const subs = commands.map(
    (sub) => `${sub.name}) shift 2 words; (( CURRENT -= 2 )); __claimlint_${name}_${sub.name} ;;`,
  );
  return `    ${name})
      (( CURRENT == 3 )) && { ${call}; return }
      case $words[3] in
        ${subs.join("\n        ")}
        *) ${call} ;;
      esac ;;`;
}

/** `FIELD=` waits for more: no space behind it. */
const endsOpen = ([first = ""]: readonly string[]): string => (first.endsWith("=") ? " -S ''" : "");

function placeFunction(place: Place, lists: LongLists): string {
  const { command } = place;
  const names = command.commands.map(({ name, describe }) => `    ${quoted(`${name}:${described(describe)}`)}`);
  const specs = [...command.options.map((option) => optionSpec(option, lists)), ...operandSpecs(command, lists)];
  const list =
    names.length === 0
      ? ""
      : `  local -a commands=(\n${names.join("\n")}\n  )\n  _describe -t commands command commands\n`;
  return `${functionName(place)}() {\n${list}  _arguments -s -S ${specs.map((spec) => `\\\n    ${spec}`).join(" ")}\n}`;
}

function optionSpec({ short, long, value, describe, completes }: TreeOption, lists: LongLists): string {
  const text = `[${described(describe)}]`;
  const name = value === undefined ? "" : `:${described(value.replace(/[<>[\]]/g, ""))}:${actionOf(completes, lists)}`;
  // A value may follow after a space or after "=".
  const spelled = value === undefined ? long : `${long}=`;
  if (short === undefined) return quoted(`*${spelled}${text}${name}`);
  return [`*${short}${text}${name}`, `*${spelled}${text}${name}`].map(quoted).join(" \\\n    ");
}

function operandSpecs({ operands }: TreeCommand, lists: LongLists): string[] {
  return operands.map(({ usage, completes }, i) => {
    const many = usage.includes("...");
    const name = described(usage.replace(/[<>[\].]/g, ""));
    const words = actionOf(completes, lists);
    const mixed = typeof completes === "object" && usage.includes("FILE");
    const action = mixed ? `{_alternative "words:word:${words}" "files:file:_files"}` : words;
    return quoted(`${many ? "*" : i + 1}:${name}:${action}`);
  });
}

function actionOf(completes: Completes, lists: LongLists): string {
  const long = lists.number(completes);
  if (long !== undefined) return `__claimlint_words_${long}`;
  if (completes === "file") return "_files";
  if (completes === "folder") return "_files -/";
  return completes === undefined ? " " : `(${completes.map((word) => word.replaceAll(":", "\\:")).join(" ")})`;
}

const described = (text: string): string => text.replace(/[\\:[\]]/g, "\\$&");

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
