import type { Reporter } from "../contract/reporter.ts";
import { type PrintedFinding, SEVERITIES } from "../model/finding.ts";
import type { FileReport, RuleReport, RunResult } from "../model/run.ts";
import { place } from "./parts/frame.ts";
import { count, safeText } from "./parts/layout.ts";
import { forgePath } from "./parts/paths.ts";
import { unchecked } from "./parts/verdict.ts";
import { markup, open, XML_HEAD } from "./parts/xml.ts";

const PLACES_SHOWN = 20;

/** The case that says whether a file could be read; named like a rule, so that it never changes either. */
const READABLE = "file-readable";

/** What the findings of one rule in one file come to: those that fail the run, and the others. */
class Found {
  failures = 0;
  others = 0;
  readonly #first: string[] = [];
  readonly #rest: string[] = [];

  add(finding: PrintedFinding, fails: boolean): void {
    const { severity, message, waived } = finding;
    const line = `${place(finding)} ${waived ? "waived" : severity}: ${message}${waived ? ` (${waived.reason})` : ""}\n`;
    const list = fails ? this.#first : this.#rest;
    if (list.length < PLACES_SHOWN) list.push(line);
    if (fails) this.failures++;
    else this.others++;
  }

  text(kind: "failures" | "others"): string {
    const lines = kind === "failures" ? this.#first : this.#rest;
    const more = this[kind] - lines.length;
    return lines.join("") + (more > 0 ? `… and ${count(more, "more finding")}\n` : "");
  }
}

/**
 * One test case for each file and rule, so that a build server can tell which rule newly fails on which file. A case
 * fails where the rule found something at or above `--fail-on` (errors under `--fail-on never`); lesser and waived
 * findings are its output.
 */
export default {
  id: "junit",
  summary: "JUnit XML: one test case for each file and rule",
  audience: "programs",
  open: () => {
    const files = new Map<string, Map<string, Found>>();
    let fails = (_: PrintedFinding) => true;
    return {
      begin: (run) => {
        const least = SEVERITIES.indexOf(run.failOn === "never" ? "error" : run.failOn);
        fails = ({ severity, waived }) => waived === undefined && SEVERITIES.indexOf(severity) <= least;
        return XML_HEAD;
      },
      finding: (finding) => {
        const rules = files.get(finding.file) ?? new Map<string, Found>();
        files.set(finding.file, rules);
        const found = rules.get(finding.rule) ?? new Found();
        rules.set(finding.rule, found);
        found.add(finding, fails(finding));
        return "";
      },
      end: (run) => {
        const skipped = new Map(unchecked(run).flatMap(({ reason, rules }) => rules.map((rule) => [rule, reason])));
        const suites = run.files.map((file) => suite(file, files.get(file.path) ?? new Map(), skipped, run));
        const { failures, errors, skips, cases } = suites.reduce(sum, NONE);
        const name = `${run.tool.name} ${run.tool.version}`;
        const head = open("testsuites", { name, tests: cases, failures, errors, skipped: skips, time: 0 });
        return `${head}>\n${suites.map(({ text }) => text).join("")}</testsuites>\n`;
      },
    };
  },
} satisfies Reporter;

interface Counts {
  readonly cases: number;
  readonly failures: number;
  readonly errors: number;
  readonly skips: number;
}

const NONE: Counts = { cases: 0, failures: 0, errors: 0, skips: 0 };

function sum(a: Counts, b: Counts): Counts {
  return {
    cases: a.cases + b.cases,
    failures: a.failures + b.failures,
    errors: a.errors + b.errors,
    skips: a.skips + b.skips,
  };
}

function suite(
  file: FileReport,
  found: ReadonlyMap<string, Found>,
  skipped: ReadonlyMap<string, string>,
  run: RunResult,
): Counts & { readonly text: string } {
  const path = forgePath(file.path);
  const cases = [
    readable(file),
    ...run.rules
      .filter(({ status }) => status !== "off")
      .map((rule) => outcome(rule, found.get(rule.id), file, skipped.get(rule.id))),
  ];
  const counts = cases.map(({ counts }) => ({ ...NONE, ...counts, cases: 1 })).reduce(sum, NONE);
  const { failures, errors, skips } = counts;
  const head = open("testsuite", { name: path, tests: cases.length, failures, errors, skipped: skips, time: 0 }, 1);
  const body = cases.map(({ name, text }) => {
    const start = open("testcase", { classname: path, name, file: path, time: 0 }, 2);
    return text === "" ? `${start}/>\n` : `${start}>\n${text}    </testcase>\n`;
  });
  return { ...counts, text: `${head}>\n${properties(run)}${body.join("")}  </testsuite>\n` };
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly counts: Partial<Counts>;
}

function readable({ failure }: FileReport): Case {
  if (failure === undefined) return { name: READABLE, text: "", counts: {} };
  const message = "the file could not be read to its end";
  return {
    name: READABLE,
    text: element("error", { message, type: "input" }, safeText(failure)),
    counts: { errors: 1 },
  };
}

function outcome(rule: RuleReport, found: Found | undefined, file: FileReport, notRun: string | undefined): Case {
  const name = rule.id;
  const output = found && found.others > 0 ? element("system-out", {}, found.text("others")) : "";
  if (found && found.failures > 0) {
    const message = count(found.failures, "finding");
    const failure = element("failure", { message, type: rule.severity }, found.text("failures"));
    return { name, text: failure + output, counts: { failures: 1 } };
  }
  const reason = file.failure === undefined ? notRun : "the file could not be read to its end";
  if (reason === undefined) return { name, text: output, counts: {} };
  return { name, text: `${open("skipped", { message: reason }, 3)}/>\n${output}`, counts: { skips: 1 } };
}

function element(name: string, attributes: Readonly<Record<string, string>>, text: string): string {
  const lines = text.split("\n").map(markup).join("\n");
  return `${open(name, attributes, 3)}>${lines}</${name}>\n`;
}

function properties(run: RunResult): string {
  const values = {
    asOf: run.asOf,
    values: run.values,
    configDigest: run.configDigest,
    ...Object.fromEntries(run.data.map(({ id, release, digest }) => [`data.${id}`, `${release} ${digest}`])),
  };
  const list = Object.entries(values).map(([name, value]) => `${open("property", { name, value }, 3)}/>\n`);
  return `    <properties>\n${list.join("")}    </properties>\n`;
}
