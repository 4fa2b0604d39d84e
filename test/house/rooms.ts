import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Which rooms a room may import, and which packages and built-ins. The table of docs/architecture.md, as code. */
export const ROOMS: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  model: { rooms: [], packages: [] },
  codes: { rooms: ["model"], packages: [] },
  contract: { rooms: ["model", "codes"], packages: ["zod"] },
  datasets: { rooms: ["contract", "model", "codes"], packages: ["zod"] },
  rules: { rooms: ["contract", "model", "codes", "datasets"], packages: [] },
  reporters: { rooms: ["contract", "model"], packages: ["chalk"] },
  findings: { rooms: ["model"], packages: [] },
  engine: { rooms: ["contract", "model", "codes", "findings"], packages: [] },
  input: {
    rooms: ["model", "codes"],
    packages: ["csv-parse", "node:fs", "node:stream", "node:zlib", "node:path", "node:buffer"],
  },
  reference: {
    rooms: ["contract", "model", "codes", "datasets"],
    packages: ["csv-parse", "node:fs", "node:path", "node:crypto", "node:zlib", "node:os", "node:timers"],
  },
  config: {
    rooms: ["contract", "model"],
    packages: ["zod", "jsonc-parser", "yaml", "node:fs", "node:path", "node:crypto", "node:module", "node:url"],
  },
  registry: { rooms: ["contract", "rules", "reporters", "datasets"], packages: [] },
  run: {
    rooms: ["model", "codes", "contract", "datasets", "findings", "engine", "input", "reference", "config", "registry"],
    packages: ["node:fs", "node:path", "node:os", "node:worker_threads", "node:stream"],
  },
  cli: {
    rooms: [
      "model",
      "codes",
      "contract",
      "datasets",
      "findings",
      "engine",
      "input",
      "reference",
      "config",
      "registry",
      "run",
    ],
    packages: ["commander", "chalk", "tinyglobby", "node:fs", "node:path", "node:process", "node:os"],
  },
  dev: {
    rooms: ["contract", "registry", "model", "config", "run", "cli"],
    packages: ["node:fs", "node:path", "node:url", "node:process"],
  },
};

export interface Source {
  /** Relative to the root, with slashes: `src/engine/engine.ts`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports: paths relative to the root, or package names. */
  readonly imports: readonly string[];
}

export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(ROOT, path)).isDirectory() ? filesUnder(path) : [path];
  });
}

// At the start of a line: what a generator writes into another file is indented, or stands behind a backtick.
const IMPORT = /^(?:import|export)\s[^;()]*?from\s+"([^"]+)"|import\("([^"]+)"\)|^import\s+"([^"]+)"/gm;

export function sources(): Source[] {
  return filesUnder("src")
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      const imports = [...text.matchAll(IMPORT)].map((match) => {
        const name = match[1] ?? match[2] ?? match[3] ?? "";
        return name.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(path), name)) : name;
      });
      const room = path.split("/").length > 2 ? path.split("/")[1]! : "index";
      return { path, room, text, lines: text.split("\n").length, imports };
    });
}
