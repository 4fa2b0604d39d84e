import { defineConfig } from "vitest/config";

const result = process.env["CLAIMLINT_TEST_RESULT"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Rules and tables hold no state: one set of modules serves all files, which saves most of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...(result !== undefined && { reporters: ["default", "json"], outputFile: { json: result } }),
  },
});
