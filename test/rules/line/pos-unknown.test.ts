import rule from "../../../src/rules/line/pos-unknown.ts";
import { testRule } from "../harness.ts";

const VALID =
  "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99";
const all = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

testRule(rule, {
  passes: [
    ...VALID.split(" ").map((code) => ({ place_of_service: code })),
    { place_of_service: "10", service_from: "2022-01-01" },
    { place_of_service: "58", service_from: "2020-01-01" },
    { place_of_service: "19", service_from: "2016-01-01" },
    { place_of_service: "02", service_from: "2017-01-01" },
    { place_of_service: "10", service_from: "2021-12-31", service_to: "2022-01-01" },
    { place_of_service: "10", service_from: "" },
    { place_of_service: "11", service_from: "1999-01-01" },
  ],
  finds: [
    ...all.filter((code) => !VALID.includes(code)).map((code) => ({ place_of_service: code })),
    { lines: [{ place_of_service: "28" }], message: /28 is not assigned/, count: 1, severity: "error" },
    { lines: [{ place_of_service: "10", service_from: "2021-12-31" }], message: /from 2022-01-01/ },
    { lines: [{ place_of_service: "27", service_from: "2023-09-30" }], message: /from 2023-10-01/ },
    { place_of_service: "66", service_from: "2024-07-31" },
    { place_of_service: "58", service_from: "2019-12-31" },
    { place_of_service: "19", service_from: "2015-12-31" },
    { place_of_service: "02", service_from: "2016-12-31" },
    { place_of_service: "18", service_from: "2013-04-30" },
    { place_of_service: "17", service_from: "2010-04-30" },
  ],
  skips: [{ place_of_service: "2" }],
});
