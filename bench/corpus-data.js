// Writes fixtures/corpus/data/: the rows about the codes of the corpus, cut from the publishers' files in the reference folder
// (CLAIMLINT_REFERENCE, by default ../shared/reference; without it nothing is done). Part of `npm run corpus`, because a
// claim with a new code needs its rows.
// Every table stays below the thousand rows from which a file counts as whole (EXCERPT_BELOW): of an excerpt, a code that is
// not in it does not exist. Of the NCCI pairs only those are kept whose codes meet on one patient's day.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { main } from "../dist/cli/main.js";

const REFERENCE = process.env.CLAIMLINT_REFERENCE ?? fileURLToPath(new URL("../../shared/reference", import.meta.url));
const corpus = fileURLToPath(new URL("../fixtures/corpus", import.meta.url));

if (!existsSync(REFERENCE)) {
  process.stderr.write("corpus-data: no reference folder; fixtures/corpus/data stays as it is\n");
  process.exit();
}

function member(path, pattern) {
  const files = unzipSync(readFileSync(join(REFERENCE, path)), { filter: ({ name }) => pattern.test(name) });
  const [bytes] = Object.values(files);
  if (bytes === undefined) throw new Error(`nothing like ${pattern} in ${path}`);
  return Buffer.from(bytes).toString("latin1");
}

/** How claimlint reads the header of a file: field → header. */
async function columnsOf(path) {
  let text = "";
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const argv = [path, "-f", "json", "--no-config", "--only", "npi-luhn"];
  await main(argv, {
    stdin: process.stdin,
    stdout,
    stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
    env: {},
    cwd: corpus,
    today: 20_000,
  });
  return JSON.parse(text).files[0].columns;
}

/** By fiscal year: an edition needs the codes of its own lines, and those of lines whose date cannot be read. */
const diagnoses = new Map(["2024", "2025", "2026"].map((year) => [year, new Set()]));
/** Those of the dirty half: of their families more is needed than the code. */
const seeded = new Set();
const procedures = new Set();
const modifiers = new Set();
/** Of the quarter of the NCCI files. */
const edited = new Set();
const pairs = new Set();

/** Year and month of a date in any of the formats. */
function monthOf(text = "") {
  const [, year, month] = /^(\d{4})-?(\d\d)-?\d\d$/.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month) };
  const [, first, last] = /^(\d{1,2})\/\d{1,2}\/(\d{4})$/.exec(text) ?? [];
  return last === undefined ? undefined : { year: Number(last), month: Number(first) };
}

function fiscalYearsOf(date) {
  if (date === undefined) return [...diagnoses.keys()];
  return [String(date.year + (date.month >= 10 ? 1 : 0))].filter((year) => diagnoses.has(year));
}
for (const half of ["clean", "dirty"]) {
  const folder = join(corpus, half);
  for (const file of readdirSync(folder).filter((name) => /(?<!\.expected)\.csv$/.test(name))) {
    const columns = await columnsOf(join(folder, file));
    const [header = [], ...rows] = parse(readFileSync(join(folder, file)), {
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
    });
    const at = (field) => header.indexOf(columns[field]);
    const fields = (stem) =>
      Object.keys(columns)
        .filter((field) => field.startsWith(stem))
        .map(at);
    const days = new Map();
    for (const row of rows) {
      const date = monthOf(row[at("service_from")]);
      const inQuarter = date?.year === 2024 && date.month >= 7 && date.month <= 9;
      for (const index of [...fields("diagnosis_"), ...fields("line_diagnosis")]) {
        const code = (row[index] ?? "").replace(/[.\s]/g, "").toUpperCase();
        if (!/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code)) continue;
        if (half === "dirty") seeded.add(code);
        else for (const year of fiscalYearsOf(date)) diagnoses.get(year).add(code);
      }
      for (const index of fields("modifier_")) if (row[index]) modifiers.add(row[index].trim().toUpperCase());
      const code = (row[at("procedure_code")] ?? "").trim().toUpperCase();
      if (!/^[A-V0-9]\d{3}[0-9A-Z]$/.test(code)) continue;
      procedures.add(code);
      if (!inQuarter) continue;
      edited.add(code);
      const day = `${row[at("patient_id")] ?? row[at("member_id")]} ${row[at("service_from")]}`;
      days.set(day, (days.get(day) ?? new Set()).add(code));
    }
    for (const codes of days.values())
      for (const one of codes) for (const two of codes) if (one !== two) pairs.add(`${one}\t${two}`);
  }
}

const out = join(corpus, "data");
mkdirSync(out, { recursive: true });
function write(name, lines, end) {
  if (lines.length >= 1000)
    process.stderr.write(`${name}: ${lines.length} rows; it would be taken for a whole edition\n`);
  writeFileSync(join(out, name), lines.map((line) => line + end).join(""), "latin1");
}

