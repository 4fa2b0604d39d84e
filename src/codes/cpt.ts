import type { CptSection, ProcedureCode, ProcedureView } from "../model/values.ts";

/**
 * The structure of CPT: number ranges with names of our own, no descriptors (those are the AMA's).
 *
 * Two kinds of range are kept apart. `WIDE` decides whether a number can be CPT at all and holds room for the codes of
 * coming years; `ROWS` are the first and last codes observed in OPPS Addendum B of April 2026 and only name a subsection.
 */

const EM = "Evaluation and management";
const ANESTHESIA = "Anesthesia";
const SURGERY = "Surgery";
const RADIOLOGY = "Radiology";
const LABORATORY = "Pathology and laboratory";
const MEDICINE = "Medicine";

const VIEW: Readonly<Record<CptSection, ProcedureView>> = {
  [EM]: "E/M",
  [ANESTHESIA]: "surgical",
  [SURGERY]: "surgical",
  [RADIOLOGY]: "ancillary",
  [LABORATORY]: "ancillary",
  [MEDICINE]: "ancillary",
};

type Row<T> = readonly [first: number, last: number, of: T];

const WIDE: readonly Row<CptSection>[] = [
  [100, 1999, ANESTHESIA],
  [10004, 69990, SURGERY],
  [70010, 79999, RADIOLOGY],
  [80047, 89398, LABORATORY],
  [90281, 99607, MEDICINE],
];

// Islands inside the Medicine numbers. 98017–98099 are free: a new telemedicine visit would be numbered there.
const ISLANDS: readonly Row<CptSection>[] = [
  [98000, 98099, EM],
  [99091, 99091, EM],
  [99100, 99140, ANESTHESIA],
  [99201, 99499, EM],
];

