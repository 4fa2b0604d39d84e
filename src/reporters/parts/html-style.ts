/** The page's own style: follows the reader's theme, prints in black on white, all text at a contrast of 4.5 or more. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --raised: #f4f6f8; --ink: #1b2430; --quiet: #515d6b; --line: #cbd3dc;
  --link: #0b57b0; --error: #b3201f; --warning: #855000; --info: #23588f; --good: #17663a; --bar: #b3201f; }
@media (prefers-color-scheme: dark) { :root { --paper: #14191f; --raised: #1f262e; --ink: #e8edf2; --quiet: #a9b4c0;
  --line: #3b4652; --link: #8fc1ff; --error: #ff9a94; --warning: #f2c063; --info: #9ccbff; --good: #7fd8a4; --bar: #e0726c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.2rem; margin: 0; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .4rem 0; max-width: 60rem; } a { color: var(--link); }
code, .place { font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: .9em; }
.quiet { color: var(--quiet); } .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
.waived { color: var(--quiet); } .number { text-align: right; font-variant-numeric: tabular-nums; }
.verdict { max-width: none; border-left: .4rem solid; padding: .6rem 1rem; margin: 1rem 0; background: var(--raised); font-size: 1.25rem; font-weight: 600; }
.verdict.bad { border-color: var(--error); } .verdict.doubt { border-color: var(--warning); } .verdict.good { border-color: var(--good); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0; list-style: none; }
.tiles li { flex: 1 1 8rem; background: var(--raised); border-radius: .4rem; padding: .6rem .9rem; }
.tiles b { display: block; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.alarm { border: 2px solid var(--error); border-radius: .4rem; padding: .25rem 1rem; }
.chart { overflow-x: auto; } .chart svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.chart text { fill: var(--ink); font-size: 13px; } .chart .faint { fill: var(--quiet); } .chart rect { fill: var(--bar); }
.chart .rest { fill: var(--raised); }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; background: var(--paper); }
summary { cursor: pointer; padding: .5rem .9rem; } details[open] > summary { border-bottom: 1px solid var(--line); }
summary .count { float: right; margin-left: 1rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .6rem .9rem; } dt { color: var(--quiet); } dd { margin: 0; }
details button { margin: 0 .9rem .8rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .75rem 0; }
.filters label { display: grid; gap: .15rem; font-size: .85rem; color: var(--quiet); } .filters .search { flex: 1 1 16rem; }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; padding: .35rem .6rem; }
select { max-width: 20rem; } button { cursor: pointer; } button:disabled { cursor: default; color: var(--quiet); border-color: var(--line); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
td { overflow-wrap: break-word; } #table td:nth-child(3) { min-width: 16rem; overflow-wrap: anywhere; }
#table td:nth-child(6) { min-width: 6rem; overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: var(--raised); white-space: nowrap; }
th button { border: 0; background: none; padding: 0; font-weight: 600; color: inherit; }
th button::after { content: " ↕"; color: var(--quiet); } th[aria-sort=ascending] button::after { content: " ↑"; }
th[aria-sort=descending] button::after { content: " ↓"; }
.pager { display: flex; gap: .75rem; align-items: center; margin: .75rem 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; color: var(--quiet); font-size: .85rem; overflow-wrap: anywhere; }
nav a { margin-right: 1.25rem; }
[hidden] { display: none; }
@media print {
  :root { color-scheme: light; --paper: #fff; --raised: #fff; --ink: #000; --quiet: #333; --line: #888; --link: #000;
    --error: #8f0f0f; --warning: #5f3a00; --info: #123c6b; --good: #0c4a27; --bar: #555; }
  body { max-width: none; padding: 0; font-size: 9.5pt; } nav, .filters, .pager, details button { display: none; }
  details, .tiles li, tr { break-inside: avoid; } h2 { break-after: avoid; } thead { display: table-header-group; }
  thead th { position: static; } th button::after { content: "" !important; } .chart svg { min-width: 0; }
}
`;
