/**
 * HCPCS codes that name no item: miscellaneous, not otherwise classified, unclassified. CMS's NOC list, held against the
 * titles of the Alpha-Numeric HCPCS file 2019. Left out: A9900 and V2797 (a component of another code on the claim, not
 * priced of its own), and codes whose title says `not otherwise specified` but names a drug (J1599).
 */
const NO_ITEM: ReadonlySet<string> = new Set(
  (
    "A4335 A4421 A4641 A4649 A9698 A9699 A9999 B9998 B9999 C9399 E0769 E0770 E1399 J3490 J3590 J3591 J7199 J7599 J7699 " +
    "J7799 J7999 J8498 J8499 J8597 J8999 J9999 K0108 K0812 K0898 K0899 L0999 L1499 L2999 L3649 L3999 L5999 L7499 L8039 " +
    "L8499 L8699 P9099 Q0507 Q0508 Q0509 Q2039 Q4082 Q4100 T1999 T5999 V2199 V2799 V5298 V5299"
  ).split(" "),
);

export function namesNoItem(code: string): boolean {
  return NO_ITEM.has(code);
}
