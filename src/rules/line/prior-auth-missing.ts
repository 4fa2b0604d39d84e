import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import payerLists, { inWords } from "../../datasets/payer-lists.ts";

const EMERGENCY = "23";

export default lineRule({
  id: "prior-auth-missing",
  severity: "warning",
  defaultOff: true,
  tier: "T2",
  since: "0.1.0",
  summary: "Service on your list of authorized services without an authorization number",
  why: "Payers deny a service that needs prior authorization when the claim does not carry its number.",
  fix: "Add the authorization number, or ask the payer for a retroactive one before the claim is sent.",
  repair: "never",
  sources: [
    "ASC X12N 837P (005010X222A1), 2300 REF*G1 and REF*9F",
    "The payer's authorization list, as you wrote it down",
  ],
  denial: { carc: ["CO-197", "CO-16"], rarc: ["M62"] },
  options: {
    codes: {
      type: "list",
      default: [],
      describe: "Procedure codes that need an authorization number; a trailing * stands for any ending (J9*)",
    },
  },
  data: { lists: optional(payerLists) },

  needs: ["procedure"],
  reads: ["authorization", "placeOfService", "payer", "plan", "serviceFrom"],
  columns: ["authorization"],
  message: "{code} is on {list} of services that need an authorization, and the line has none{note}",

  check(line, { options, data, report }) {
    const { code } = line.procedure;
    if (line.authorization || line.placeOfService?.code === EMERGENCY) return;
    const listed = options.codes.some((entry) => {
      const wanted = entry.trim().toUpperCase();
      return wanted.endsWith("*") ? wanted !== "*" && code.startsWith(wanted.slice(0, -1)) : code === wanted;
    });
    if (listed) return report("authorization", { code, list: "the list", note: "" });
    const payer = (line.payer ?? line.plan)?.trimmed;
    const date = line.serviceFrom?.days;
    const entries = date === undefined ? [] : data.lists?.entries("prior-authorization", code, payer, date);
    const [entry] = entries ?? [];
    if (entry === undefined) return;
    const { list, payer: who, note } = inWords(entry);
    report("authorization", { code, list: `your list ${list} (${who})`, note });
  },

  examples: {
    data: { lists: [["prior-authorization", "Acme Health", "E0601"]] },
    passes: [
      { procedure_code: "70553", authorization: "A123", $options: '{"codes":["70553"]}' },
      { procedure_code: "99213", authorization: "", $options: '{"codes":["70553"]}' },
      { procedure_code: "70553", authorization: "" },
      { procedure_code: "E0601", authorization: "", payer: "Other Health" },
    ],
    finds: [
      { procedure_code: "70553", authorization: "", $options: '{"codes":["70553"]}' },
      { procedure_code: "J9271", authorization: "", $options: '{"codes":["J9*"]}' },
      { procedure_code: "E0601", authorization: "", payer: "Acme Health" },
    ],
    skips: [{ procedure_code: "70553", $options: '{"codes":["70553"]}' }],
  },
  notes: `Off until you switch it on (\`--rule prior-auth-missing\`), with the codes as an option or with lists of your own installed
(data set \`payer-lists\`, list \`prior-authorization\`). Emergency room lines (place 23) are not flagged.`,
});
