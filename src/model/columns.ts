import type {
  CellValue,
  DateValue,
  DiagnosisCode,
  Modifier,
  Money,
  Npi,
  PlaceOfService,
  Pointer,
  Privacy,
  ProcedureCode,
  Quantity,
  Sex,
  TextValue,
  WholeNumber,
} from "./values.ts";

/** What a cell of a column is parsed as. */
export interface KindValue {
  text: TextValue;
  date: DateValue;
  procedure: ProcedureCode;
  diagnosis: DiagnosisCode;
  modifier: Modifier;
  npi: Npi;
  place: PlaceOfService;
  pointer: Pointer;
  quantity: Quantity;
  money: Money;
  whole: WholeNumber;
  sex: Sex;
}

export type Kind = keyof KindValue;

export interface ColumnSpec<K extends Kind = Kind, Slots extends number = number> {
  /** The canonical name, as `--map`, reports and JSON write it. Of a repeated column: the stem (`diagnosis` → `diagnosis_1`). */
  readonly field: string;
  readonly kind: K;
  readonly privacy: Privacy;
  /** How many columns of this name a line may have; 1 for a plain column. */
  readonly slots: Slots;
  /** A file without it cannot be checked fully (exit 2): the minimum of 837P loop 2400. */
  readonly required: boolean;
  /** Has one value per claim in 837P, although a CSV repeats it on every line. */
  readonly perClaim: boolean;
  readonly describe: string;
  /** Headers seen in exports, normalised by the header map. `#` stands for the slot number. Source: columns.md of the domain notes. */
  readonly synonyms: readonly string[];
}

type Extra = { required?: true; perClaim?: true };

function column<K extends Kind>(field: string, kind: K, privacy: Privacy, describe: string, synonyms: string[], extra: Extra = {}): ColumnSpec<K, 1> {
  return { field, kind, privacy, slots: 1, required: extra.required ?? false, perClaim: extra.perClaim ?? false, describe, synonyms };
}

function repeated<K extends Kind, S extends number>(field: string, slots: S, kind: K, privacy: Privacy, describe: string, synonyms: string[], extra: Extra = {}): ColumnSpec<K, S> {
  return { field, kind, privacy, slots, required: extra.required ?? false, perClaim: extra.perClaim ?? false, describe, synonyms };
}

/**
 * Every column claimlint knows, in report order. The single place to add one: the header map, ClaimLine, `--map`,
 * the reports and `docs/input-format.md` all read this table.
 */
