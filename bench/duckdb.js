// The peer: seven rule families as SQL over the same file, in DuckDB with two threads, its tables in a file of its own.
//   node bench/duckdb.js prepare TABLES.db         loads the reference files (not timed)
//   node bench/duckdb.js scan LINES.csv            count(*) and count(distinct procedure_code)
//   node bench/duckdb.js rules LINES.csv TABLES.db the seven families; prints the counts as JSON
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { members } from "./generate.js";
import { scratch } from "./measure.js";

const [mode, file, tables] = process.argv.slice(2);

async function open(path) {
  const instance = await DuckDBInstance.create(path, { threads: "2" });
  return instance.connect();
}

async function prepare(path) {
  const db = await open(path);
  await db.run("CREATE TABLE icd(code VARCHAR, first DATE, last DATE)");
  const [april] = members("icd10cm", /fy2024_April.*zip$/, /order-April-2024\.txt$/i);
  const billable = april.split(/\r?\n/).filter((line) => line[14] === "1");
  const codes = join(scratch, "icd.csv");
  writeFileSync(codes, billable.map((line) => `${line.slice(6, 13).trim()},2024-04-01,2024-09-30\n`).join(""));
  await db.run(`INSERT INTO icd FROM read_csv('${codes}', header = false)`);

  await db.run("CREATE TABLE ptp(c1 VARCHAR, c2 VARCHAR, first DATE, last DATE, indicator VARCHAR)");
  for (const [i, text] of members("ncci", /practitioner-ptp.*zip$/, /\.txt$/i).entries()) {
    const pairs = join(scratch, `ptp${i}.csv`);
    const rows = [];
    for (const line of text.split(/\r?\n/).slice(6)) {
      const [c1, c2, , from, to, indicator] = line.split("\t");
      if (indicator === undefined) continue;
      const date = (digits) =>
        digits === "*" || digits === "" ? "9999-12-31" : digits.replace(/(....)(..)(..)/, "$1-$2-$3");
      rows.push(`${c1},${c2},${date(from)},${date(to)},${indicator}\n`);
    }
    writeFileSync(pairs, rows.join(""));
    await db.run(`INSERT INTO ptp FROM read_csv('${pairs}', header = false, all_varchar = true)`);
  }
  await db.run("CREATE TABLE mue(code VARCHAR, units INTEGER, mai INTEGER)");
  const [mue] = members("ncci", /MUE_Practitioner.*zip$/, /\.csv$/i);
  const values = join(scratch, "mue.csv");
  const rows = [...mue.matchAll(/^"?([0-9A-Z]{5})"?,"?(\d+)"?,"?(\d)/gm)];
  writeFileSync(values, rows.map(([, code, units, mai]) => `${code},${units},${mai}\n`).join(""));
  await db.run(`INSERT INTO mue FROM read_csv('${values}', header = false)`);
  await db.run("CREATE INDEX ptp_pair ON ptp(c1, c2)");
}

const BYPASS =
  "'E1','E2','E3','E4','FA','F1','F2','F3','F4','F5','F6','F7','F8','F9','TA','T1','T2','T3','T4','T5','T6','T7','T8','T9'," +
  "'LT','RT','LC','LD','RC','LM','RI','24','25','57','58','78','79','27','59','91','XE','XS','XP','XU'";

const FAMILIES = {
  "code formats": `SELECT count(*) FROM lines
    WHERE NOT regexp_full_match(procedure_code, '[0-9]{5}|[0-9]{4}[A-Z]|[A-V][0-9]{4}')`,
  dates: `SELECT count(*) FROM lines
    WHERE service_date IS NULL OR end_date IS NULL OR end_date < service_date OR service_date > DATE '2024-10-15'`,
  "icd validity": `SELECT count(*) FROM (
      SELECT service_date, replace(unnest([diagnosis_1, diagnosis_2, diagnosis_3]), '.', '') AS code FROM lines) d
    WHERE code <> '' AND service_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM icd WHERE icd.code = d.code AND d.service_date BETWEEN first AND last)`,
  "mue sums": `SELECT count(*) FROM (
      SELECT l.patient_id, l.rendering_npi, l.service_date, l.procedure_code, sum(l.quantity) AS total, any_value(m.units) AS most
      FROM lines l JOIN mue m ON m.code = l.procedure_code GROUP BY ALL HAVING total > most)`,
  "ptp pairs": `SELECT count(*) FROM lines b JOIN lines a
      ON a.patient_id = b.patient_id AND a.service_date = b.service_date AND a.rendering_npi = b.rendering_npi
      AND a.procedure_code <> b.procedure_code
    JOIN ptp p ON p.c1 = a.procedure_code AND p.c2 = b.procedure_code AND b.service_date BETWEEN p.first AND p.last
    WHERE p.indicator = '0' OR (p.indicator = '1' AND b.modifier_1 NOT IN (${BYPASS}) AND a.modifier_1 NOT IN (${BYPASS}))`,
  duplicates: `SELECT coalesce(sum(n - 1), 0) FROM (
      SELECT count(*) AS n FROM lines
      GROUP BY patient_id, service_from, procedure_code, modifier_1, modifier_2, rendering_npi, units, place_of_service
      HAVING n > 1)`,
  "npi shape": `SELECT count(*) FROM lines WHERE NOT regexp_full_match(rendering_npi, '[12][0-9]{9}')
    OR (24 + list_sum(list_transform(range(1, 10), lambda i:
        CASE WHEN i % 2 = 1
          THEN (2 * CAST(rendering_npi[i] AS INTEGER)) // 10 + (2 * CAST(rendering_npi[i] AS INTEGER)) % 10
          ELSE CAST(rendering_npi[i] AS INTEGER) END)) + CAST(rendering_npi[10] AS INTEGER)) % 10 <> 0`,
};

async function rules(path, store) {
  const db = await open(store);
  await db.run(`CREATE TEMP TABLE lines AS
    SELECT *, try_cast(service_from AS DATE) AS service_date, try_cast(service_to AS DATE) AS end_date,
      try_cast(units AS DOUBLE) AS quantity
    FROM (SELECT * REPLACE (coalesce(modifier_1, '') AS modifier_1, coalesce(diagnosis_2, '') AS diagnosis_2,
        coalesce(diagnosis_3, '') AS diagnosis_3)
      FROM read_csv('${path}', header = true, all_varchar = true))`);
  const counts = {};
  for (const [family, sql] of Object.entries(FAMILIES)) {
    const [[count]] = await (await db.runAndReadAll(sql)).getRows();
    counts[family] = Number(count);
  }
  return counts;
}

if (mode === "prepare") await prepare(file);
else if (mode === "rules") process.stdout.write(`${JSON.stringify(await rules(file, tables))}\n`);
else {
  const db = await open(":memory:");
  const read = `read_csv('${file}', header = true, all_varchar = true)`;
  const found = await db.runAndReadAll(`SELECT count(*), count(DISTINCT procedure_code) FROM ${read}`);
  process.stdout.write(`${found.getRows().join()}\n`);
}
