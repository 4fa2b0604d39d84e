import type { Configuration } from "../config/resolve.ts";
import type { OpenedData } from "../run/data.ts";
import { NO_DATA } from "../run/prepare.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the installed data sets. */
export async function openData(_configuration: Configuration, _terminal: Terminal): Promise<OpenedData> {
  return NO_DATA;
}