// With a seeded code that leaves the side open its siblings, with the heading of an injury its seventh characters: rules name them.
/** Without the character of the side, which stands last, or before the seventh character of an injury. */
const stemOf = (code) => (code.length === 7 ? code.slice(0, 5) + code[6] : code.slice(0, -1));
const SIDED = /\b(?:right|left|bilateral|unspecified)\b/i;
for (const [year, zip] of [
  ["2024", "fy2024_April_icd10cm-Codes-Descriptions-April-2024.zip"],
  ["2025", "fy2025_ICD10-CM_Code_Descriptions_2025.zip"],
  ["2026", "fy2026_icd10cm-Code_Descriptions-2026.zip"],
]) {
  const text = member(`icd10cm/${zip}`, /^(?!.*addenda).*order.*\.txt$/i);
  const wanted = new Set([...seeded, ...diagnoses.get(year)]);
  const all = text.split(/\r?\n/).map((row) => ({ row, code: row.slice(6, 13).trim() }));
  const own = all.filter(({ code }) => wanted.has(code));
  const headings = new Set(own.filter(({ row, code }) => row[14] === "0" && seeded.has(code)).map(({ code }) => code));
  const headed = (code) => code.length === 7 && headings.has(code.slice(0, 6).replace(/X+$/, ""));
  const sided = new Set(
    own
      .filter(({ row, code }) => code.length > 4 && seeded.has(code) && /unspecified/i.test(row))
      .map(({ code }) => stemOf(code)),
  );
  const rows = all
    .filter(
      ({ row, code }) =>
        wanted.has(code) || headed(code) || (row[14] === "1" && SIDED.test(row) && sided.has(stemOf(code))),
    )
    .map(({ row }) => row);
  write(
    `icd10cm-order-${year}.txt`,
    rows.map((row, i) => String(i + 1).padStart(5, "0") + row.slice(5)),
    "\r\n",
  );
}

const list = gunzipSync(readFileSync(join(REFERENCE, "hcpcs/hcpcs_level2_2026q3.txt.gz"))).toString("latin1");
write(
  "hcpcs_level2_2026q3.txt",
  list.split(/\r?\n/).filter((code) => procedures.has(code)),
  "\n",
);
const records = member("hcpcs/2019-Alpha-Numeric-HCPCS-File.zip", /CONTR_ANWEB\.txt$/).split(/\r?\n/);
write(
  "HCPC2019_CONTR_ANWEB.txt",
  records.filter(
    (row) =>
      row.length >= 293 &&
      !/^D/.test(row) &&
      (procedures.has(row.slice(0, 5)) || (modifiers.has(row.slice(3, 5)) && /^ {3}/.test(row))),
  ),
  "\r\n",
);

for (const [name, file] of [
  ["PractitionerServices", "MCR_MUE_PractitionerServices_Eff_07-01-2024.csv"],
  ["DMESupplierServices", "MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv"],
  ["OutpatientHospitalServices", "MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv"],
]) {
  const text = member(`ncci/medicare-ncci-2024q3-MCR_MUE_${name}.zip`, /\.csv$/i);
  const start = text.search(/"?HCPCS\//);
  const [header, ...rows] = text.slice(start).split(/\r?\n(?=[A-Z0-9]{5},)/);
  const kept = rows.map((row) => row.trimEnd()).filter((row) => edited.has(row.slice(0, 5)));
  write(file, [header, ...kept], "\n");
}

// The add-on codes as the tab-delimited text that CMS puts beside its workbook: of a code its primaries in the corpus.
const sheet = unzipSync(readFileSync(join(REFERENCE, "ncci/AOC_V2026Q2-MCR.xlsx")));
const xml = (path) => Buffer.from(sheet[path]).toString("utf8");
const plain = (text) =>
  text.replaceAll("&amp;", "&").replaceAll("&gt;", ">").replaceAll("&lt;", "<").replace(/\s+/g, " ");
const shared = [...xml("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
  plain([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join("")),
);
const addOns = [...xml("xl/worksheets/sheet1.xml").matchAll(/<row .*?<\/row>/gs)].map(([row]) => {
  const cells = Array(8).fill("");
  for (const [, letter, attributes, value] of row.matchAll(/<c r="([A-H])\d+"([^>]*[^>/])?><v>(.*?)<\/v>/g))
    cells["ABCDEFGH".indexOf(letter)] = attributes?.includes('t="s"') ? shared[Number(value)] : plain(value);
  return cells;
});
const named = addOns.findIndex((cells) => cells.includes("Add-On_Code"));
const keptAddOns = addOns
  .slice(named + 1)
  .filter(([, addOn, , primary]) => procedures.has(addOn) && (procedures.has(primary) || primary === "CCCCC"));
write(
  "AOC_V2026Q2-MCR.txt",
  [addOns[named], ...keptAddOns].map((cells) => cells.join("\t")),
  "\r\n",
);

for (const [prefix, name, count] of [
  ["practitioner-ptp-edits-ccipra", "ccipra-v302r0-f1.TXT", 4],
  ["hospital-ptp-edits-ccioph", "ccioph-v302r0-f1.TXT", 4],
]) {
  const kept = [];
  let head = [];
  for (let part = 1; part <= count; part++) {
    const stem = prefix.split("-").at(-1);
    const text = member(`ncci/medicare-ncci-2024q3-${prefix}-v302r0-f${part}.zip`, new RegExp(`${stem}.*\\.txt$`, "i"));
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => /^[0-9A-Z]{5}\t[0-9A-Z]{5}\t/.test(line));
    if (part === 1) head = lines.slice(0, first);
    kept.push(...lines.slice(first).filter((line) => pairs.has(line.slice(0, 11))));
  }
  write(name, [...head, ...kept], "\r\n");
}
