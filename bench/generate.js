// Writes claim lines for the benchmark: node bench/generate.js --lines 1000000 --seed 1 OUT.csv
//
// Codes are drawn from the official files in the reference folder (CLAIMLINT_REFERENCE, by default ../shared/reference):
// procedure codes from the MUE table, diagnoses from the FY2024 order file, both by a Zipf-like law, so that a few hundred
// codes make most of the lines and several thousand appear. Dates of service lie in the third quarter of 2024, the quarter
// of the NCCI files. Every line is one that a practice could send; about 2 % then get one defect of DEFECTS.
// The same arguments give the same bytes.
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";

export const REFERENCE =
  process.env.CLAIMLINT_REFERENCE ?? fileURLToPath(new URL("../../shared/reference", import.meta.url));

/** mulberry32: small, seeded, the same on every machine. */
export function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The texts of the members of zips in a reference folder, both told by their names. */
export function members(folder, zipPattern, pattern) {
  const zips = readdirSync(`${REFERENCE}/${folder}`).filter((name) => zipPattern.test(name));
  return zips.sort().flatMap((zip) => {
    const found = unzipSync(readFileSync(`${REFERENCE}/${folder}/${zip}`), { filter: (f) => pattern.test(f.name) });
    return Object.values(found).map((bytes) => Buffer.from(bytes).toString("latin1"));
  });
}

/**
 * Diagnoses that stand first or alone on a claim of any patient: no manifestations and external causes, nothing of one sex,
 * of pregnancy or of the newborn, no late effects.
 */
const ANY_PATIENT =
  /^(?:[AB]|C[0-4]|D[1-57]|E[01347]|F[1-4]|G[4-7]|H[0-6]|I[1-8]|J|K[0-8]|L[0-8]|M[1-7]|N[0-3]|R[0-9]|S)/;

/** Codes with the units a practitioner may bill on one line, and the billable diagnoses. */
export function readCodes() {
  const [mue] = members("ncci", /MUE_Practitioner.*zip$/, /\.csv$/i);
  const procedures = [...mue.matchAll(/^"?([0-9]{5}|[A-Z][0-9]{4})"?,"?(\d+)"?,/gm)]
    .map(([, code, units]) => ({ code, units: Number(units) }))
    .filter(({ units }) => units > 0);
  const [order] = members("icd10cm", /fy2024_April.*zip$/, /order-April-2024\.txt$/i);
  const diagnoses = order
    .split(/\r?\n/)
    .filter((line) => line[14] === "1")
    .map((line) => line.slice(6, 13).trim())
    .filter((code) => ANY_PATIENT.test(code) && !code.endsWith("S"));
  return { procedures, diagnoses };
}

/** Draws from a list by rank: item k with a weight of 1 / (k + 1)^0.9, the ranks dealt out by the seed. */
function zipf(items, random, exponent = 0.9) {
  const ranked = items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key);
  const cumulative = new Float64Array(ranked.length);
  let sum = 0;
  ranked.forEach((_, k) => {
    sum += 1 / (k + 1) ** exponent;
    cumulative[k] = sum;
  });
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, ranked.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return ranked[low].item;
  };
}

function npi(random) {
  const digits = `1${String(Math.floor(random() * 1e8)).padStart(8, "0")}`;
  let sum = 24;
  for (let i = 0; i < 9; i++) {
    let digit = Number(digits[8 - i]) * (i % 2 === 0 ? 2 : 1);
    if (digit > 9) digit -= 9;
    sum += digit;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const day = (n) => new Date(n * 86_400_000).toISOString().slice(0, 10);
const dotted = (code) => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);

const COLUMNS = [
  "claim_id",
  "line_number",
  "patient_id",
  "patient_dob",
  "patient_sex",
  "payer_name",
  "service_from",
  "service_to",
  "place_of_service",
  "procedure_code",
  "modifier_1",
  "modifier_2",
  "diagnosis_1",
  "diagnosis_2",
  "diagnosis_3",
  "diagnosis_4",
  "dx_pointer",
  "units",
  "charge",
  "rendering_npi",
  "billing_npi",
  "account_number",
];
const AT = Object.fromEntries(COLUMNS.map((name, i) => [name, i]));

/** A defect that puts something else into one column. */
const spoil = (column, change) => (cells) => {
  cells[AT[column]] = change(cells[AT[column]], cells);
};

const DEFECTS = [
  spoil("rendering_npi", (npi) => npi.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))),
  spoil("procedure_code", (code) => code.slice(1)),
  spoil("diagnosis_1", (code) => code.slice(0, 3)),
  spoil("service_to", (_, cells) => day(Date.parse(cells[AT.service_from]) / 86_400_000 - 3)),
  spoil("units", () => "0"),
  spoil("place_of_service", () => "98"),
  spoil("dx_pointer", () => "9"),
  spoil("modifier_1", () => "2"),
  spoil("procedure_code", (code) => `${code.toLowerCase()} `),
  spoil("service_from", () => "2024-02-30"),
];