export const COLUMNS = {
  claimId: column("claim_id", "text", "quasi", "Claim number or patient control number; lines that share it form one claim", ["claim_id", "claim", "claim_number", "claim_no", "claim_num", "clm_id", "clm_no", "icn", "dcn", "tcn", "claim_control_number", "patient_control_number", "encounter_id", "encounter", "encounter_number", "visit_id", "invoice", "invoice_number", "account_number", "patient_account_number", "acct_no", "claim_key"], { required: true }),
  lineNumber: column("line_number", "whole", "none", "Line number inside the claim", ["line_number", "line_no", "line_num", "line", "claim_line_number", "clm_line_num", "line_id", "line_item", "service_line", "service_line_number", "svc_line", "sl_id", "sequence", "line_seq", "seq", "charge_id"]),
  patientId: column("patient_id", "text", "direct", "Patient identifier (record number, person id)", ["patient_id", "patient", "person_id", "pat_id", "bene_id", "desynpuf_id", "mrn", "medical_record_number", "chart_number", "chart_no", "chart", "patient_number", "patient_no"], { perClaim: true }),
  memberId: column("member_id", "text", "direct", "Member, subscriber or Medicare beneficiary identifier", ["member_id", "member", "member_number", "subscriber_id", "subscriber", "insured_id", "mbi", "hicn", "policy_id", "medicaid_id", "recipient_id"], { perClaim: true }),
  dob: column("dob", "date", "quasi", "Patient's date of birth", ["dob", "birth_date", "birthdate", "date_of_birth", "patient_dob", "patient_date_of_birth", "bene_birth_dt", "patient_birth_date", "member_dob"], { perClaim: true }),
  sex: column("sex", "sex", "none", "Patient's sex as the 837 carries it: F, M or U", ["sex", "gender", "patient_sex", "patient_gender", "bene_sex_ident_cd", "sex_code", "gender_code", "member_gender"], { perClaim: true }),
  dateOfDeath: column("date_of_death", "date", "quasi", "Patient's date of death", ["date_of_death", "death_date", "dod", "bene_death_dt", "deceased_date"], { perClaim: true }),
  serviceFrom: column("service_from", "date", "quasi", "First date of service of the line", ["service_from", "dos", "dos_from", "date_of_service", "from_date", "from_date_of_service", "from_dos", "service_date", "service_start_date", "service_date_from", "claim_line_start_date", "line_1st_expns_dt", "clm_from_dt", "from_dt", "line_from_date", "start_date", "begin_date", "service_begin_date", "svc_date", "svc_from_date", "first_date_of_service"], { required: true }),
  serviceTo: column("service_to", "date", "quasi", "Last date of service of the line", ["service_to", "dos_to", "to_date", "to_dos", "thru_date", "through_date", "service_end_date", "service_date_to", "service_thru_date", "claim_line_end_date", "line_last_expns_dt", "clm_thru_dt", "thru_dt", "line_to_date", "end_date", "svc_to_date", "last_date_of_service"]),
  placeOfService: column("place_of_service", "place", "none", "CMS place-of-service code, two digits", ["place_of_service", "pos", "pos_code", "place_of_service_code", "line_place_of_srvc_cd", "service_location_place_of_service_code", "line_level_pos", "line_pos", "place_of_svc", "facility_code"]),
  procedure: column("procedure_code", "procedure", "none", "CPT or HCPCS Level II code of the service", ["procedure_code", "procedure", "cpt", "cpt_code", "cpt4", "cpt_hcpcs", "hcpcs_cpt", "hcpcs", "hcpcs_code", "hcpcs_cd", "hcpcs_cd_1", "proc_code", "proc_cd", "proc", "submitted_cpt", "service_code", "svc_code", "procedure_cd", "cpt_hcpcs_code", "cpt_or_hcpcs", "billed_code"], { required: true }),
  modifiers: repeated("modifier", 5, "modifier", "none", "CPT or HCPCS modifier", ["modifier_#", "mod_#", "hcpcs_modifier_#", "hcpcs_mod_#", "cpt_modifier_#", "cpt_mod_#", "procedure_modifier_#", "proc_mod_#", "submitted_mod_#", "hcpcs_#st_mdfr_cd", "hcpcs_#nd_mdfr_cd", "hcpcs_#rd_mdfr_cd", "hcpcs_#th_mdfr_cd", "modifier_code_#", "m#"]),
  diagnoses: repeated("diagnosis", 25, "diagnosis", "none", "Diagnosis of the claim, in order; the first is the first-listed one", ["diagnosis_#", "diagnosis_code_#", "dx_#", "dx_code_#", "dx#", "diag_#", "diag_code_#", "icd_#", "icd_code_#", "icd10_#", "icd10_dx_#", "icd10_code_#", "icd_dx_#", "icd9_dgns_cd_#", "icd_dgns_cd_#", "diagnosis#", "diagnosiscode#", "principal_dx", "principal_diagnosis", "primary_diagnosis", "primary_dx", "diagnosis_code_primary", "prncpal_dgns_cd"], { required: true, perClaim: true }),
  lineDiagnosis: column("line_diagnosis", "diagnosis", "none", "Diagnosis that the export already links to the line (CMS RIF, SynPUF)", ["line_diagnosis", "line_dx", "line_icd_dgns_cd", "line_icd9_dgns_cd", "line_icd9_dgns_cd_1", "line_diagnosis_code"]),
  pointers: repeated("dx_pointer", 4, "pointer", "none", "Diagnosis pointer: positions 1–12 or letters A–L, up to four", ["dx_pointer", "pointer", "pointers", "dx_pointers", "diagnosis_pointer", "diagnosis_pointers", "dxptr", "dx_ptr", "diag_ptr", "diag_pointer", "diagnosis_ptr", "dx_pointer_#", "pointer_#", "diagnosis_pointer_#", "diagnosisref#", "dx_ptr_#", "diag_ptr_#"]),
  units: column("units", "quantity", "none", "Units of service", ["units", "unit", "qty", "quantity", "service_unit_quantity", "line_srvc_cnt", "service_units", "units_of_service", "days_or_units", "days_units", "unit_count", "billed_units", "number_of_units", "srvc_cnt"], { required: true }),
  unitType: column("unit_type", "text", "none", "Unit of measure of the units: UN (units) or MJ (anesthesia minutes)", ["unit_type", "units_type", "unit_of_measure", "unit_measure", "uom", "unit_qualifier", "unit_basis"]),
  minutes: column("minutes", "quantity", "none", "Minutes of the service where the export has them", ["minutes", "anesthesia_minutes", "time_minutes", "total_minutes", "duration_minutes"]),
  charge: column("charge", "money", "none", "Charge of the line, US dollars", ["charge", "charges", "charge_amount", "charge_amt", "billed", "billed_amount", "billed_amt", "line_sbmtd_chrg_amt", "submitted_charge", "submitted_charges", "submitted_charge_amt", "line_charge", "line_charge_amount", "amount_billed", "billed_charge", "billed_charges", "fee", "amount"], { required: true }),
  claimTotal: column("claim_total", "money", "none", "Total charge of the claim, US dollars", ["claim_total", "total_claim_charge", "claim_charge_amount", "total_charge", "total_charges", "claim_total_charge", "total_billed", "clm_tot_chrg_amt", "nch_carr_clm_sbmtd_chrg_amt"], { perClaim: true }),
  allowed: column("allowed", "money", "none", "Allowed amount, US dollars", ["allowed", "allowed_amount", "allowed_amt", "line_alowd_chrg_amt"]),
  paid: column("paid", "money", "none", "Paid amount, US dollars", ["paid", "paid_amount", "paid_amt", "line_nch_pmt_amt", "payment_amount"]),
  renderingNpi: column("rendering_npi", "npi", "quasi", "NPI of the rendering provider", ["rendering_npi", "rendering_provider_npi", "rend_npi", "provider_npi", "performing_npi", "performing_provider_npi", "prf_physn_npi", "servicing_npi", "servicing_provider_npi", "attending_npi", "npi", "treating_npi", "rendering_prov_npi"]),
  billingNpi: column("billing_npi", "npi", "none", "NPI of the billing provider (an organisation, or a solo practitioner)", ["billing_npi", "billing_provider_npi", "bill_npi", "group_npi", "carr_clm_blg_npi_num", "carr_clm_blg_npi", "org_npi_num", "pay_to_npi", "bill_prov_npi", "billing_prov_npi"], { perClaim: true }),
  referringNpi: column("referring_npi", "npi", "quasi", "NPI of the referring provider", ["referring_npi", "referring_provider_npi", "ref_npi", "rfr_physn_npi", "referring_prov_npi"]),
  orderingNpi: column("ordering_npi", "npi", "quasi", "NPI of the ordering provider", ["ordering_npi", "ordering_provider_npi", "order_npi"]),
  supervisingNpi: column("supervising_npi", "npi", "quasi", "NPI of the supervising provider", ["supervising_npi", "supervising_provider_npi"]),
  facilityNpi: column("facility_npi", "npi", "none", "NPI of the service facility", ["facility_npi", "service_facility_npi", "service_location_npi", "location_npi"]),
  taxId: column("tax_id", "text", "direct", "Tax identifier of the billing provider (EIN or SSN)", ["tax_id", "tin", "ein", "billing_tin", "tax_identifier", "tax_num", "tax_num_1", "federal_tax_id", "tax_id_number", "group_tin"], { perClaim: true }),
  taxonomy: column("taxonomy", "text", "none", "Taxonomy (specialty) of the rendering provider", ["taxonomy", "taxonomy_code", "rend_taxonomy", "rendering_taxonomy", "provider_taxonomy", "specialty", "specialty_code", "prvdr_spclty", "provider_specialty"]),
  payer: column("payer", "text", "none", "Payer name or identifier; decides the payer profile", ["payer", "payor", "payer_name", "payor_name", "insurance", "insurance_name", "primary_payer", "primary_insurance", "payer_id", "carrier", "carrier_name", "financial_class"], { perClaim: true }),
  plan: column("plan", "text", "none", "Plan or product of the payer", ["plan", "plan_name", "product", "line_of_business", "lob"], { perClaim: true }),
  claimType: column("claim_type", "text", "none", "Form of the claim: professional, institutional, dental, vision", ["claim_type", "claim_form", "form_type", "form", "claim_form_type", "bill_form"], { perClaim: true }),
  responsibility: column("payer_responsibility", "text", "none", "Payer responsibility sequence: P, S or T", ["payer_responsibility", "payer_sequence", "responsibility", "insurance_sequence", "payer_responsibility_sequence"], { perClaim: true }),
  revenueCode: column("revenue_code", "text", "none", "UB-04 revenue code, four digits", ["revenue_code", "rev_code", "revenue_center_code", "rev_cntr", "revenue_cd", "rev_cd", "revcode"]),
  typeOfBill: column("type_of_bill", "text", "none", "UB-04 type of bill", ["type_of_bill", "tob", "bill_type", "bill_type_code", "type_of_bill_code", "billtype"], { perClaim: true }),
  drg: column("drg", "text", "none", "MS-DRG of an inpatient claim", ["drg", "drg_code", "ms_drg", "ms_drg_code", "clm_drg_cd"], { perClaim: true }),
  dischargeStatus: column("discharge_status", "text", "none", "UB-04 patient discharge status", ["discharge_status", "discharge_disposition_code", "patient_status", "discharge_status_code"], { perClaim: true }),
  admissionDate: column("admission_date", "date", "quasi", "Admission date", ["admission_date", "admit_date", "admit_dt", "admsn_dt", "hospitalization_from"], { perClaim: true }),
  dischargeDate: column("discharge_date", "date", "quasi", "Discharge date", ["discharge_date", "discharge_dt", "dschrg_dt", "hospitalization_to"], { perClaim: true }),
  receivedDate: column("received_date", "date", "quasi", "Date the claim was or will be received by the payer", ["received_date", "receipt_date", "date_received", "submission_date", "submitted_date", "bill_date", "billed_date", "filing_date"], { perClaim: true }),
  inpatientProcedures: repeated("inpatient_procedure", 25, "text", "none", "ICD-10-PCS procedure of an inpatient claim", ["inpatient_procedure_#", "pcs_#", "icd_prcdr_cd_#", "icd10_pcs_#", "principal_procedure", "icd_procedure_#"], { perClaim: true }),
  presentOnAdmission: repeated("poa", 25, "text", "none", "Present-on-admission indicator", ["poa_#", "diagnosis_poa_#", "dx_poa_#", "clm_poa_ind_sw_#"], { perClaim: true }),
  diagnosisVersion: column("diagnosis_version", "text", "none", "Version of the diagnosis codes: 0 or icd-10-cm, 9 or icd-9-cm", ["diagnosis_version", "diagnosis_code_type", "dx_version", "icd_version", "icd_indicator", "icd_ind", "icd_dgns_vrsn_cd1", "prncpal_dgns_vrsn_cd", "diagnosis_type"], { perClaim: true }),
  ndc: column("ndc", "text", "none", "National Drug Code", ["ndc", "ndc_code", "ndc_number", "ndc11", "line_ndc_cd", "drug_ndc", "national_drug_code", "rev_cntr_ide_ndc_upc_num"]),
  ndcQuantity: column("ndc_quantity", "quantity", "none", "NDC quantity", ["ndc_quantity", "ndc_qty", "ndc_units", "ndc_unit_quantity", "drug_quantity"]),
  ndcUnit: column("ndc_unit", "text", "none", "NDC unit of measure: F2, GR, ME, ML or UN", ["ndc_unit", "ndc_uom", "ndc_unit_of_measure", "ndc_unit_measure", "ndc_measure"]),
  clia: column("clia", "text", "none", "CLIA certificate number of the laboratory", ["clia", "clia_number", "clia_id", "clia_no", "carr_line_clia_lab_num", "service_location_clia_number"]),
  authorization: column("authorization", "text", "quasi", "Prior authorization or referral number", ["authorization", "authorization_number", "auth", "auth_number", "auth_no", "prior_auth", "prior_authorization", "prior_auth_number", "referral_number", "referral_no"]),
  frequency: column("frequency", "text", "none", "Claim frequency code: 1 original, 7 replacement, 8 void", ["frequency", "claim_frequency", "claim_frequency_code", "frequency_code", "bill_freq", "resubmission_code", "claim_freq", "clm_freq_cd"], { perClaim: true }),
  payerControlNumber: column("payer_control_number", "text", "quasi", "The payer's claim control number of the original claim (REF*F8)", ["payer_control_number", "payer_claim_control_number", "original_reference_number", "original_claim_number", "original_icn", "orig_ref_no", "ref_f8"], { perClaim: true }),
  description: column("line_note", "text", "direct", "Free text of the line (SV101-7, NTE)", ["line_note", "note", "notes", "service_description", "line_description", "procedure_description", "description", "line_comment", "narrative"]),
} as const satisfies Record<string, ColumnSpec>;

