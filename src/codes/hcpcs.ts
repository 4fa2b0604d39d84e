import type { ProcedureCode, ProcedureView } from "../model/values.ts";

export interface HcpcsFamily {
  readonly letter: string;
  /** What the letter is used for, in our own words. */
  readonly meaning: string;
  /** Who takes it, where that is not everybody. */
  readonly accepts?: string;
}

// F, I, N, O and W–Z are not in use; D is the dental set (CDT) of the ADA and not in the CMS file.
const FAMILIES: Readonly<Record<string, Omit<HcpcsFamily, "letter">>> = {
  A: { meaning: "transport, supplies, skin substitutes, radiopharmaceuticals" },
  B: { meaning: "enteral and parenteral therapy", accepts: "DME MAC" },
  C: { meaning: "hospital outpatient, temporary", accepts: "outpatient hospitals and ASCs" },
  D: { meaning: "dental procedures (CDT)", accepts: "dental plans and Medicaid" },
  E: { meaning: "durable medical equipment", accepts: "DME MAC" },
  G: { meaning: "CMS temporary procedures and quality measures", accepts: "Medicare and many others" },
  H: { meaning: "behavioral health and rehabilitation", accepts: "Medicaid" },
  J: { meaning: "drugs not taken by mouth, chemotherapy" },
  K: { meaning: "durable medical equipment, temporary", accepts: "DME MAC" },
  L: { meaning: "orthotics and prosthetics" },
  M: { meaning: "quality programs, COVID-19 antibody administration", accepts: "Medicare" },
  P: { meaning: "pathology, laboratory, blood products" },
  Q: { meaning: "temporary: drugs, biosimilars, skin substitutes, hospice sites" },
  R: { meaning: "transport of portable X-ray and EKG", accepts: "Medicare" },
  S: { meaning: "private payers, temporary", accepts: "commercial payers and some Medicaid programs" },
  T: { meaning: "state Medicaid programs", accepts: "Medicaid" },
  U: { meaning: "COVID-19 laboratory tests" },
  V: { meaning: "vision and hearing" },
};

/**
 * One letter in use and four digits, CDT included. The letter U is held to its one family (U0001–U0005 in 2026, room to
 * U0099), because U1234 is neither a code nor an announced range.
 */
export function isHcpcsShape(code: string): boolean {
  return /^(?:[A-EGHJ-MP-TV]\d{4}|U00\d{2})$/.test(code);
}

/** The family of a HCPCS Level II or CDT code by its letter; undefined where the text has not that shape. */
export function hcpcsFamily(code: string): HcpcsFamily | undefined {
  const letter = code.charAt(0);
  const family = FAMILIES[letter];
  return family !== undefined && isHcpcsShape(code) ? { letter, ...family } : undefined;
}

// Visits that Medicare asks for under a HCPCS code: wellness, hospital clinic, prolonged, complexity, care management.
const VISITS = new Set(
  ["G0402", "G0438", "G0439", "G0463", "G2211", "G2212"].concat(["G0316", "G0317", "G0318", "G0556", "G0557", "G0558"]),
);

/** E/M-like HCPCS codes (G0402, G0438, G0439, G0463, G2211, G2212, G0316–G0318, G0556–G0558). */
export function isHcpcsVisit(code: ProcedureCode): boolean {
  return VISITS.has(code.code);
}

/** The three-way view of a HCPCS code: supplies, drugs and transport are ancillary; mixed letters have none. */
export function hcpcsView(code: string): ProcedureView | undefined {
  if (VISITS.has(code)) return "E/M";
  return /^[ABEJKLPQRUV]/.test(code) ? "ancillary" : undefined;
}

/** Ambulance and other transport, A0021–A0999: the only codes on which origin–destination pairs are modifiers. */
export function isAmbulance(code: ProcedureCode): boolean {
  return code.ok && code.code >= "A0021" && code.code <= "A0999";
}

/** Drugs and biologicals billed by dose: the J codes, and Q5101 and above for biosimilars. */
export function isDrug(code: ProcedureCode): boolean {
  return (
    code.ok && code.system === "HCPCS" && (code.code.startsWith("J") || (code.code >= "Q5101" && code.code < "Q5999"))
  );
}
