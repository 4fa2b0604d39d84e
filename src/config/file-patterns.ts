import { relative, resolve } from "node:path";
import { glob } from "../model/glob.ts";

/** The way from a folder to an input, with slashes; the input's name is taken from the working directory. */
export function pathFrom(folder: string, cwd: string, name: string): string {
  return relative(folder, resolve(cwd, name)).replaceAll("\\", "/");
}

/** A test on names of inputs: does one of the patterns, taken from `folder`, match? */
export function filePatterns(
  patterns: string | readonly string[],
  folder: string,
  cwd: string,
): (name: string) => boolean {
  const globs = (typeof patterns === "string" ? [patterns] : patterns).map(glob);
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      const path = pathFrom(folder, cwd, name);
      answer = globs.some((matches) => matches(path));
      known.set(name, answer);
    }
    return answer;
  };
}