// 99201 was deleted in 2021 and still stands in history files, so E/M begins there and not at 99202.
// biome-ignore format: one row a line
const ROWS: readonly (readonly [first: number, last: number, section: CptSection, subsection: string])[] = [
  [100, 222, ANESTHESIA, "head"],
  [300, 352, ANESTHESIA, "neck"],
  [400, 474, ANESTHESIA, "thorax wall and shoulder girdle"],
  [500, 580, ANESTHESIA, "intrathoracic"],
  [600, 670, ANESTHESIA, "spine"],
  [700, 797, ANESTHESIA, "upper abdomen"],
  [800, 882, ANESTHESIA, "lower abdomen"],
  [902, 952, ANESTHESIA, "perineum"],
  [1112, 1173, ANESTHESIA, "pelvis"],
  [1200, 1274, ANESTHESIA, "upper leg"],
  [1320, 1444, ANESTHESIA, "knee"],
  [1462, 1522, ANESTHESIA, "lower leg"],
  [1610, 1680, ANESTHESIA, "shoulder"],
  [1710, 1782, ANESTHESIA, "upper arm/elbow"],
  [1810, 1860, ANESTHESIA, "forearm/hand"],
  [1916, 1942, ANESTHESIA, "radiological"],
  [1951, 1953, ANESTHESIA, "burn"],
  [1958, 1969, ANESTHESIA, "obstetric"],
  [1990, 1999, ANESTHESIA, "other"],
  [10004, 10021, SURGERY, "fine-needle aspiration, general"],
  [10030, 19499, SURGERY, "integumentary"],
  [20100, 29999, SURGERY, "musculoskeletal"],
  [30000, 32999, SURGERY, "respiratory"],
  [33016, 37799, SURGERY, "cardiovascular"],
  [38100, 38999, SURGERY, "hemic/lymphatic"],
  [39000, 39599, SURGERY, "mediastinum/diaphragm"],
  [40490, 49999, SURGERY, "digestive"],
  [50010, 53899, SURGERY, "urinary"],
  [54000, 55899, SURGERY, "male genital"],
  [55920, 55980, SURGERY, "reproductive/intersex"],
  [56405, 58999, SURGERY, "female genital"],
  [59000, 59899, SURGERY, "maternity/delivery"],
  [60000, 60699, SURGERY, "endocrine"],
  [61000, 64999, SURGERY, "nervous"],
  [65091, 68899, SURGERY, "eye/ocular adnexa"],
  [69000, 69979, SURGERY, "auditory"],
  [69990, 69990, SURGERY, "operating microscope"],
  [70010, 76499, RADIOLOGY, "diagnostic imaging"],
  [76506, 76999, RADIOLOGY, "ultrasound"],
  [77001, 77022, RADIOLOGY, "guidance"],
  [77046, 77067, RADIOLOGY, "breast imaging"],
  [77071, 77092, RADIOLOGY, "bone/joint studies"],
  [77261, 77799, RADIOLOGY, "radiation oncology"],
  [78012, 79999, RADIOLOGY, "nuclear medicine"],
  [80047, 80081, LABORATORY, "organ panels"],
  [80143, 80299, LABORATORY, "therapeutic drug assays"],
  [80305, 80307, LABORATORY, "presumptive drug tests"],
  [80320, 80377, LABORATORY, "definitive drug tests"],
  [80400, 80439, LABORATORY, "evocative/suppression"],
  [80503, 80506, LABORATORY, "clinical pathology consults"],
  [81000, 81099, LABORATORY, "urinalysis"],
  [81105, 81479, LABORATORY, "molecular (tier 1, 2, genomic)"],
  [81490, 81599, LABORATORY, "MAAA"],
  [82009, 84999, LABORATORY, "chemistry"],
  [85002, 85999, LABORATORY, "hematology/coagulation"],
  [86000, 86849, LABORATORY, "immunology"],
  [86850, 86999, LABORATORY, "transfusion"],
  [87003, 87999, LABORATORY, "microbiology"],
  [88000, 88099, LABORATORY, "autopsy"],
  [88104, 88199, LABORATORY, "cytopathology"],
  [88230, 88299, LABORATORY, "cytogenetics"],
  [88300, 88399, LABORATORY, "surgical pathology"],
  [88720, 88749, LABORATORY, "in vivo"],
  [89049, 89240, LABORATORY, "other"],
  [89250, 89398, LABORATORY, "reproductive"],
  [90281, 90399, MEDICINE, "immune globulins/antibodies"],
  [90460, 90484, MEDICINE, "immunization administration/counseling"],
  [90581, 90759, MEDICINE, "vaccines and toxoids"],
  [90785, 90899, MEDICINE, "psychiatry"],
  [90901, 90913, MEDICINE, "biofeedback"],
  [90935, 90999, MEDICINE, "dialysis"],
  [91010, 91299, MEDICINE, "gastroenterology"],
  [91304, 91323, MEDICINE, "COVID vaccine products"],
  [92002, 92499, MEDICINE, "ophthalmology"],
  [92502, 92700, MEDICINE, "otorhinolaryngology/audiology"],
  [92920, 93799, MEDICINE, "cardiovascular"],
  [93880, 93998, MEDICINE, "vascular studies"],
  [94002, 94799, MEDICINE, "pulmonary"],
  [95004, 95199, MEDICINE, "allergy"],
  [95249, 95251, MEDICINE, "endocrinology/CGM"],
  [95700, 96020, MEDICINE, "neurology/neuromuscular"],
  [96041, 96041, MEDICINE, "genetics counseling"],
  [96105, 96146, MEDICINE, "CNS/neuropsych tests"],
  [96156, 96171, MEDICINE, "health behavior"],
  [96202, 96203, MEDICINE, "caregiver behavior training"],
  [96360, 96549, MEDICINE, "hydration, infusion, chemo"],
  [96567, 96574, MEDICINE, "photodynamic"],
  [96900, 96999, MEDICINE, "dermatology"],
  [97007, 97009, MEDICINE, "scalp cooling (2026)"],
  [97010, 97799, MEDICINE, "physical medicine/rehab"],
  [97802, 97804, MEDICINE, "nutrition"],
  [97810, 97814, MEDICINE, "acupuncture"],
  [98000, 98016, EM, "telemedicine visits (2025)"],
  [98925, 98929, MEDICINE, "osteopathic"],
  [98940, 98943, MEDICINE, "chiropractic"],
  [98960, 98962, MEDICINE, "self-management education"],
  [98966, 98972, MEDICINE, "non-physician phone/online"],
  [98975, 98986, MEDICINE, "remote therapeutic monitoring"],
  [99000, 99082, MEDICINE, "special services"],
  [99091, 99091, EM, "physiologic data analysis"],
  [99100, 99140, ANESTHESIA, "qualifying circumstances"],
  [99151, 99157, MEDICINE, "moderate sedation"],
  [99170, 99199, MEDICINE, "other medicine"],
  [99201, 99499, EM, "all E/M"],
  [99500, 99602, MEDICINE, "home health procedures"],
  [99605, 99607, MEDICINE, "medication therapy management"],
];

