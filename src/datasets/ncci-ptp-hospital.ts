import { ptpDataSet } from "./parts/ptp.ts";

/** Edits for outpatient hospital services: institutional lines. */
const ptpHospital = ptpDataSet("hospital", "NCCI PTP edits, outpatient hospital services", ["institutional"]);

export default ptpHospital;
