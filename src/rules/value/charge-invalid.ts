import { valueRule } from "../../contract/rule.ts";

/** 837P SV102 holds at most 99,999,999.99. */
const MAXIMUM_CENTS = 9_999_999_999;

export default valueRule({
  id: "charge-invalid",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Charge is not an amount of dollars and cents",
  why: "The line is rejected: a charge is a number that is not negative, with at most two decimals.",
  fix: "Take the charge from the fee schedule or the source system; leave credits and adjustments out of claim files.",
  repair: "suggest",
  sources: [
    "ASC X12N 837P (005010X222A1), 2400 SV102",
    "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24F",
  ],
  denial: { carc: ["CO-16"], rarc: ["M79", "M54"] },

  on: ["charge"],
  message: 'Charge "{charge}" {reason}',

  check(value, { report }) {
    const say = (reason: string) => report({ charge: value, reason });
    if (value.cents === undefined) say("is not an amount with at most two decimals");
    else if (value.cents < 0) say("is negative");
    else if (value.cents > MAXIMUM_CENTS) say("is more than 99,999,999.99");
  },

  examples: {
    passes: [{ charge: "1,250.00" }, { charge: "$85" }, { procedure_code: "3044F", charge: "0.01" }, { charge: "" }],
    finds: [{ charge: "-85.00" }, { charge: "12.345" }, { charge: "(85.00)" }],
  },
  notes: "A currency sign and thousands separators are accepted. A charge of zero is `charge-zero`.",
});
