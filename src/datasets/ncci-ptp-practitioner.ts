import { ptpDataSet } from "./parts/ptp.ts";

/** Edits for practitioners and ambulatory surgical centers: professional lines. */
const ptpPractitioner = ptpDataSet("practitioner", "NCCI PTP edits, practitioner services", ["professional"]);

export default ptpPractitioner;
