import type { Argument, Command, Option } from "commander";
import { allFieldNames } from "../model/columns.ts";
import { DATA_SETS } from "../registry/data-sets.ts";
import { REPORTERS } from "../registry/reporters.ts";
import { RULES } from "../registry/rules.ts";

/** The commands and options as plain data: what completion scripts and the manual page are written from. */
export interface TreeCommand {
  readonly name: string;
  readonly describe: string;
  /** What is typed after the options, in commander's notation: `<FILE>`, `[FILE...]`. */
  readonly operands: readonly TreeOperand[];
  readonly options: readonly TreeOption[];
  readonly commands: readonly TreeCommand[];
}

export interface TreeOperand {
  readonly usage: string;
  readonly describe: string;
  readonly completes: Completes;
}

export interface TreeOption {
  readonly short: string | undefined;
  readonly long: string;
  /** `<FILE>`; undefined for a switch. */
  readonly value: string | undefined;
  readonly describe: string;
  readonly group: string;
  readonly completes: Completes;
}

/** What may be typed in a place: nothing known, these words, a file or a folder. */
export type Completes = readonly string[] | "file" | "folder" | undefined;

/** Reads a commander program. The hidden help command is left out. */
export function commandTree(program: Command): TreeCommand {
  return {
    name: program.name(),
    describe: program.description(),
    operands: program.registeredArguments.map(operandOf),
    options: [...program.options.filter(({ hidden }) => !hidden).map(optionOf), HELP],
    commands: program.commands.map(commandTree),
  };
}

const HELP: TreeOption = {
  short: "-h",
  long: "--help",
  value: undefined,
  describe: "print help",
  group: "Options:",
  completes: undefined,
};

function operandOf(argument: Argument): TreeOperand {
  const name = argument.name();
  const dots = argument.variadic ? "..." : "";
  return {
    usage: argument.required ? `<${name}${dots}>` : `[${name}${dots}]`,
    describe: argument.description,
    completes: argument.argChoices ?? placeholder(name),
  };
}

function optionOf(option: Option): TreeOption {
  const value = /[<[].*$/.exec(option.flags)?.[0];
  return {
    short: option.short,
    long: option.long ?? option.flags,
    value,
    describe: option.description,
    group: option.helpGroupHeading ?? "Options:",
    completes: option.argChoices ?? (value === undefined ? undefined : placeholder(value.slice(1, -1))),
  };
}

/** The name of a place says what goes into it, so that no list of completions has to be kept beside the options. */
function placeholder(name: string): Completes {
  switch (name) {
    case "NAME[=FILE]":
      return REPORTERS.map(({ id }) => id);
    case "ID":
    case "ID[:SEVERITY]":
    case "RULE|FILE:ROW":
      return RULES.map(({ id }) => id);
    case "FIELD=HEADER":
      return allFieldNames().map(({ field }) => `${field}=`);
    case "WHAT":
      return DATA_SETS.flatMap(({ id, install }) => (install.startsWith("claimlint data pull") ? [id] : []));
    case "DIR":
      return "folder";
    default:
      return /FILE|PATH|URL\|DIR|^(?:A|B|OLD|NEW)$/.test(name) ? "file" : undefined;
  }
}
