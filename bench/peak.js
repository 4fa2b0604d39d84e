// Preloaded into a measured Node process: leaves its peak memory, in kilobytes, in the file CLAIMLINT_PEAK names.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const file = process.env.CLAIMLINT_PEAK;
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