export type LineKey = keyof typeof COLUMNS;

type SpecOf<K extends LineKey> = (typeof COLUMNS)[K];

export const LINE_KEYS = Object.keys(COLUMNS) as LineKey[];

/** The value of one cell of a column. */
export type CellOf<K extends LineKey> = KindValue[SpecOf<K>["kind"]];

/**
 * What `line.key` gives: of a plain column the value, undefined where the cell is blank or the file has no such column;
 * of a repeated column all slots in order, undefined where blank (`line.diagnoses[0]` is the first-listed diagnosis).
 */
export type FieldOf<K extends LineKey> = SpecOf<K>["slots"] extends 1 ? CellOf<K> | undefined : readonly (CellOf<K> | undefined)[];

/** Canonical name of one column, as reports write it: `modifier_2`, `units`. `slot` counts from 0. */
export function fieldName(key: LineKey, slot = 0): string {
  const spec: ColumnSpec = COLUMNS[key];
  if (spec.slots === 1 || (key === "pointers" && slot === 0)) return spec.field;
  return `${spec.field}_${slot + 1}`;
}

/** All canonical names with their key and slot, for `--map` and the header map. */
export function allFieldNames(): { field: string; key: LineKey; slot: number }[] {
  return LINE_KEYS.flatMap((key) =>
    Array.from({ length: COLUMNS[key].slots }, (_, slot) => ({ field: fieldName(key, slot), key, slot })),
  );
}

export type AnyCell = CellValue;
