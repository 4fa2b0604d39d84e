import type { Completes, TreeCommand } from "./command-tree.ts";
import { allCommands, completesOperand, optionNames, type Place } from "./completion-places.ts";

/**
 * For bash 3.2 (macOS) and later, without the bash-completion package. `=` and `:` break words in bash, so
 * `--fail-on=err` arrives as three words.
 */
export function bashCompletion(program: TreeCommand): string {
  const places = allCommands(program);
  return `# claimlint completion for bash: source <(claimlint completion bash)
_claimlint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" command="" words="" files="" IFS=$' \\t\\n'
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 0 ] && prev="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$cur" = "=" ]; then cur=""
  elif [ "$prev" = "=" ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "\${COMP_WORDS[1]}" in
${nested(program)}
    esac
  fi
  case "$command $prev" in
${optionValues(places)}
    *)
      case "$cur" in
        -*)
          case "$command" in
${places.map((place) => `            ${label(place)}) words='${optionNames(place).join(" ")}' ;;`).join("\n")}
          esac ;;
        *)
          case "$command" in
${places.map((place) => `            ${label(place)}) ${operands(place)} ;;`).join("\n")}
          esac ;;
      esac ;;
  esac
  local IFS=$'\\n'
  [ -n "$words" ] && COMPREPLY=($(IFS=$' \\t\\n' compgen -W "$words" -- "$cur"))
  if [ -n "$files" ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen "$files" -- "$cur"))
  fi
  case "\${COMPREPLY[0]}" in *=) compopt -o nospace 2>/dev/null ;; esac
}
complete -F _claimlint claimlint
`;
}

const label = ({ path }: Place): string => (path === "" ? '""' : `"${path}"`);

function nested(program: TreeCommand): string {
  return program.commands
    .map(({ name, commands }) => {
      if (commands.length === 0) return `      ${name}) command=${name} ;;`;
      const subs = commands.map((sub) => sub.name).join("|");
      return `      ${name}) command=${name}; [ "$COMP_CWORD" -gt 2 ] && case "\${COMP_WORDS[2]}" in ${subs}) command="${name} \${COMP_WORDS[2]}" ;; esac ;;`;
    })
    .concat("      *) command=check ;;")
    .join("\n");
}

/** One branch for all places and spellings that complete to the same. */
function optionValues(places: readonly Place[]): string {
  const branches = new Map<string, string[]>();
  for (const { path, command } of places) {
    for (const { short, long, value, completes } of command.options) {
      if (value === undefined) continue;
      const action = assign(completes);
      const patterns = [short, long].flatMap((name) => (name === undefined ? [] : [`"${path} ${name}"`]));
      branches.set(action, [...(branches.get(action) ?? []), ...patterns]);
    }
  }
  return [...branches].map(([action, patterns]) => `    ${patterns.join("|")}) ${action} ;;`).join("\n");
}

function assign(completes: Completes): string {
  if (completes === "file") return "files=-f";
  if (completes === "folder") return "files=-d";
  return completes === undefined ? ":" : `words='${completes.join(" ")}'`;
}

function operands(place: Place): string {
  const { words, files } = completesOperand(place);
  return (
    [...(words.length > 0 ? [`words='${words.join(" ")}'`] : []), ...(files ? ["files=-f"] : [])].join("; ") || ":"
  );
}
