import type { DiagnosisCode } from "../model/values.ts";

/** Categories of the WHO's ICD-10 that the US modification never had. Source: WHO ICD-10 (2019) against FY2026. */
const WHO_ONLY: ReadonlySet<string> = new Set(
  `A16 A97 B21 B22 B23 B24 E12 E14 E90 F00 F61 F62 F83 F92 I64 I84 J46 K93 O81 O83 O84 O95 O96 O97
   T00 T01 T02 T03 T04 T05 T06 T08 T09 T10 T11 T12 T13 T29 T90 T91 T92 T93 T94 T95 T96 T97 T98
   X40 X41 X42 X43 X44 X45 X46 X47 X48 X49 X59 X60 X61 X62 X63 X64 X65 X66 X67 X68 X69 X70 X84 X85 X86 X87 X88 X89
   X90 X91 Y10 Y11 Y12 Y13 Y14 Y15 Y16 Y17 Y18 Y19 Y20 Y34 Y40 Y41 Y42 Y43 Y44 Y45 Y46 Y47 Y48 Y49 Y50 Y51 Y52 Y53
   Y54 Y55 Y56 Y57 Y58 Y59 Y85 Y86 Y87 Y88 Y89`.split(/\s+/),
);

/** The marks of the WHO's double coding (`A17.0†`, `G01*`) and the letters of the German edition (`J06.9 G`). */
const MARKED = /^\s*[A-Z]\d[0-9A-B](?:\.\d{1,3})?\s*(?:[†‡*+!]|\s[GVZARLB])\s*$/i;

/** A diagnosis of the WHO's ICD-10, or of another country's edition of it, that ICD-10-CM does not have. */
export function isInternationalIcd10(diagnosis: DiagnosisCode): boolean {
  if (diagnosis.problem === "unknown-category") return WHO_ONLY.has(diagnosis.category);
  return diagnosis.problem === "format" && MARKED.test(diagnosis.text);
}
