import type { Completes, TreeCommand } from "./command-tree.ts";
import { allCommands, completesOperand, LongLists, optionNames } from "./completion-places.ts";

/** For Windows PowerShell 5.1 and PowerShell 7. Where nothing is offered PowerShell itself completes file names. */
export function powershellCompletion(program: TreeCommand): string {
  const places = allCommands(program);
  const lists = new LongLists(places);
  const valuesOf = (completes: Completes): string => {
    const long = lists.number(completes);
    return long === undefined ? `@(${list(wordsOf(completes))})` : `$list${long}`;
  };
  const options = places.map((place) => `    ${quoted(place.path)} = @(${list(optionNames(place))})`);
  const operands = places.map((place) => `    ${quoted(place.path)} = @(${list(completesOperand(place).words)})`);
  const values = places.flatMap(({ path, command }) =>
    command.options.flatMap(({ short, long, value, completes }) =>
      value === undefined
        ? []
        : [short, long].flatMap((name) =>
            name === undefined ? [] : [`    ${quoted(`${path} ${name}`)} = ${valuesOf(completes)}`],
          ),
    ),
  );
  return `# claimlint completion for PowerShell: claimlint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName claimlint -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  # Hashtables of PowerShell do not tell -V from -v.
  $options = [System.Collections.Hashtable]::new([System.StringComparer]::Ordinal)
  $operands = [System.Collections.Hashtable]::new([System.StringComparer]::Ordinal)
  $values = [System.Collections.Hashtable]::new([System.StringComparer]::Ordinal)
  ${lists.map((words, n) => `$list${n} = @(${list(words)})`).join("\n  ")}
  ${assignments("options", options)}
  ${assignments("operands", operands)}
  ${assignments("values", values)}
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $place = ''
  if ($words.Count -gt 1) {
    $place = 'check'
    if ($operands.ContainsKey($words[1])) { $place = $words[1] }
    if ($words.Count -gt 2 -and $operands.ContainsKey("$place $($words[2])")) { $place = "$place $($words[2])" }
  }
  $previous = if ($words.Count -gt 1) { $words[-1] } else { '' }
  $found = if ($values.ContainsKey("$place $previous")) { $values["$place $previous"] }
    elseif ($wordToComplete -like '-*') { $options[$place] }
    else { $operands[$place] }
  $found | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function assignments(table: string, entries: readonly string[]): string {
  return entries.map((entry) => entry.trim().replace(/^('(?:[^']|'')*') = /, `$$${table}[$1] = `)).join("\n  ");
}

const wordsOf = (completes: Completes): readonly string[] => (typeof completes === "object" ? completes : []);
const list = (words: readonly string[]): string => words.map(quoted).join(", ");
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
