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

const record = (type: string, value: object) => `${jsonText({ type, ...value })}\n`;

/** One JSON object per line, told apart by `type`. Without the last line, `summary`, the report was cut off. */
export default {
  id: "ndjson",
  summary: "One JSON object per line: run, finding…, rule…, file…, summary",
  audience: "programs",
  open: () => ({
    begin: (run) => record("run", { $schema: REPORT_SCHEMA, schemaVersion: SCHEMA_VERSION, ...runHead(run) }),
    finding: (finding) => record("finding", findingObject(finding)),
    end: (run) =>
      [
        ...run.rules.map((rule) => record("rule", ruleObject(rule))),
        ...run.files.map((file) => record("file", fileObject(file))),
        record("summary", { ...summaryObject(run), exitCode: run.exitCode, complete: run.complete }),
      ].join(""),
  }),
} satisfies Reporter;
