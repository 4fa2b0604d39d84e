import type { Completes, TreeCommand } from "./command-tree.ts";

/** A point of the command line where options and operands are typed: behind `claimlint`, `claimlint data`, … */
export interface Place {
  /** `data add`; empty behind the program's name, where the default command's words are allowed too. */
  readonly path: string;
  readonly command: TreeCommand;
}

/** The default command, whose name may be left out. */
const DEFAULT = "check";

/** Every place, the program itself first: there it is the default command's options and every command's name. */
export function allCommands(program: TreeCommand): Place[] {
  const standard = program.commands.find(({ name }) => name === DEFAULT);
  const top: TreeCommand = {
    ...program,
    options: merged([...program.options, ...(standard?.options ?? [])]),
    operands: standard?.operands ?? [],
  };
  return [
    { path: "", command: top },
    ...program.commands.flatMap((command) => [
      { path: command.name, command },
      ...command.commands.map((sub) => ({ path: `${command.name} ${sub.name}`, command: sub })),
    ]),
  ];
}

function merged(options: TreeCommand["options"]): TreeCommand["options"] {
  return options.filter(({ long }, i) => options.findIndex((other) => other.long === long) === i);
}

/** All spellings of the options of a place. */
export function optionNames({ command }: Place): string[] {
  return command.options.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long]));
}

/** What may stand in the place of an operand: the names of commands, words, files. */
export function completesOperand({ command }: Place): { readonly words: readonly string[]; readonly files: boolean } {
  const words = command.operands.flatMap(({ completes }) => (typeof completes === "object" ? completes : []));
  return {
    words: [...command.commands.map(({ name }) => name), ...words],
    // FILE:ROW begins with a file.
    files: command.operands.some(({ completes, usage }) => completes === "file" || usage.includes("FILE")),
  };
}

/** Lists so long that a script holds each once, under a number from 1. */
export class LongLists {
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly string[])[] = [];

  constructor(places: readonly Place[]) {
    for (const { command } of places) {
      for (const { completes } of [...command.options, ...command.operands]) {
        if (typeof completes !== "object" || completes.length < LONG) continue;
        const text = completes.join(" ");
        if (!this.#numbers.has(text)) this.#numbers.set(text, this.#lists.push(completes));
      }
    }
  }

  number(completes: Completes): number | undefined {
    return typeof completes === "object" ? this.#numbers.get(completes.join(" ")) : undefined;
  }

  /** What `write` makes of every list and its number. */
  map(write: (words: readonly string[], number: number) => string): string[] {
    return this.#lists.map((words, i) => write(words, i + 1));
  }
}

const LONG = 12;
