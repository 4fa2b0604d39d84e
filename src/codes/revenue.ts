/** Revenue code families (first three digits, the fourth is the subcategory), in our own words. Source: NUBC, UB-04 FL 42. */
// biome-ignore format: spans of three-digit prefixes
const FAMILIES: readonly (readonly [first: number, last: number, name: string])[] = [
  [10, 21, "room and board, intensive care"], [22, 22, "special charges"], [23, 24, "incremental nursing, all-inclusive"],
  [25, 25, "pharmacy"], [26, 26, "IV therapy"], [27, 27, "supplies"], [28, 28, "oncology"], [29, 29, "durable medical equipment"],
  [30, 31, "laboratory and pathology"], [32, 35, "imaging"], [36, 36, "operating room"], [37, 37, "anesthesia"],
  [38, 39, "blood"], [40, 40, "other imaging"], [41, 41, "respiratory therapy"], [42, 42, "physical therapy"],
  [43, 43, "occupational therapy"], [44, 44, "speech therapy"], [45, 45, "emergency room"], [46, 46, "pulmonary"],
  [47, 47, "audiology"], [48, 48, "cardiology"], [49, 49, "ambulatory surgery"], [50, 50, "outpatient services"],
  [51, 51, "clinic"], [52, 52, "freestanding clinic"], [53, 53, "osteopathic"], [54, 54, "ambulance"],
  [55, 60, "home health"], [61, 61, "MRI"], [62, 62, "supplies, extension"], [63, 63, "drugs"], [64, 66, "home IV, respite"],
  [67, 68, "outpatient special residence, trauma"], [69, 69, "pre-hospice and palliative"], [70, 70, "cast room"],
  [71, 71, "recovery room"], [72, 72, "labor and delivery"], [73, 73, "EKG"], [74, 74, "EEG"], [75, 75, "gastrointestinal"],
  [76, 76, "treatment and observation"], [77, 77, "preventive care"], [78, 78, "telehealth"], [79, 79, "lithotripsy"],
  [80, 85, "dialysis"], [86, 86, "magnetoencephalography"], [87, 87, "cell and gene therapy"], [88, 88, "other dialysis"],
  [89, 89, "special processed drugs"], [90, 91, "behavioral health"], [92, 95, "other diagnostic and therapeutic"],
  [96, 98, "professional fees"], [99, 99, "patient convenience"], [100, 100, "behavioral accommodations"],
  [210, 210, "alternative therapy"], [310, 310, "adult care"],
];

// 0001 is the total line; 0022–0024 carry HIPPS codes.
const SINGLES: Readonly<Record<string, string>> = {
  "0001": "total",
  "0022": "SNF prospective payment",
  "0023": "home health prospective payment",
  "0024": "inpatient rehabilitation prospective payment",
};

/** Name of a four-digit revenue code's family; undefined where no family has that number. Grammar level only. */
export function revenueFamily(code: string): string | undefined {
  if (!/^\d{4}$/.test(code)) return undefined;
  const prefix = Number(code.slice(0, 3));
  return SINGLES[code] ?? FAMILIES.find(([first, last]) => prefix >= first && prefix <= last)?.[2];
}
