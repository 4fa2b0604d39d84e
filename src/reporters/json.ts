import type { Reporter } from "../contract/reporter.ts";
import {
  fileObject,
  findingObject,
  jsonText,
  REPORT_SCHEMA,
  ruleObject,
  runHead,
  SCHEMA_VERSION,
  summaryObject,
} from "./parts/json.ts";

/** One JSON document, written as a stream with one finding per line, so that a large report is not kept in memory. */
export default {
  id: "json",
  summary: "One JSON document with everything in it; its schema is printed by `claimlint schema report`",
  audience: "programs",
  open: () => {
    let findings = 0;
    return {
      begin: (run) => {
        const head = {
          $schema: REPORT_SCHEMA,
          schemaVersion: SCHEMA_VERSION,
          ...runHead(run),
          files: run.files.map(fileObject),
          rules: run.rules.map(ruleObject),
        };
        const members = Object.entries(head).map(([name, value]) => `"${name}": ${rows(value)},\n`);
        return `{\n${members.join("")}"findings": [`;
      },
      finding: (finding) => `${findings++ === 0 ? "\n" : ",\n"}${jsonText(findingObject(finding))}`,
      end: (run) =>
        `${findings === 0 ? "" : "\n"}],\n"summary": ${jsonText(summaryObject(run))},\n"exitCode": ${run.exitCode}\n}\n`,
    };
  },
} satisfies Reporter;

/** Long arrays of objects one per line, so that two reports can be compared with `diff`. */
function rows(value: unknown): string {
  const isTable = Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
  return isTable ? `[\n${value.map(jsonText).join(",\n")}\n]` : jsonText(value);
}
