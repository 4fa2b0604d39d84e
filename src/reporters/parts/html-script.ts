/**
 * The pure half of the page's script. A finding is an array: severity, rule, file, line, column, row, cell, column name,
 * claim, claim line, value, message, waiver; the first three are indexes. Everything is text of cells and is only ever
 * put on the page as text.
 */
export const LOGIC = `
const KEYS = {
  severity: (f) => f[0], rule: (f, l) => l.rules[f[1]], place: (f) => f[2] * 1e9 + f[5], claim: (f) => f[8] + " " + String(f[9]).padStart(6),
  column: (f) => f[7], value: (f) => f[10], message: (f) => f[11],
};
function wordsOf(finding, lists) {
  return [lists.severities[finding[0]], lists.rules[finding[1]], lists.files[finding[2]], "row " + finding[5], ...finding.slice(6)].join("\\n").toLowerCase();
}
function matching(findings, texts, wanted) {
  const words = wanted.search.toLowerCase().split(/\\s+/).filter(Boolean);
  const found = [];
  for (let i = 0; i < findings.length; i++) {
    const f = findings[i];
    if (wanted.severity !== "" && f[0] !== Number(wanted.severity)) continue;
    if (wanted.rule !== "" && f[1] !== Number(wanted.rule)) continue;
    if (wanted.file !== "" && f[2] !== Number(wanted.file)) continue;
    if (words.length > 0 && !words.every((word) => texts(i).includes(word))) continue;
    found.push(i);
  }
  return found;
}
function sorted(indexes, findings, lists, key, down) {
  const keys = new Map(indexes.map((i) => [i, KEYS[key](findings[i], lists)]));
  const order = down ? -1 : 1;
  return indexes.slice().sort((a, b) => {
    const x = keys.get(a), y = keys.get(b);
    return x < y ? -order : x > y ? order : a - b;
  });
}
function pageOf(total, size, page) {
  const pages = Math.max(1, Math.ceil(total / size));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { page: at, pages, from: at * size, to: Math.min(total, (at + 1) * size) };
}
const grouped = (n) => String(n).replace(/\\B(?=(\\d{3})+$)/g, ",");
`;

const PAGE = `
const $ = (id) => document.getElementById(id);
const read = (id) => JSON.parse($(id).textContent);
const findings = read("data-findings"), lists = read("data-lists");
const texts = [];
const textOf = (i) => texts[i] ?? (texts[i] = wordsOf(findings[i], lists));
const filters = { search: $("search"), severity: $("severity"), rule: $("rule"), file: $("file") };
const head = [...document.querySelectorAll("#table th[data-key]")];
let key = "", down = false, page = 0, shown = [];

function wanted() {
  return Object.fromEntries(Object.entries(filters).map(([name, field]) => [name, field ? field.value : ""]));
}
function refresh() {
  const found = matching(findings, textOf, wanted());
  shown = key === "" ? found : sorted(found, findings, lists, key, down);
  draw();
}
function cell(row, text, className) {
  const td = row.insertCell();
  td.textContent = text;
  if (className) td.className = className;
  return td;
}
function draw() {
  const size = Number($("size").value);
  const part = pageOf(shown.length, size, page);
  page = part.page;
  const rows = document.createDocumentFragment();
  for (const i of shown.slice(part.from, part.to)) {
    const f = findings[i], row = document.createElement("tr");
    const severity = f[12] === "" ? lists.severities[f[0]] : "waived";
    cell(row, severity, severity);
    const link = cell(row, "").appendChild(document.createElement("a"));
    link.textContent = lists.rules[f[1]];
    link.href = "#rule-" + lists.rules[f[1]];
    cell(row, f[12] === "" ? f[11] : f[11] + " (waived: " + f[12] + ")");
    cell(row, f[9] === "" ? f[8] : (f[8] + " line " + f[9]).trim());
    cell(row, f[7]);
    cell(row, f[10], "place");
    cell(row, (lists.files.length > 1 ? lists.files[f[2]] + " " : "") + (f[5] === 0 ? "header" : "row " + f[5]) + (f[6] === "" ? "" : " · " + f[6]), "place").title = "line " + f[3] + ", column " + f[4];
    rows.appendChild(row);
  }
  $("rows").replaceChildren(rows);
  $("count").textContent = shown.length === 0 ? "No finding matches." : grouped(part.from + 1) + " to " + grouped(part.to) + " of " + grouped(shown.length) + " findings" + (shown.length === findings.length ? "" : " (filtered, " + grouped(findings.length) + " in all)");
  $("page").textContent = "Page " + grouped(page + 1) + " of " + grouped(part.pages);
  $("previous").disabled = page === 0;
  $("next").disabled = page >= part.pages - 1;
}
function restart() { page = 0; refresh(); }
let timer;
filters.search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(restart, 150); });
for (const name of ["severity", "rule", "file"]) if (filters[name]) filters[name].addEventListener("change", restart);
$("size").addEventListener("change", () => { page = 0; draw(); });
$("previous").addEventListener("click", () => { page--; draw(); });
$("next").addEventListener("click", () => { page++; draw(); });
$("clear").addEventListener("click", () => { for (const field of Object.values(filters)) if (field) field.value = ""; restart(); filters.search.focus(); });
for (const th of head) th.firstElementChild.addEventListener("click", () => {
  down = key === th.dataset.key && !down;
  key = th.dataset.key;
  for (const other of head) other.removeAttribute("aria-sort");
  th.setAttribute("aria-sort", down ? "descending" : "ascending");
  restart();
});
for (const button of document.querySelectorAll("button[data-rule]")) button.addEventListener("click", () => {
  for (const field of Object.values(filters)) if (field) field.value = "";
  filters.rule.value = button.dataset.rule;
  restart();
  $("findings").scrollIntoView();
  filters.rule.focus({ preventScroll: true });
});
function openTarget() {
  const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}
addEventListener("hashchange", openTarget);
let closed = [];
addEventListener("beforeprint", () => { closed = [...document.querySelectorAll("details:not([open])")]; for (const d of closed) d.open = true; });
addEventListener("afterprint", () => { for (const d of closed) d.open = false; });
$("tools").hidden = false;
openTarget();
refresh();
`;

export const SCRIPT = `"use strict";(() => {${LOGIC}${PAGE}})();`;

// For the Content-Security-Policy, which lets nothing else run. A test holds them to the texts and prints the new ones.
export const SCRIPT_DIGEST = "sha256-Rudp5K3qOoFzy+8b08tEUkEQZJ+bBvt4+tYFnnzSeeQ=";
export const STYLE_DIGEST = "sha256-Kuzt2VXVfOX+zxQhZwAKhk3Ah/ezsA+bEYm8yY3+D8c=";