// biome-ignore format: one row a line
const EM_FAMILIES: readonly Row<string>[] = [
  [98000, 98016, "telemedicine visit"],
  [99091, 99091, "remote physiologic monitoring"],
  [99201, 99205, "office visit, new patient"],
  [99211, 99215, "office visit, established patient"],
  [99217, 99217, "hospital discharge"],
  [99218, 99223, "initial hospital or observation care"],
  [99224, 99233, "subsequent hospital or observation care"],
  [99234, 99236, "same-day admission and discharge"],
  [99238, 99239, "hospital discharge"],
  [99241, 99245, "outpatient consultation"],
  [99251, 99255, "inpatient consultation"],
  [99281, 99288, "emergency department visit"],
  [99291, 99292, "critical care"],
  [99304, 99310, "nursing facility care"],
  [99315, 99316, "nursing facility discharge"],
  [99318, 99318, "nursing facility care"],
  [99324, 99328, "home or residence visit, new patient"],
  [99334, 99337, "home or residence visit, established patient"],
  [99341, 99345, "home or residence visit, new patient"],
  [99347, 99350, "home or residence visit, established patient"],
  [99354, 99360, "prolonged service or standby"],
  [99366, 99368, "team conference"],
  [99374, 99380, "care plan oversight"],
  [99381, 99387, "preventive visit, new patient"],
  [99391, 99397, "preventive visit, established patient"],
  [99401, 99412, "counseling and risk reduction"],
  [99415, 99418, "prolonged service or standby"],
  [99421, 99423, "online digital visit"],
  [99424, 99427, "care management"],
  [99429, 99429, "counseling and risk reduction"],
  [99437, 99439, "care management"],
  [99441, 99443, "telephone visit"],
  [99445, 99445, "remote physiologic monitoring"],
  [99446, 99452, "interprofessional consultation"],
  [99450, 99450, "disability or special evaluation"],
  [99453, 99454, "remote physiologic monitoring"],
  [99455, 99456, "disability or special evaluation"],
  [99457, 99458, "remote physiologic monitoring"],
  [99459, 99459, "pelvic examination add-on"],
  [99460, 99465, "newborn care"],
  [99466, 99467, "pediatric transport"],
  [99468, 99469, "neonatal or pediatric critical care"],
  [99470, 99470, "remote physiologic monitoring"],
  [99471, 99472, "neonatal or pediatric critical care"],
  [99473, 99474, "remote physiologic monitoring"],
  [99475, 99480, "neonatal or pediatric critical care"],
  [99483, 99483, "cognitive assessment"],
  [99484, 99484, "behavioral health integration"],
  [99485, 99486, "pediatric transport"],
  [99487, 99491, "care management"],
  [99492, 99494, "behavioral health integration"],
  [99495, 99496, "transitional care"],
  [99497, 99498, "advance care planning"],
  [99499, 99499, "unlisted"],
];

function rowOf<T extends readonly [number, number, ...unknown[]]>(rows: readonly T[], number: number): T | undefined {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle]!;
    if (number < row[0]) high = middle - 1;
    else if (number > row[1]) low = middle + 1;
    else return row;
  }
  return undefined;
}

export interface CptRange {
  readonly section: CptSection;
  /** Undefined for a number that lies between the subsections observed in 2026: a new or long deleted code. */
  readonly subsection: string | undefined;
  readonly view: ProcedureView;
}

/** Section, subsection and three-way view of a five-digit CPT number; undefined outside every CPT numeric range. */
export function cptRange(number: number): CptRange | undefined {
  const wide = rowOf(WIDE, number);
  if (wide === undefined) return undefined;
  const section = rowOf(ISLANDS, number)?.[2] ?? wide[2];
  return { section, subsection: rowOf(ROWS, number)?.[3], view: VIEW[section] };
}

/** What an E/M number is for, in our own words; deleted numbers (99201, 99241, 99441) are under their old family. */
export function emFamily(number: number): string | undefined {
  return rowOf(EM_FAMILIES, number)?.[2];
}

const within = (code: ProcedureCode, first: number, last: number): boolean =>
  code.number >= first && code.number <= last;

/** The E/M section of CPT: 99201–99499, 98000–98016 (room to 98099) and 99091. Not the HCPCS visit codes. */
export function isEvaluationAndManagement(code: ProcedureCode): boolean {
  return code.section === EM;
}

/** 00100–01999, the codes billed by time. The qualifying circumstances (99100–99140) are Anesthesia by section only. */
export function isAnesthesia(code: ProcedureCode): boolean {
  return within(code, 100, 1999);
}

export function isSurgery(code: ProcedureCode): boolean {
  return code.section === SURGERY;
}

export function isRadiology(code: ProcedureCode): boolean {
  return code.section === RADIOLOGY;
}

/** Pathology and laboratory, PLA (`0001U`) and MAAA (`0002M`) codes included; not the HCPCS lab codes. */
export function isLaboratory(code: ProcedureCode): boolean {
  return code.section === LABORATORY;
}

/** Eye visits 92002–92014: Medicine by section, treated as E/M by the global-surgery and modifier-25 rules. */
export function isEyeVisit(code: ProcedureCode): boolean {
  return within(code, 92002, 92014);
}

/** 99201–99215. */
export function isOfficeVisit(code: ProcedureCode): boolean {
  return within(code, 99201, 99215);
}

/** 99381–99397. */
export function isPreventiveVisit(code: ProcedureCode): boolean {
  return within(code, 99381, 99397);
}

/**
 * Vaccines 90476–90759 and COVID-19 vaccines 91300–91323; RSV antibodies are `isImmuneGlobulin`. Not 90480–90484 among
 * them, which are administration and counseling.
 */
export function isVaccineProduct(code: ProcedureCode): boolean {
  return (within(code, 90476, 90759) && !within(code, 90480, 90484)) || within(code, 91300, 91323);
}

/** Immune globulins and monoclonal antibodies given for prophylaxis, 90281–90399. */
export function isImmuneGlobulin(code: ProcedureCode): boolean {
  return within(code, 90281, 90399);
}

/** 90460–90474, 90480, G0008–G0010, and the retired COVID-19 administration codes (`0001A`). */
export function isVaccineAdministration(code: ProcedureCode): boolean {
  if (!code.ok) return false;
  if (within(code, 90460, 90474) || code.number === 90480 || code.category === "administrative") return true;
  return code.code === "G0008" || code.code === "G0009" || code.code === "G0010";
}
