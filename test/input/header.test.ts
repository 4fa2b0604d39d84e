import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapHeader } from "../../src/input/header.ts";
import { columnLetter, type MapEntry } from "../../src/input/header-given.ts";
import { headerWords } from "../../src/input/header-words.ts";
import { allFieldNames, COLUMNS, fieldName, LINE_KEYS } from "../../src/model/columns.ts";
import { UsageError } from "../../src/model/errors.ts";

/** Field → header, of a comma-separated header line. */
function mapped(header: string, ...entries: MapEntry[]): Record<string, string> {
  const { mapping } = mapHeader(header.split(","), entries);
  return Object.fromEntries(mapping.map((one) => [fieldName(one.key, one.slot), one.header]));
}

function errorOf(header: string, ...entries: MapEntry[]): string {
  try {
    mapHeader(header.split(","), entries);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.remedy}`;
    throw error;
  }
  return "";
}

test("every canonical name maps to itself, exactly", () => {
  const fields = allFieldNames();
  const { mapping, missing, unmapped } = mapHeader(
    fields.map((one) => one.field),
    [],
  );
  expect(mapping.map((one) => [one.key, one.slot, one.column, one.how])).toEqual(
    fields.map((one, column) => [one.key, one.slot, column, "exact"]),
  );
  expect(missing).toEqual([]);
  expect(unmapped).toEqual([]);
});

test("every synonym of the table maps to its own column, whatever its case and punctuation", () => {
  const shared = new Set(["procedure_code_1", "procedure_1", "total_charge", "total_charges"]);
  const wrong: string[] = [];
  for (const key of LINE_KEYS) {
    for (const synonym of COLUMNS[key].synonyms) {
      // Read as the inpatient procedure only beside a CPT column; that and the totals have their own tests.
      if (shared.has(synonym) || synonym === "procedure_code_#" || synonym === "procedure_#") continue;
      const header = synonym.replace("#", "2");
      for (const text of [header, header.toUpperCase(), header.replaceAll("_", " ")]) {
        const { mapping } = mapHeader([text], []);
        if (mapping.length !== 1 || mapping[0]?.key !== key)
          wrong.push(`${text}: ${mapping[0]?.key ?? "-"}, not ${key}`);
        else if (synonym.includes("#") && mapping[0].slot !== 1) wrong.push(`${text}: slot ${mapping[0].slot}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

describe("slots", () => {
  test.each([
    ["dx1", "diagnosis_1"],
    ["dx_1", "diagnosis_1"],
    ["dx 01", "diagnosis_1"],
    ["Dx #2", "diagnosis_2"],
    ["Diagnosis Code 1", "diagnosis_1"],
    ["DiagnosisCode12", "diagnosis_12"],
    ["ICD_DGNS_CD12", "diagnosis_12"],
    ["ICD-10 Code 3", "diagnosis_3"],
    ["DIAGNOSISREF1", "dx_pointer"],
    ["DIAGNOSISREF4", "dx_pointer_4"],
    ["HCPCS_1ST_MDFR_CD", "modifier_1"],
    ["HCPCS_4TH_MDFR_CD", "modifier_4"],
    ["ProcedureModifier3", "modifier_3"],
    ["2nd Modifier", "modifier_2"],
    ["modifier", "modifier_1"],
    ["Mod", "modifier_1"],
    ["Dx", "diagnosis_1"],
    ["Diagnosis", "diagnosis_1"],
    ["ICD10", "diagnosis_1"],
    ["ICD-10", "diagnosis_1"],
    ["ICD 9", "diagnosis_1"],
    ["Principal Dx", "diagnosis_1"],
  ])("%s is %s", (header, field) => expect(mapped(header)).toEqual({ [field]: header }));

  test.each(["dx_0", "dx_26", "modifier_6", "dx_pointer_5"])("%s is out of range", (header) => {
    expect(mapped(header)).toEqual({});
  });

  test("icd_10 is the tenth code beside icd_1", () => {
    expect(mapped("icd_1,icd_9,icd_10")).toEqual({
      diagnosis_1: "icd_1",
      diagnosis_9: "icd_9",
      diagnosis_10: "icd_10",
    });
  });

  test("a bare column is slot 1 beside numbered ones, and gives way to a numbered 1", () => {
    expect(mapped("Modifier,Modifier 2")).toEqual({ modifier_1: "Modifier", modifier_2: "Modifier 2" });
    expect(mapped("Dx,Dx 1")).toEqual({ diagnosis_1: "Dx 1" });
  });
});

describe("spellings", () => {
  test.each([
    ["Claim #", "claim_id"],
    ["Claim No.", "claim_id"],
    ["\uFEFFclaim_id", "claim_id"],
    ["Patient Acct #", "claim_id"],
    ["PatientDateOfBirth", "dob"],
    ["Pt DOB", "dob"],
    ["Svc Date", "service_from"],
    ["DOS From", "service_from"],
    ["From DOS", "service_from"],
    ["claim_start_date", "service_from"],
    ["Thru Date", "service_to"],
    ["Proc Code", "procedure_code"],
    ["CPT® Code", "procedure_code"],
    ["CPT/HCPCS", "procedure_code"],
    ["Chg Amt", "charge"],
    ["Line Charge Amt", "charge"],
    ["Claim Charge Amt", "claim_total"],
    ["Svc Units", "units"],
    ["Days or Units", "units"],
    ["Rendering Provider NPI", "rendering_npi"],
    ["Rendering Prov NPI #", "rendering_npi"],
    ["ServiceLocationCLIANumber", "clia"],
    ["ServiceLocationPlaceOfServiceCode", "place_of_service"],
    ["ICD Version", "diagnosis_version"],
    ["procdure_code", "procedure_code"],
    ["PROCDURECODE", "procedure_code"],
    ["Modifer 2", "modifier_2"],
    ["Diagnosys 3", "diagnosis_3"],
    ["Servcie Date", "service_from"],
    ["biling_npi", "billing_npi"],
  ])("%s is %s", (header, field) => expect(mapped(header)).toEqual({ [field]: header }));

  test.each([
    "procedure_date_1",
    "procdure_date",
    "Procedure Charge Type",
    "Charge Code",
    "Unit Code",
    "paid_date",
    "claim_paid_amount",
    "CLM_PMT_AMT",
    "patient_paid",
    "rendering_tin",
    "Rendering Provider Name",
    "RenderingProviderID",
    "EncounterDiagnosisID1",
    "Diagnosis Description",
    "Modifier Description",
    "RFR_PHYSN_UPIN",
    "ICD_DGNS_VRSN_CD2",
    "apr_drg_code",
    "coinsurance_amount",
    "Facility Code",
    "Insurance Number",
    "id",
    "",
    "   ",
    "###",
  ])("%j is nothing", (header) => expect(mapped(header)).toEqual({}));

  test("says how a column was found", () => {
    const how = (header: string) => mapHeader([header], []).mapping[0]?.how;
    expect(how("Claim ID")).toBe("exact");
    expect(how("CLM_ID")).toBe("synonym");
    expect(how("claim_dob")).toBe("similar");
    expect(how("Modifer 1")).toBe("similar");
  });

  test("a misspelling gives way to the right name", () => {
    expect(mapped("Modifer 1,Modifier 1")).toEqual({ modifier_1: "Modifier 1" });
  });
});

describe("two columns for one field", () => {
  test("stops, shows both places and the flags that decide", () => {
    const error = errorOf("claim_id,DOS,x,Service Date");
    expect(error).toContain('service_from: column B "DOS" and column D "Service Date"');
    expect(error).toContain('--map service_from=DOS or --map service_from="Service Date"');
    expect(mapped("claim_id,DOS,x,Service Date", ["service_from", "Service Date"])).toMatchObject({
      service_from: "Service Date",
    });
  });

  test("identical headers are told apart by number", () => {
    expect(errorOf("charge,units,charge")).toContain("--map charge=#1 or --map charge=#3");
    expect(mapHeader(["charge", "units", "charge"], [["charge", "#3"]]).mapping.map((one) => one.column)).toEqual([
      1, 2,
    ]);
    expect(errorOf("x,x,units", ["charge", "x"])).toContain("--map charge=#1 or --map charge=#2");
    expect(mapHeader(["x", "x", "units"], []).unmapped).toEqual(["x", "x"]);
  });

  test.each([
    ["ICD_DGNS_CD1,PRNCPAL_DGNS_CD", "diagnosis_1", "ICD_DGNS_CD1"],
    ["PRNCPAL_DGNS_CD,ICD_DGNS_CD1", "diagnosis_1", "ICD_DGNS_CD1"],
    ["CLM_FROM_DT,LINE_1ST_EXPNS_DT", "service_from", "LINE_1ST_EXPNS_DT"],
    ["claim_start_date,claim_line_start_date", "service_from", "claim_line_start_date"],
    ["CARR_CLM_BLG_NPI_NUM,ORG_NPI_NUM", "billing_npi", "ORG_NPI_NUM"],
    ["Encounter,Claim #,Patient Acct #", "claim_id", "Claim #"],
    ["NPI,Rendering Provider NPI", "rendering_npi", "Rendering Provider NPI"],
    ["Charge ID,Line #", "line_number", "Line #"],
    ["Procedure,procedure_code", "procedure_code", "procedure_code"],
  ])("%s: %s is read from %s", (headers, field, chosen) => expect(mapped(headers)[field]).toBe(chosen));

  test("of optional text the order of the table decides, and a note says so", () => {
    const { mapping } = mapHeader(["Payer ID", "Payer Name"], []);
    expect(mapping).toMatchObject([{ header: "Payer Name", note: '"Payer ID" would fit too' }]);
  });
});

test("a bare npi is read as the rendering provider's, with a note", () => {
  const { mapping } = mapHeader(["NPI", "billing_npi"], []);
  expect(mapping[0]).toMatchObject({
    key: "renderingNpi",
    header: "NPI",
    note: expect.stringContaining("billing_npi"),
  });
  expect(mapping[1]?.note).toBeUndefined();
});

describe("numbered procedure columns", () => {
  test("are ICD procedures beside a HCPCS or CPT column", () => {
    expect(mapped("hcpcs_code,procedure_code_1,procedure_code_2")).toEqual({
      procedure_code: "hcpcs_code",
      inpatient_procedure_1: "procedure_code_1",
      inpatient_procedure_2: "procedure_code_2",
    });
  });
  test("else the first is the procedure, and a note says that the others are not read", () => {
    const { mapping, unmapped } = mapHeader(["Proc Code 1", "Proc Code 2"], []);
    expect(mapping).toMatchObject([
      { key: "procedure", header: "Proc Code 1", note: expect.stringContaining("Proc Code 2") },
    ]);
    expect(unmapped).toEqual(["Proc Code 2"]);
  });
});

describe("totals", () => {
  test("are the claim's beside a charge", () => {
    expect(mapped("Total Charges,Charge Amount")).toEqual({ claim_total: "Total Charges", charge: "Charge Amount" });
  });
  test("but the line's alone, or beside a unit charge (Tebra)", () => {
    expect(mapped("UnitCharge,TotalCharges")).toEqual({ charge: "TotalCharges" });
    expect(mapped("Total Charge")).toEqual({ charge: "Total Charge" });
  });
});

describe("--map", () => {
  test("wins over names and takes its column from every other field", () => {
    expect(mapped("DOS,units,Billed", ["charge", "units"], ["units", "Billed"])).toEqual({
      service_from: "DOS",
      charge: "units",
      units: "Billed",
    });
  });
  test("matches the header exactly first, then without case and punctuation", () => {
    expect(mapped("My Col,my_col", ["units", "my_col"])).toEqual({ units: "my_col" });
    expect(mapped("My Col", ["units", "MY-COL"])).toEqual({ units: "My Col" });
  });
  test("takes the chart number before a bare patient, which holds the name", () => {
    expect(mapped("CHART NO,PATIENT")).toEqual({ patient_id: "CHART NO" });
    expect(mapped("Patient,MRN")).toEqual({ patient_id: "MRN" });
    expect(mapped("Patient,DOB")).toEqual({ patient_id: "Patient", dob: "DOB" });
  });
  test("may use one column for two fields; the last entry of a field counts", () => {
    expect(mapped("MRN,a", ["patient_id", "MRN"], ["member_id", "a"], ["member_id", "MRN"])).toEqual({
      patient_id: "MRN",
      member_id: "MRN",
    });
  });
  test("an empty header takes the field off the map", () => {
    expect(mapped("units,qty", ["units", ""])).toEqual({});
    expect(mapHeader(["units"], [["units", ""]]).missing.map((one) => one.key)).toContain("units");
  });
  test("names the nearest field or header", () => {
    expect(errorOf("a,b", ["unts", "a"])).toBe('--map: there is no field "unts" | did you mean units?');
    expect(errorOf("Billed Units,b", ["units", "Biled Units"])).toContain('did you mean --map units="Billed Units"?');
    expect(errorOf("a,dos", ["units", "zzzzzz"])).toContain('its columns are "a", "dos"');
    // Without a header the first record is a person's.
    expect(errorOf("LOPEZ,99213", ["units", "zzzzzz"])).not.toContain("LOPEZ");
    expect(errorOf("a,b", ["units", "#3"])).toContain('no column "#3"');
    expect(errorOf("a,b", ["units", "#0"])).toContain('no column "#0"');
  });
  test("prints no terminal sequence of a hostile header", () => {
    expect(errorOf("\u001B[2Jdos,svc date\u001B[1m")).not.toContain("\u001B");
    expect(errorOf("a\u001B[2J", ["units", "zzzzzz"])).not.toContain("\u001B");
  });
});

test("missing required fields come with the nearest unused header", () => {
  const { missing } = mapHeader(["claim_id", "dos", "Primary Procedure Code Billed", "dx1", "units"], []);
  expect(missing).toEqual([
    { key: "procedure", closest: "Primary Procedure Code Billed", score: 0.5 },
    { key: "charge" },
  ]);
  expect(mapHeader(["a", "b", "c"], []).missing.map((one) => one.key)).toEqual([
    ...["claimId", "serviceFrom", "procedure", "diagnoses", "units", "charge"],
  ]);
});

describe("layouts", () => {
  test("Synthea claims_transactions", () => {
    const header =
      "ID,CLAIMID,CHARGEID,PATIENTID,TYPE,AMOUNT,METHOD,FROMDATE,TODATE,PLACEOFSERVICE,PROCEDURECODE,MODIFIER1,MODIFIER2," +
      "DIAGNOSISREF1,DIAGNOSISREF2,UNITS,DEPARTMENTID,NOTES,UNITAMOUNT,TRANSFEROUTID,TRANSFERTYPE,PAYMENTS,ADJUSTMENTS," +
      "TRANSFERS,OUTSTANDING,APPOINTMENTID,LINENOTE,PATIENTINSURANCEID,FEESCHEDULEID,PROVIDERID,SUPERVISINGPROVIDERID";
    expect(mapped(header)).toEqual({
      claim_id: "CLAIMID",
      line_number: "CHARGEID",
      patient_id: "PATIENTID",
      charge: "AMOUNT",
      service_from: "FROMDATE",
      service_to: "TODATE",
      place_of_service: "PLACEOFSERVICE",
      procedure_code: "PROCEDURECODE",
      modifier_1: "MODIFIER1",
      modifier_2: "MODIFIER2",
      dx_pointer: "DIAGNOSISREF1",
      dx_pointer_2: "DIAGNOSISREF2",
      units: "UNITS",
      line_note: "LINENOTE",
    });
  });

  test("Synthea claims", () => {
    expect(
      mapped(
        "Id,PATIENTID,PROVIDERID,DEPARTMENTID,DIAGNOSIS1,DIAGNOSIS8,CURRENTILLNESSDATE,SERVICEDATE,LASTBILLEDDATE1,STATUS1",
      ),
    ).toEqual({
      patient_id: "PATIENTID",
      diagnosis_1: "DIAGNOSIS1",
      diagnosis_8: "DIAGNOSIS8",
      service_from: "SERVICEDATE",
    });
  });

  test("a practice-management export", () => {
    const header =
      "Claim #,Patient Acct #,Patient Name,Patient DOB,Patient Sex,Svc Date,POS,Proc Code,Mod 1,Mod 2,Diag 1,Diag 2,Dx Ptr,Units," +
      "Chg Amt,Rendering Provider NPI,Billing Provider NPI #,Primary Ins,Claim Status,Proc Description,Post Date";
    const { mapping, missing, unmapped } = mapHeader(header.split(","), []);
    expect(missing).toEqual([]);
    expect(mapping).toHaveLength(17);
    expect(unmapped).toEqual(["Patient Acct #", "Patient Name", "Claim Status", "Post Date"]);
  });

  test("DE-SynPUF: the first line group is read, and a note says that the others are not", () => {
    const { mapping } = mapHeader(
      "CLM_ID,HCPCS_CD_1,HCPCS_CD_2,LINE_ICD9_DGNS_CD_1,ICD9_DGNS_CD_1,TAX_NUM_1".split(","),
      [],
    );
    expect(mapping.map((one) => one.key)).toEqual(["claimId", "procedure", "diagnoses", "lineDiagnosis", "taxId"]);
    expect(mapping[1]?.note).toContain("HCPCS_CD_2");
  });
});

const samples = "../shared/samples";
describe.skipIf(!existsSync(samples))("sample files", () => {
  const headerOf = (name: string) => readFileSync(`${samples}/${name}`, "utf8").split(/\r?\n/)[0] ?? "";

  test("CMS RIF carrier", () => {
    const { mapping, missing } = mapHeader(headerOf("cms-rif-synthea-carrier.psv.csv").split("|"), []);
    expect(missing).toEqual([]);
    const fields = Object.fromEntries(mapping.map((one) => [fieldName(one.key, one.slot), one.header]));
    expect(fields).toMatchObject({
      claim_id: "CLM_ID",
      line_number: "LINE_NUM",
      patient_id: "BENE_ID",
      service_from: "LINE_1ST_EXPNS_DT",
      service_to: "LINE_LAST_EXPNS_DT",
      place_of_service: "LINE_PLACE_OF_SRVC_CD",
      procedure_code: "HCPCS_CD",
      modifier_1: "HCPCS_1ST_MDFR_CD",
      modifier_2: "HCPCS_2ND_MDFR_CD",
      diagnosis_1: "ICD_DGNS_CD1",
      diagnosis_12: "ICD_DGNS_CD12",
      line_diagnosis: "LINE_ICD_DGNS_CD",
      units: "LINE_SRVC_CNT",
      charge: "LINE_SBMTD_CHRG_AMT",
      claim_total: "NCH_CARR_CLM_SBMTD_CHRG_AMT",
      allowed: "LINE_ALOWD_CHRG_AMT",
      paid: "LINE_NCH_PMT_AMT",
      rendering_npi: "PRF_PHYSN_NPI",
      billing_npi: "ORG_NPI_NUM",
      referring_npi: "RFR_PHYSN_NPI",
      tax_id: "TAX_NUM",
      diagnosis_version: "ICD_DGNS_VRSN_CD1",
      ndc: "LINE_NDC_CD",
      clia: "CARR_LINE_CLIA_LAB_NUM",
    });
    expect(mapping).toHaveLength(35);
    expect(mapping.every((one) => one.how === "synonym")).toBe(true);
  });

  test("Tuva medical_claim", () => {
    const { mapping, missing } = mapHeader(headerOf("tuva-medical-claim.csv").split(","), []);
    expect(missing).toEqual([]);
    const fields = Object.fromEntries(mapping.map((one) => [fieldName(one.key, one.slot), one.header]));
    expect(fields).toMatchObject({
      claim_id: "claim_id",
      line_number: "claim_line_number",
      patient_id: "person_id",
      member_id: "member_id",
      claim_type: "claim_type",
      service_from: "claim_line_start_date",
      service_to: "claim_line_end_date",
      place_of_service: "place_of_service_code",
      procedure_code: "hcpcs_code",
      modifier_5: "hcpcs_modifier_5",
      diagnosis_25: "diagnosis_code_25",
      poa_25: "diagnosis_poa_25",
      inpatient_procedure_1: "procedure_code_1",
      inpatient_procedure_25: "procedure_code_25",
      charge: "charge_amount",
      paid: "paid_amount",
      allowed: "allowed_amount",
      tax_id: "billing_tin",
      revenue_code: "revenue_center_code",
      type_of_bill: "bill_type_code",
      drg: "ms_drg_code",
      diagnosis_version: "diagnosis_code_type",
    });
    expect(fields["claim_total"]).toBeUndefined();
  });
});

test("any header gives a map of distinct fields or a UsageError", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("dx", "dx 1", "Dos", "#1", "mod_99", "1", "m1"),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (headers) => {
      try {
        const { mapping, unmapped } = mapHeader(headers, []);
        expect(new Set(mapping.map((one) => fieldName(one.key, one.slot))).size).toBe(mapping.length);
        expect(new Set(mapping.map((one) => one.column)).size).toBe(mapping.length);
        expect(mapping.length + unmapped.length).toBeLessThanOrEqual(headers.length);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
    }),
  );
});

test("columnLetter counts as spreadsheets do", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

test("headerWords reads camelCase, short forms and numbers alike", () => {
  for (const text of ["Diagnosis Code 1", "DiagnosisCode1", "DX_CD_01", "diag-code #1"])
    expect(headerWords(text).bag).toBe("1 code dx");
  expect(headerWords("PatientDOB").words).toEqual(["patient", "dob"]);
  expect(headerWords("Place of Service").words).toEqual(["place", "service"]);
});
