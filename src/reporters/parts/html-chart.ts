import type { RuleReport } from "../../model/run.ts";
import { dollars, shorten } from "./layout.ts";
import { markup } from "./xml.ts";

const RULES_SHOWN = 12;
const ROW = 26;
const WIDTH = 860;
const LABEL = 260;
const BAR = 400;

/**
 * A Pareto chart as SVG: rules by the charges at risk of their errors, the largest first, and what share of the sum the
 * bars down to here make up. Undefined where there is nothing to show.
 */
export function paretoChart(rules: readonly RuleReport[]): string | undefined {
  const charged = rules
    .map(({ id, chargeAtRiskCents }) => ({ id, cents: chargeAtRiskCents ?? 0 }))
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => b.cents - a.cents || (a.id < b.id ? -1 : 1));
  const largest = charged[0];
  if (largest === undefined) return undefined;
  const sum = charged.reduce((total, { cents }) => total + cents, 0);
  const shown = charged.slice(0, RULES_SHOWN);
  let reached = 0;
  const rows = shown.map(({ id, cents }, i) => {
    reached += cents;
    const y = ROW * (i + 1);
    const width = Math.max(2, Math.round((cents / largest.cents) * BAR));
    const share = `${Math.round((reached / sum) * 100)} %`;
    return [
      `<text x="${LABEL - 10}" y="${y + 17}" text-anchor="end">${markup(shorten(id, 36))}</text>`,
      `<rect class="rest" x="${LABEL}" y="${y + 4}" width="${BAR}" height="${ROW - 8}"/>`,
      `<rect x="${LABEL}" y="${y + 4}" width="${width}" height="${ROW - 8}"/>`,
      `<text x="${LABEL + BAR + 110}" y="${y + 17}" text-anchor="end">${dollars(cents)}</text>`,
      `<text class="faint" x="${WIDTH - 10}" y="${y + 17}" text-anchor="end">${share}</text>`,
    ].join("");
  });
  const heads =
    `<text class="faint" x="${LABEL + BAR + 110}" y="17" text-anchor="end">at risk</text>` +
    `<text class="faint" x="${WIDTH - 10}" y="17" text-anchor="end">cumulative</text>`;
  const title = `Charge at risk by rule. Largest: ${largest.id}, ${dollars(largest.cents)}.`;
  const rest = charged.length - shown.length;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${ROW * (shown.length + 1) + 4}" role="img" aria-label="${markup(title)}">${heads}${rows.join("\n")}</svg>`,
    rest > 0 ? `\n<p class="quiet">${rest} more rules with less at risk are in the list below.</p>` : "",
  ].join("");
}
