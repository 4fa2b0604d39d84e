import { RULES } from "../../src/registry/rules.ts";
import { testRule } from "./harness.ts";

// Every example that stands on a rule's page goes through the real engine.
for (const rule of RULES) {
  const { passes, finds, skips } = rule.examples;
  testRule(rule, { passes, finds, ...(skips && { skips }) });
}
