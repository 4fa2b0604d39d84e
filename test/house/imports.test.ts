import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOMS, ROOT, sources } from "./rooms.ts";

const all = sources();

function packageName(name: string): string {
  if (name.startsWith("node:")) return name.split("/")[0]!;
  return name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : name.split("/")[0]!;
}

describe("one direction of data", () => {
  test("every room is in the table", () => {
    const rooms = new Set(all.map((source) => source.room));
    rooms.delete("index");
    expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  test("rooms import only what the table allows", () => {
    const broken = all.flatMap(({ path, room, imports }) =>
      imports.flatMap((name) => {
        const rules = ROOMS[room];
        if (rules === undefined) return [];
        if (!name.startsWith("src/")) return rules.packages.includes(packageName(name)) ? [] : [`${path}: ${name}`];
        const other = name.split("/")[1]!;
        return other === room || rules.rooms.includes(other) ? [] : [`${path}: ${name}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test("a rule imports no other rule, a reporter no other reporter", () => {
    const broken = all.flatMap(({ path, imports }) => {
      if (!/^src\/(rules|reporters)\/[^/]+(\/[^/]+)?\.ts$/.test(path)) return [];
      return imports
        .filter((name) => /^src\/rules\//.test(name) || /^src\/reporters\/[^/]+\.ts$/.test(name))
        .map((name) => `${path}: ${name}`);
    });
    expect(broken).toEqual([]);
  });

  test("no import cycles", () => {
    const graph = new Map(all.map(({ path, imports }) => [path, imports.filter((name) => name.startsWith("src/"))]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) walk(path, []);
    // Types may look both ways between a command and the module that lists the commands.
    expect(cycles.filter((cycle) => !cycle.includes("src/cli/main.ts"))).toEqual([]);
  });

  test("docs/architecture.md shows the same table", () => {
    const text = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
    for (const [room, { rooms }] of Object.entries(ROOMS)) {
      const row = text.split("\n").find((line) => line.startsWith(`| \`${room}\` |`));
      expect(row, room).toBeDefined();
      const allowed = row!.split("|")[3]!.trim();
      expect(allowed, room).toBe(rooms.length === 0 ? "–" : rooms.join(", "));
    }
  });
});
