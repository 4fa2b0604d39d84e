import type { PayerKind } from "../model/claim.ts";

// Names of Medicare Advantage, supplement and drug plans hold the word "medicare" but follow their own policy.
const NOT_FEE_FOR_SERVICE =
  /advantage|supplement|medigap|part\s*[cd]\b|\bhmo\b|\bppo\b|\bmapd?\b|complete|choice|replacement/;
const COMMERCIAL =
  /aetna|anthem|ambetter|blue\s*(cross|shield)|\bbcbs|cigna|centene|coventry|humana|kaiser|oscar|tricare|\buhc\b|umr|united\s*health|commercial|\bppo\b|\bhmo\b|\bepo\b|\bpos plan\b/;

/**
 * The payer profile a payer's name stands for. Careful on purpose: a name that is not plain gives `generic`, under
 * which Medicare-only rules are advisory.
 */
export function payerKindOf(name: string): PayerKind {
  const text = name.trim().toLowerCase();
  // MB, MC, CI, BL: claim filing indicators of 837P SBR09. MA is left out: it also stands for Medicare Advantage.
  if (/medi-?caid|medi-?cal\b|^mc$/.test(text)) return "medicaid";
  if (/medicare|^mcr\b|^mb$/.test(text)) return NOT_FEE_FOR_SERVICE.test(text) ? "commercial" : "medicare";
  if (/^(ci|bl)$/.test(text)) return "commercial";
  return COMMERCIAL.test(text) ? "commercial" : "generic";
}
