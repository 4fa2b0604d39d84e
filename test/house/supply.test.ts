import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./rooms.ts";

interface Locked {
  readonly dev?: true;
  readonly optional?: true;
  readonly hasInstallScript?: true;
  readonly integrity?: string;
  readonly resolved?: string;
}

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), "utf8"));
const lock = read("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const shipped = packages.filter(([, { dev }]) => !dev);

/** Packages of development whose install script is known; npm may be told to leave it out. */
const KNOWN_SCRIPTS = ["esbuild", "fsevents"];

function npm(cwd: string, ...argv: string[]) {
  return spawnSync("npm", argv, { cwd, encoding: "utf8", timeout: 50_000 });
}

describe("the supply chain", () => {
  test("no install script: not ours, not of a package that is shipped", () => {
    const { scripts } = read("package.json") as { scripts: Readonly<Record<string, string>> };
    const hooks = ["preinstall", "install", "postinstall", "preuninstall", "uninstall", "postuninstall", "prepare"];
    expect(hooks.filter((name) => name in scripts)).toEqual([]);
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
    const others = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = others.map(([path]) => path.split("node_modules/").at(-1)!);
    expect([...new Set(names)].filter((name) => !KNOWN_SCRIPTS.includes(name))).toEqual([]);
  });

  test("every package is known by its digest, none comes from elsewhere than the registry", () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
    const elsewhere = packages.filter(
      ([, { resolved }]) => resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(resolved),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  test("what is shipped is few", () => {
    expect(shipped.length).toBeLessThanOrEqual(15);
  });

  test("the SBOM of the release recipe lists exactly what is shipped", () => {
    const folder = mkdtempSync(join(tmpdir(), "claimlint-sbom-"));
    try {
      const { devDependencies: _, ...own } = read("package.json") as Readonly<Record<string, unknown>>;
      writeFileSync(join(folder, "package.json"), JSON.stringify(own));
      // What `npm ci --omit=dev` installs, without asking the registry.
      for (const [path] of shipped) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
      const { status, stdout } = npm(folder, "sbom", "--sbom-format", "cyclonedx");
      expect(status).toBe(0);
      const sbom = JSON.parse(stdout) as { bomFormat: string; components: readonly { name: string }[] };
      expect(sbom.bomFormat).toBe("CycloneDX");
      const names = shipped.map(([path]) => path.split("node_modules/").at(-1)!);
      expect(sbom.components.map(({ name }) => name).sort()).toEqual(names.sort());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("npm audit knows no hole in what is shipped", ({ skip }) => {
    const { stdout } = npm(ROOT, "audit", "--omit=dev", "--json");
    const report = answer(stdout);
    if (report === undefined) return skip("the registry does not answer audits");
    expect(report).toEqual({ info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 });
  });
});

/** The counts of an audit; undefined where there was none. */
function answer(text: string): Readonly<Record<string, number>> | undefined {
  try {
    return (JSON.parse(text) as { metadata?: { vulnerabilities?: Record<string, number> } }).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}
