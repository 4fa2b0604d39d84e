import type { Rule } from "../../src/contract/rule.ts";

/** The rule, and which columns of its lines it has looked at so far. */
export function watched(rule: Rule): { rule: Rule; seen: ReadonlySet<string> } {
  const seen = new Set<string>();
  const views = new WeakMap<object, object>();
  const watch = <L extends object>(line: L): L => {
    let view = views.get(line);
    if (view === undefined) {
      view = new Proxy(line, {
        get(target, key) {
          seen.add(String(key));
          return Reflect.get(target, key);
        },
      });
      views.set(line, view);
    }
    return view as L;
  };
  if (rule.scope === "line") {
    const check: typeof rule.check = (line, context) => rule.check(watch(line), context);
    return { seen, rule: { ...rule, check } };
  }
  if (rule.scope === "claim") {
    const check: typeof rule.check = (claim, context) =>
      rule.check({ ...claim, lines: claim.lines.map(watch) }, context);
    return { seen, rule: { ...rule, check } };
  }
  if (rule.scope === "history") {
    const step: typeof rule.step = (state, line, context) => rule.step(state, watch(line), context);
    return { seen, rule: { ...rule, step } };
  }
  return { seen, rule };
}
