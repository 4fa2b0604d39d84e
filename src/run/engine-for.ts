import type { Emit } from "../engine/active.ts";
import { Engine } from "../engine/engine.ts";
import type { FileLines } from "../input/lines.ts";
import type { RunSettings } from "./settings.ts";

/** The engine of a run over its files. */
export function engineFor(
  { rules, asOf, data, trace, fileSeverities }: RunSettings,
  files: readonly FileLines[],
  emit: Emit,
): Engine {
  const mapped = files.map((file) => new Set(file.facts.mapping.map((m) => m.key)));
  return new Engine(
    {
      rules,
      asOf,
      data,
      mapped: (file, key) => mapped[file]!.has(key),
      ...(fileSeverities && {
        overrides: {
          rules: fileSeverities.rules,
          severityIn: (file, rule) => fileSeverities.of(files[file]!.facts.path, rule),
        },
      }),
      ...(trace && { trace: (ref, rule, outcome) => trace(files[ref.file]!.facts.path, ref.row, rule, outcome) }),
    },
    emit,
  );
}
