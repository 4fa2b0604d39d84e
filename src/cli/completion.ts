import type { Command } from "commander";
import type { ExitCode } from "../model/run.ts";
import { commandTree } from "./command-tree.ts";
import { bashCompletion } from "./completion-bash.ts";
import { fishCompletion } from "./completion-fish.ts";
import { powershellCompletion } from "./completion-powershell.ts";
import { zshCompletion } from "./completion-zsh.ts";
import type { Shell } from "./main.ts";
import type { Terminal } from "./terminal.ts";

const SCRIPTS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
} as const satisfies Record<Shell, unknown>;

/** `claimlint completion SHELL`: prints the script that completes commands, options and their values in that shell. */
export async function completionCommand(terminal: Terminal, shell: Shell, program: Command): Promise<ExitCode> {
  terminal.stdout.write(SCRIPTS[shell](commandTree(program)));
  return 0;
}
