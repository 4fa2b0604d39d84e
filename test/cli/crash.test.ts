import { describe, expect, test } from "vitest";
import { crashText } from "../../src/cli/crash.ts";

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("crashText", () => {
  test("says what kind of error it was and where, never its message", () => {
    const text = crashText(new TypeError("cell CANARY of row 3"));
    expect(text).toMatch(/^TypeError /);
    expect(text).toMatch(/^ {4}at .*crash\.test\.ts:\d+:\d+/m);
    expect(text).not.toContain("CANARY");
  });

  test("a message that looks like the stack does not come through", () => {
    const text = crashText(new Error("a\n    at CANARY (/CANARY.js:1:1)\n    at file:///CANARY:1:1"));
    expect(text).not.toContain("CANARY");
    expect(text).toMatch(/^ {4}at /m);
  });

  test.each([
    ["JSON.parse", () => JSON.parse('{"CANARY": CANARY}')],
    [
      "a name made of a cell",
      () => {
        throw Object.assign(new Error("x"), { name: "CANARY VALUE" });
      },
    ],
    [
      "a code made of a cell",
      () => {
        throw Object.assign(new Error("x"), { code: "CANARY VALUE" });
      },
    ],
    [
      "a string",
      () => {
        throw "CANARY";
      },
    ],
    [
      "a message changed after the stack was made",
      () => {
        const error = new Error("first CANARY");
        error.message = "second";
        throw error;
      },
    ],
  ])("%s", (_, work) => {
    expect(crashText(thrown(work))).not.toContain("CANARY");
  });

  test("keeps the code of a system error", () => {
    expect(crashText(Object.assign(new Error("open /x"), { code: "EMFILE" }))).toMatch(/^Error EMFILE /);
  });
});