/** The lines of the file as chunks of text, header first. */
export function* claimLines(lines, seed, { dirty = 0.02 } = {}) {
  const random = randomFrom(seed);
  const { procedures, diagnoses } = readCodes();
  // What one patient has on one day comes from different parts of the code set, as in life; surgery stands alone.
  const within = (test) =>
    zipf(
      procedures.filter(({ code }) => test(code)),
      random,
    );
  const visit = zipf(
    ["99202", "99203", "99204", "99211", "99212", "99213", "99214", "99215"].map((code) => ({ code, units: 1 })),
    random,
    0.5,
  );
  const draws = {
    laboratory: within((c) => c >= "82009" && c < "88000" && /^\d+$/.test(c)),
    imaging: within((c) => c >= "70010" && c < "76700" && /^\d+$/.test(c)),
    medicine: within((c) => c >= "92002" && c < "96360" && !/^(925|926|921|960)/.test(c) && /^\d+$/.test(c)),
    drug: within((c) => /^J/.test(c)),
    administration: () => ({ code: "96372", units: 1 }),
    surgery: within((c) => c >= "10004" && c < "69991" && !/^5[4-9]/.test(c) && /^\d+$/.test(c)),
    supply: within((c) => /^E/.test(c)),
  };
  const KINDS = [
    ["visit", "laboratory", "laboratory"],
    ["visit", "laboratory", "imaging"],
    ["visit", "drug", "administration"],
    ["laboratory", "laboratory", "laboratory", "laboratory"],
    ["imaging", "imaging"],
    ["medicine", "medicine", "medicine"],
    ["surgery"],
    ["supply", "supply", "supply"],
    ["visit"],
    ["visit", "laboratory", "laboratory", "laboratory", "medicine"],
  ];
  const diagnosis = zipf(diagnoses, random);
  const providers = Array.from({ length: Math.max(20, Math.min(4000, Math.floor(lines / 250))) }, () => npi(random));
  const groups = Array.from({ length: Math.max(5, Math.floor(providers.length / 8)) }, () => npi(random));
  const payers = [
    "Medicare Part B",
    "Medicaid",
    "Blue Cross",
    "Aetna",
    "United Healthcare",
    "Cigna",
    "Humana Medicare",
  ];
  const patients = Math.max(1, Math.floor(lines / 7));
  const firstDay = Date.parse("2024-07-01") / 86_400_000;

  let chunk = `${COLUMNS.join(",")}\n`;
  let written = 0;
  for (let claim = 1; written < lines; claim++) {
    const patient = Math.floor(random() * patients);
    const provider = Math.floor(random() * providers.length);
    const from = day(firstDay + Math.floor(random() * 92));
    const dob = day(Date.parse("1935-01-01") / 86_400_000 + ((patient * 7919) % 31_000));
    const codes = Array.from({ length: 1 + Math.floor(random() * 4) }, diagnosis);
    const distinct = [...new Set(codes)].map(dotted);
    const kind = KINDS[Math.floor(random() * KINDS.length)];
    const used = new Set();
    let number = 0;
    for (const part of kind) {
      const { code, units } = part === "visit" ? visit() : draws[part]();
      if (used.has(code) || written === lines) continue;
      used.add(code);
      number++;
      written++;
      const billed = units > 1 && random() < 0.2 ? 1 + Math.floor(random() * Math.min(units, 4)) : 1;
      const cells = [
        `C${String(claim).padStart(8, "0")}`,
        String(number),
        `P${String(patient).padStart(7, "0")}`,
        dob,
        patient % 2 ? "F" : "M",
        payers[patient % payers.length],
        from,
        from,
        part === "surgery" ? "22" : "11",
        code,
        part === "visit" && kind.length > 1 ? "25" : "",
        "",
        distinct[0],
        distinct[1] ?? "",
        distinct[2] ?? "",
        distinct[3] ?? "",
        String(1 + Math.floor(random() * distinct.length)),
        String(billed),
        `${40 + Math.floor(random() * 400)}.${String(Math.floor(random() * 100)).padStart(2, "0")}`,
        providers[provider],
        groups[provider % groups.length],
        `A${String(patient * 37).padStart(9, "0")}`,
      ];
      if (random() < dirty) DEFECTS[Math.floor(random() * DEFECTS.length)](cells);
      chunk += `${cells.join(",")}\n`;
      if (chunk.length > 1 << 20) {
        yield chunk;
        chunk = "";
      }
    }
  }
  yield chunk;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lines: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
  });
  const [path] = positionals;
  if (path === undefined) throw new Error("usage: node bench/generate.js [--lines N] [--seed N] OUT.csv");
  const out = createWriteStream(path);
  for (const chunk of claimLines(Number(values.lines), Number(values.seed))) {
    if (!out.write(chunk)) await new Promise((resolve) => out.once("drain", resolve));
  }
  await new Promise((resolve) => out.end(resolve));
}
