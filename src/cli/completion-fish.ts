import type { Completes, TreeCommand } from "./command-tree.ts";
import { allCommands, completesOperand, LongLists, type Place } from "./completion-places.ts";

export function fishCompletion(program: TreeCommand): string {
  const places = allCommands(program);
  const lists = new LongLists(places);
  const cases = program.commands.map(({ name, commands }) => {
    if (commands.length === 0) return `        case ${name}\n            echo ${name}`;
    const subs = commands.map((sub) => sub.name).join(" ");
    return `        case ${name}
            if contains -- "$words[2]" ${subs}
                echo "${name} $words[2]"
            else
                echo ${name}
            end`;
  });
  return `# claimlint completion for fish: claimlint completion fish | source
function __claimlint_place
    set -l words (commandline -opc)
    set -e words[1]
    switch "$words[1]"
        case ''
            echo top
${cases.join("\n")}
        case '*'
            echo check
    end
end

function __claimlint_at
    test (__claimlint_place) = "$argv[1]"
end

${lists.map((words, n) => `function __claimlint_words_${n}\n    string split ' ' ${quoted(words.join(" "))}\nend`).join("\n\n")}

complete -c claimlint -f
${places.flatMap((place) => placeLines(place, lists)).join("\n")}
`;
}

function placeLines(place: Place, lists: LongLists): string[] {
  const { path, command } = place;
  const at = `complete -c claimlint -n ${quoted(`__claimlint_at ${quoted(path === "" ? "top" : path)}`)}`;
  const names = command.commands.map(({ name, describe }) => `${at} -a ${name} -d ${quoted(describe)}`);
  const options = command.options.map(({ short, long, value, describe, completes }) => {
    const spelled = `${short === undefined ? "" : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
    const words = completes === "folder" ? "(__fish_complete_directories)" : wordsOf(completes, lists);
    const takes =
      value === undefined ? "" : completes === "file" ? " -r -F" : ` -x${words === "" ? "" : ` -a ${quoted(words)}`}`;
    return `${at} ${spelled}${takes} -d ${quoted(describe)}`;
  });
  const { files } = completesOperand(place);
  const typed = command.operands.map(({ completes }) => wordsOf(completes, lists)).filter((words) => words !== "");
  return [...names, ...options, ...typed.map((words) => `${at} -a ${quoted(words)}`), ...(files ? [`${at} -F`] : [])];
}

function wordsOf(completes: Completes, lists: LongLists): string {
  const long = lists.number(completes);
  if (long !== undefined) return `(__claimlint_words_${long})`;
  return typeof completes === "object" ? completes.join(" ") : "";
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
