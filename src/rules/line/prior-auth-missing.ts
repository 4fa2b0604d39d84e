import { lineRule } from "../../contract/rule.ts";

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
  sources: ["ASC X12N 837P (005010X222A1), 2300 REF*G1 and REF*9F", "The payer's authorization list"],
  denial: { carc: ["CO-197", "CO-16"], rarc: ["M62"] },
  options: {
    codes: {
      type: "list",
      default: [],
      describe: "Procedure codes that need an authorization number; a trailing * stands for any ending (J9*)",
    },
  },

  needs: ["procedure"],
  reads: ["authorization", "placeOfService"],
  columns: ["authorization"],
  message: "{code} is on the list of services that need an authorization, and the line has none",

  check({ procedure: { code }, authorization, placeOfService }, { options, report }) {
    if (authorization || placeOfService?.code === EMERGENCY) return;
    const listed = options.codes.some((entry) => {
      const wanted = entry.trim().toUpperCase();
      return wanted.endsWith("*") ? wanted !== "*" && code.startsWith(wanted.slice(0, -1)) : code === wanted;
    });
    if (listed) report("authorization", { code });
  },

  examples: {
    passes: [
      { procedure_code: "70553", authorization: "A123", $options: '{"codes":["70553"]}' },
      { procedure_code: "99213", authorization: "", $options: '{"codes":["70553"]}' },
      { procedure_code: "70553", authorization: "" },
    ],
    finds: [
      { procedure_code: "70553", authorization: "", $options: '{"codes":["70553"]}' },
      { procedure_code: "J9271", authorization: "", $options: '{"codes":["J9*"]}' },
    ],
    skips: [{ procedure_code: "70553", $options: '{"codes":["70553"]}' }],
  },
  notes: "Off until you give it the codes of your payer's list. Emergency room lines (place 23) are not flagged.",
});
