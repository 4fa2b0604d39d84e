/** A release that `data pull` can fetch: public domain, from the publisher, without a licence to accept. */
export interface KnownRelease {
  /** Data set, as `data pull` names it. */
  readonly dataSet: "icd10cm" | "hcpcs";
  /** As `--release` names it; several entries may share it (codes, tabular list). */
  readonly release: string;
  readonly url: string;
  /** SHA-256 of the file in lower-case hex; more than one where the publisher's two sites pack it differently. */
  readonly sha256: readonly string[];
  /** File names under which it is found elsewhere, besides the last part of the address. */
  readonly names?: readonly string[];
  /** Fetched without `--release`: the editions that claims of the last years need. */
  readonly recent?: true;
}

const CDC = "https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Publications/ICD10CM";
const CMS = "https://www.cms.gov/files/zip";

const icd10cm = (release: string, url: string, ...sha256: readonly string[]): KnownRelease => ({
  dataSet: "icd10cm",
  release,
  url,
  sha256,
});

/** CMS publishes no digests and reissues HCPCS files for corrections, so these are verified by content alone. */
const hcpcs = (release: string, file: string): KnownRelease => ({
  dataSet: "hcpcs",
  release,
  url: `${CMS}/${file}`,
  sha256: [],
});

const recent = (release: KnownRelease): KnownRelease => ({ ...release, recent: true });

/**
 * Addresses and digests as of 2026-10. The April 2024, 2025 and 2026 editions hold the same codes as those of October
 * before them (their own addenda: 0 additions, 0 deletions), so they are not in the list.
 */
export const CATALOGUE: readonly KnownRelease[] = [
  icd10cm(
    "FY2016",
    `${CDC}/2016/ICD10CM_FY2016_code_descriptions.zip`,
    "89a04f5c03754ae72a76e5a751a712f570ae38ba592c032c146dc96ff9f49c89",
  ),
  icd10cm(
    "FY2017",
    `${CDC}/2017/icd10cm_order_2017.txt`,
    "f3540a91e0186a4f963875f755e6b7b3b0e9251bf647a3c515102df8f541b47f",
  ),
  icd10cm(
    "FY2018",
    `${CDC}/2018/2018-ICD-10-Code-Order-Descriptions.zip`,
    "9be0496f74887b563029569579ca345d091c31547cc81973e3725a212d0cce78",
  ),
  icd10cm(
    "FY2019",
    `${CDC}/2019/icd10cm_order_2019.txt`,
    "c3d6a88945ba1416848f6f7bea738d382484a8c469dff585e58172b9a573aeb4",
  ),
  icd10cm(
    "FY2020",
    `${CDC}/2020/icd10cm_order_2020.txt`,
    "80991e20ffb60086ba0340572dd0e3e2248c6647c31a06fadcb30b419dac02bc",
  ),
  icd10cm(
    "FY2021",
    `${CDC}/2021/icd10cm_order_2021.txt`,
    "4f13fe608a039d01eab8ae417d69b351160fb1eb2256d4586f8d9f56a197899b",
  ),
  icd10cm(
    "FY2021 January",
    `${CDC}/2021/icd10cm-codes-order-Jan-2021.zip`,
    "dffa100f5bc7e588cca63257c0da0668094b31ba9812283eba893d082d2e909f",
  ),
  {
    ...icd10cm(
      "FY2022",
      `${CDC}/2022/Code%20Descriptions%20zip.zip`,
      "bab2b3b041cf4b999f8380f3198c1dd6ca404ba7d5513ec60efc813a97f7c214",
    ),
    names: ["Code_Descriptions.zip"],
  },
  icd10cm(
    "FY2022 April",
    `${CDC}/2022/icd10cm_order_2022.txt`,
    "6fd40ef6ab4860d3299578bf15fa7e2dba17d271efc3929c56b3353a45f22cc7",
  ),
  icd10cm(
    "FY2023",
    `${CDC}/2023/icd10-Order-CodeFiles2023.zip`,
    "a7bfd4511dc154bff96fe0ced5fcd633bd26f997ccd6ae386f5c24595e1789b5",
  ),
  {
    ...icd10cm(
      "FY2023 April",
      `${CMS}/2023-code-descriptions-tabular-order-updated-01/11/2023.zip`,
      "cc7158228f6de01aa08650cc3afe446973a879dd78d44f1fec7150d45cfe1e06",
      "ec693d01f562e83eaf20c2b73bba3b32e5591e8fe42f9b74e85b3c6ead0feacb",
    ),
    names: ["icd10cm-code_descriptions-April_1_2023.zip"],
  },
  icd10cm(
    "FY2024",
    `${CDC}/2024/icd10cm-CodesDescriptions-2024.zip`,
    "a3f3d21bfced02ce422699dbc10b952594783b12674bd2c133e8221ba3b5c260",
  ),
  recent({
    ...icd10cm(
      "FY2025",
      `${CDC}/2025/ICD10-CM%20Code%20Descriptions%202025.zip`,
      "5a9ff9e18d90a9979a144559a93e377624795369123cebf76817c44f565f0c60",
    ),
    names: ["ICD10-CM_Code_Descriptions_2025.zip"],
  }),
  recent({
    ...icd10cm(
      "FY2026",
      `${CDC}/2026/icd10cm-Code%20Descriptions-2026.zip`,
      "a852eb91b3344ae38476e63816976ee1eeb94dcced7151118324f060e8499f88",
    ),
    names: ["icd10cm-Code_Descriptions-2026.zip"],
  }),
  recent(
    icd10cm(
      "FY2027",
      `${CDC}/2027/icd10cm-code-descriptions-2027.zip`,
      "93e3ad6004badf470c55bfe679b748ae88fd9b2b421851e409eec382c7713b9a",
    ),
  ),
  recent(
    icd10cm(
      "FY2027",
      `${CDC}/2027/icd10cm-table-and-index-2027.zip`,
      "99b5c2be16ff53eab861cc0be4b1dacba27f687b8ff4bc700679944355037ee0",
    ),
  ),
  hcpcs("2024 APR", "april-2024-alpha-numeric-hcpcs-files.zip"),
  hcpcs("2025 JAN", "january-2025-alpha-numeric-hcpcs-file.zip"),
  hcpcs("2025 APR", "april-2025-alpha-numeric-hcpcs-file.zip"),
  hcpcs("2025 JUL", "july-2025-alpha-numeric-hcpcs-file.zip"),
  recent(hcpcs("2025 OCT", "october-2025-alpha-numeric-hcpcs-file.zip")),
  hcpcs("2026 JAN", "january-2026-alpha-numeric-hcpcs-file.zip"),
  hcpcs("2026 APR", "april-2026-alpha-numeric-hcpcs-file.zip"),
  hcpcs("2026 JUL", "july-2026-alpha-numeric-hcpcs-file.zip"),
  recent(hcpcs("2026 OCT", "october-2026-alpha-numeric-hcpcs-file.zip")),
];

/** Where a person finds what `data pull` cannot fetch: these pages ask for a licence to be accepted. */
export const BY_HAND: Readonly<Record<string, string>> = {
  ncci: "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-procedure-procedure-ptp-edits",
  mue: "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-medically-unlikely-edits-mues",
  "add-on-codes":
    "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-add-code-edits",
  mpfs: "https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files",
};
