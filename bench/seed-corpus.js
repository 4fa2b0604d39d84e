// Writes fixtures/corpus/dirty/ from fixtures/corpus/seeds/: node bench/seed-corpus.js
//
// A text of seeds/ is one practice and becomes one export, `dirty/<practice>.csv`, with `dirty/<practice>.expected.csv` beside it
// (record number, rule, what was done). Every claim of the practice stands there once as it should be, and then once for each of
// its seeds, with one defect and a patient of its own. A line of the text is one of
//
//     # …                      for the reader
//     columns HEADER=FIELD, …  the columns of the export
//     style dates=MM/DD/YYYY pointers=1,2 dots=no zeros=no from=2026-01-05 to=2026-09-14 payer=…
//     npi NAME 199961234       nine digits; the check digit is added. The first is the rendering, the second the billing provider
//     claim NAME | SEX AGE | PAYER | POS | DIAGNOSES | LINES | FIELD=VALUE; …
//     seed RULE | CLAIM | LINE | CHANGES | what happened
//
// LINES are `99213-25 12 x1 $142`: code, modifiers, positions of the diagnoses, units, charge (all but the code may be left out),
// then FIELD=VALUE of that line only, with `_` for a space; separated by `; `. AGE is in years, or `9d`, `4m`.
// RULE is `one+other` where a defect contradicts two things (a sex that fits neither the operation nor its diagnosis);
// `other@2` is reported on line 2.
// LINE is where the rule must report: `1`, or `1,2` where the defect shows on both.
// CHANGES, separated by `; `: `FIELD=VALUE` on the line(s) of the seed, `*FIELD=VALUE` on all lines, `+LINE` and `-NUMBER` add and drop a line,
// `@DATE` moves the claim, `daily=51` repeats its first line on as many days, `age=AGE`, `again` sends the claim a second time under a new number (the defect is then there),
// `before DATE LINE` and `after DATE LINE` give the patient another claim. A value is written as it is; a date is given as
// 2026-03-02 and printed in the style of the practice, a diagnosis with or without its dot, unless it stands in quotes.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const corpus = fileURLToPath(new URL("../fixtures/corpus", import.meta.url));
const DAY = 86_400_000;
const ISO = /^\d{4}-\d\d-\d\d$/;
const ICD10 = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;

