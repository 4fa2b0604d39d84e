import { expect, test } from "vitest";
import { groupBy } from "../../src/model/group.ts";

test("keys and items keep the order of first appearance", () => {
  const groups = groupBy(["b1", "a1", "b2", "a2"], (text) => text[0]);
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1", "a2"]],
  ]);
});
