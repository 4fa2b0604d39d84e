// Compiles src/ to dist/. With --registry only the files of src/registry/ are written, from the names in the plug-in rooms.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

function compile(...options) {
  return spawnSync(process.execPath, [compiler, ...options], { cwd: root, stdio: "inherit" }).status ?? 1;
}

// Removed first: a deleted source must leave no compiled ghost behind.
rmSync(`${root}/dist`, { recursive: true, force: true });
if (process.argv.includes("--registry")) {
  const options = ["--outDir", "dist/dev", "--rootDir", "src/dev", "--module", "NodeNext", "--target", "ES2022", "--types", "node"];
  process.exitCode = compile("src/dev/generate-registry.ts", "--ignoreConfig", ...options);
  if (process.exitCode === 0) (await import(pathToFileURL(`${root}/dist/dev/generate-registry.js`).href)).writeRegistry();
} else process.exitCode = compile("-p", "tsconfig.build.json");