function withCheckDigit(nine) {
  let sum = 24;
  for (const [i, digit] of [...nine].entries()) {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

const isoOf = (time) => new Date(time).toISOString().slice(0, 10);

/** Date of birth of a patient of that age, some weeks after the birthday. */
function bornFor(age, on, salt) {
  const [, count, unit] = /^(\d+)([dm]?)$/.exec(age);
  const date = new Date(on);
  if (unit === "d") return isoOf(date.getTime() - Number(count) * DAY);
  if (unit === "m") date.setUTCMonth(date.getUTCMonth() - Number(count));
  else date.setUTCFullYear(date.getUTCFullYear() - Number(count));
  return isoOf(date.getTime() - (unit === "m" ? (salt % 9) + 2 : (salt % 200) + 3) * DAY);
}

function parsePractice(text) {
  const practice = { columns: [], style: {}, npis: {}, claims: new Map(), seeds: [] };
  for (const line of text.split("\n")) {
    const [, kind, rest = ""] = /^(\S+)\s+(.*)$/.exec(line.trim()) ?? [];
    const cells = rest
      .replace(/\s*\|$/, "")
      .split(" | ")
      .map((cell) => cell.trim());
    if (kind === "columns") {
      practice.columns.push(...rest.split(/,\s+/).map((pair) => pair.replace(/,$/, "").split("=")));
    } else if (kind === "style") {
      for (const [, key, value] of rest.matchAll(/(\w+)=(\S+)/g)) practice.style[key] = value;
    } else if (kind === "npi") {
      const [name, nine] = rest.split(/\s+/);
      practice.npis[name] = withCheckDigit(nine);
    } else if (kind === "claim") {
      const [name, person, payer, pos, dx, lines, extra = ""] = cells;
      const [sex, age] = person.split(" ");
      practice.claims.set(name, { name, sex, age, payer, pos, dx: dx.split(" "), lines: lines.split("; "), extra });
    } else if (kind === "seed") {
      const [rule, claim, at, changes, defect] = cells;
      if (defect === undefined) throw new Error(`not a seed: ${line}`);
      practice.seeds.push({
        rule,
        claim,
        at: at.split(",").map(Number),
        changes: changes
          .split(";")
          .map((change) => change.trim())
          .filter(Boolean),
        defect,
      });
    } else if (kind !== undefined && kind !== "#") {
      throw new Error(`not a line of a practice: ${line}`);
    }
  }
  return practice;
}

function assignments(text) {
  return text
    .split("; ")
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
}

/** Cells of a line by field, not yet in the style of the practice. */
function lineCells(text) {
  const [head, ...rest] = text.trim().split(/\s+/);
  const [procedure_code, ...modifiers] = head.split("-");
  const digits = Number(procedure_code.replace(/\D/g, ""));
  const cells = { procedure_code, dx_pointer: "1", units: "1", charge: `${45 + (digits % 37) * 7}.00` };
  for (const [i, modifier] of modifiers.entries()) cells[`modifier_${i + 1}`] = modifier;
  for (const word of rest) {
    if (word.includes("="))
      cells[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1).replaceAll("_", " ");
    else if (word.startsWith("x")) cells.units = word.slice(1);
    else if (word.startsWith("$")) cells.charge = Number(word.slice(1)).toFixed(2);
    else cells.dx_pointer = word;
  }
  return cells;
}

class Export {
  records = [];
  expected = [];
  #practice;
  #claims = 0;
  #patients = 0;

  constructor(practice) {
    this.#practice = practice;
  }

  #date() {
    const { from = "2026-01-05", to = "2026-09-14" } = this.#practice.style;
    const span = (Date.parse(to) - Date.parse(from)) / DAY;
    const time = Date.parse(from) + ((this.#patients * 17) % span) * DAY;
    // No practice of this corpus is open on Sundays.
    return isoOf(new Date(time).getUTCDay() === 0 ? time + DAY : time);
  }

  add(claim, seed) {
    const changes = seed?.changes ?? [];
    this.#patients++;
    const on = changes.find((change) => change.startsWith("@"))?.slice(1) ?? this.#date();
    const age = changes.find((change) => change.startsWith("age="))?.slice(4) ?? claim.age;
    const patient = {
      patient_id: String(20_400 + this.#patients * 7),
      member_id: `W${300_217_000 + this.#patients * 613}`,
      dob: bornFor(age, on, this.#patients),
      sex: claim.sex,
      payer: claim.payer,
    };
    const other = (word) => {
      for (const change of changes.filter((text) => text.startsWith(`${word} `))) {
        const [, date, ...line] = change.split(" ");
        this.#write(this.#lines(claim, [line.join(" ")], patient, date));
      }
    };
    other("before");
    const lines = this.#lines(claim, claim.lines, patient, on);
    const added = changes.filter((change) => change.startsWith("+"));
    const daily = changes.find((change) => change.startsWith("daily="));
    for (let day = 1; day < Number(daily?.slice(6) ?? 0); day++) {
      const date = isoOf(Date.parse(on) + day * DAY);
      lines.push({ ...lines[0], service_from: date, service_to: date });
    }
    for (const change of new Set([...added, ...changes])) this.#change(change, lines, seed.at, claim, patient, on);
    this.#write(lines, changes.includes("again") ? undefined : seed);
    if (changes.includes("again")) this.#write(lines, seed);
    other("after");
  }

  #lines(claim, texts, patient, on) {
    const [rendering, billing = rendering] = Object.values(this.#practice.npis);
    return texts.map((text) => {
      const cells = {
        ...patient,
        service_from: on,
        service_to: on,
        place_of_service: claim.pos,
        rendering_npi: rendering,
        billing_npi: billing,
        frequency: "1",
        ...Object.fromEntries(assignments(claim.extra)),
        ...lineCells(text),
      };
      for (const [i, code] of claim.dx.entries()) cells[`diagnosis_${i + 1}`] = code;
      return cells;
    });
  }

  #change(change, lines, at, claim, patient, on) {
    if (/^(?:@|age=|daily=|before |after |again$)/.test(change)) return;
    if (change.startsWith("+")) lines.push(...this.#lines(claim, [change.slice(1)], patient, on));
    else if (/^-\d+$/.test(change)) lines.splice(Number(change.slice(1)) - 1, 1);
    else {
      const [field, value] = assignments(change.replace(/^\*/, ""))[0];
      for (const line of change.startsWith("*") ? lines : at.map((number) => lines[number - 1])) line[field] = value;
    }
  }

  #write(lines, seed) {
    const { columns, style } = this.#practice;
    this.#claims++;
    const id = `${style.claims ?? "A"}${10_240 + this.#claims * 3}`;
    const known = new Set(columns.map(([, field]) => field));
    for (const [i, line] of lines.entries()) {
      const cells = { claim_id: id, line_number: String(i + 1), ...line };
      for (const field of Object.keys(line)) {
        // What every claim has, whether or not this export shows it.
        if (
          known.has(field) ||
          /^(?:dob|sex|payer|member_id|patient_id|service_to|frequency|rendering_npi|billing_npi|dx_pointer)$/.test(
            field,
          )
        )
          continue;
        throw new Error(`no column for ${field} (${seed?.rule ?? "claim"} ${JSON.stringify(line)})`);
      }
      this.records.push(columns.map(([, field]) => this.#styled(field, cells[field] ?? "")));
    }
    for (const at of seed?.at ?? [])
      for (const what of seed.rule.split("+")) {
        const [rule, line = at] = what.split("@");
        this.expected.push([this.records.length - lines.length + Number(line), rule, seed.defect]);
      }
  }

  #styled(field, value) {
    const { style, npis } = this.#practice;
    if (/^".*"$/.test(value)) return value.slice(1, -1);
    if (value.startsWith("@")) return npis[value.slice(1)] ?? value;
    if (ISO.test(value)) return dateIn(style.dates ?? "YYYY-MM-DD", value);
    if (/^diagnosis_/.test(field) && ICD10.test(value)) return style.dots === "no" ? value.replace(".", "") : value;
    if (field === "dx_pointer" && /^[1-9]{1,4}$/.test(value)) {
      const separator = style.separator ?? ",";
      const letters = [...value].map((digit) => (style.pointers === "letters" ? "ABCDEFGHI"[digit - 1] : digit));
      return letters.join(separator === "none" ? "" : separator);
    }
    return value;
  }
}

function dateIn(format, iso) {
  const [year, month, day] = iso.split("-");
  switch (format) {
    case "MM/DD/YYYY":
      return `${month}/${day}/${year}`;
    case "M/D/YYYY":
      return `${Number(month)}/${Number(day)}/${year}`;
    case "YYYYMMDD":
      return `${year}${month}${day}`;
    default:
      return iso;
  }
}

const cell = (text) => (/[",\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const dirty = join(corpus, "dirty");
mkdirSync(dirty, { recursive: true });
const seeds = join(corpus, "seeds");
for (const name of readdirSync(seeds).sort()) {
  const practice = parsePractice(readFileSync(join(seeds, name), "utf8"));
  const made = new Export(practice);
  for (const claim of practice.claims.values()) made.add(claim);
  for (const seed of practice.seeds) {
    const claim = practice.claims.get(seed.claim);
    if (claim === undefined) throw new Error(`${name}: no claim ${seed.claim}`);
    made.add(claim, seed);
  }
  const out = join(dirty, name.replace(/\.txt$/, ""));
  const rows = [practice.columns.map(([header]) => header), ...made.records];
  rmSync(`${out}.csv`, { force: true });
  writeFileSync(`${out}.csv`, `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`);
  writeFileSync(`${out}.expected.csv`, `row,rule,defect\n${made.expected.map((row) => `${row.join(",")}\n`).join("")}`);
}
