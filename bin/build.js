// Builds dist/: type declarations by tsc, and the code as a few files by esbuild. A command that starts in a hundred
// modules takes three times as long to start as one that starts in five (docs/decisions/0008-bundled-build.md).
// With --registry only the files of src/registry/ are written, from the names in the plug-in rooms.
import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const SETTINGS = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  chunkNames: "chunks/[name]-[hash]",
  logLevel: "warning",
};

if (process.argv.includes("--registry")) {
  const out = `${root}/node_modules/.cache/claimlint-registry.mjs`;
  await build({ ...SETTINGS, splitting: false, entryPoints: ["src/dev/generate-registry.ts"], outfile: out });
  const { writeRegistry } = await import(pathToFileURL(out).href);
  writeRegistry(root);
} else {
  // Built beside and renamed, so that a failed build leaves the last good one.
  const fresh = `dist.${process.pid}.tmp`;
  try {
    const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
    const { status } = spawnSync(
      process.execPath,
      [compiler, "-p", "tsconfig.build.json", "--emitDeclarationOnly", "--outDir", fresh],
      { cwd: root, stdio: "inherit" },
    );
    await build({
      ...SETTINGS,
      entryPoints: {
        index: "src/index.ts",
        "cli/main": "src/cli/main.ts",
        "cli/sink": "src/cli/sink.ts",
        "dev/accuracy": "src/dev/accuracy.ts",
        "dev/generate": "src/dev/generate.ts",
        "dev/new": "src/dev/new.ts",
      },
      outdir: fresh,
    });
    if (status === 0) {
      rmSync(`${root}/dist`, { recursive: true, force: true });
      renameSync(`${root}/${fresh}`, `${root}/dist`);
    }
    process.exitCode = status ?? 1;
  } finally {
    rmSync(`${root}/${fresh}`, { recursive: true, force: true });
  }
}
