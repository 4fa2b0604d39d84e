import { lineRule } from "../../contract/rule.ts";

/** Minutes of each psychotherapy code, first and last; numbers only. */
const MINUTES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  "90832": [16, 37],
  "90834": [38, 52],
  "90837": [53, Number.POSITIVE_INFINITY],
};

export default lineRule({
  id: "mental-health-time",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Psychotherapy code that does not fit its minutes",
  why: "The code is chosen by the minutes of psychotherapy; payers take back what the record's time does not support.",
  fix: "Compare the start and stop times of the session with the code.",
  repair: "never",
  sources: ["CPT, psychotherapy time rule (90832: 16–37 minutes, 90834: 38–52, 90837: 53 and more)"],
  denial: { carc: ["CO-150"] },

  needs: ["procedure", "minutes"],
  procedures: (code) => Object.hasOwn(MINUTES, code.code),
  message: "{code} is for {band} minutes of psychotherapy; the line has {minutes}",

  check(line, { report }) {
    const [from, to] = MINUTES[line.procedure.code]!;
    const minutes = line.minutes.amount;
    if (minutes >= from && minutes <= to) return;
    const band = to === Number.POSITIVE_INFINITY ? `${from} or more` : `${from} to ${to}`;
    report("minutes", { code: line.procedure.code, band, minutes });
  },

  examples: {
    passes: [
      { procedure_code: "90834", minutes: "45" },
      { procedure_code: "90837", minutes: "53" },
    ],
    finds: [
      { procedure_code: "90837", minutes: "40" },
      { procedure_code: "90832", minutes: "15" },
    ],
    skips: [{ procedure_code: "90837" }],
  },
  notes:
    "Off by default: the minutes of an export may hold the whole visit. Add-on psychotherapy (90833, 90836, 90838) is not judged.",
});
