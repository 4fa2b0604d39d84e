import type { ProcedureCode } from "../model/values.ts";

/**
 * Durable medical equipment that Medicare pays by purchase or rental, and therefore only with a modifier that says which:
 * the common items of the fee schedule's categories IN (routinely purchased), CR (capped rental), FS (frequently serviced)
 * and OX (oxygen equipment). Not supplies, oxygen contents, repairs, orthoses and prostheses, and not bathroom items,
 * which are not covered.
 */
const BOUGHT_OR_RENTED: ReadonlySet<string> = new Set(
  `E0100 E0105 E0110 E0112 E0114 E0130 E0135 E0140 E0141 E0143 E0147 E0148 E0149 E0163 E0165 E0168 E0181 E0184 E0185
   E0250 E0251 E0255 E0256 E0260 E0261 E0265 E0266 E0277 E0290 E0291 E0292 E0293 E0294 E0295 E0296 E0297 E0301 E0302
   E0303 E0304 E0424 E0431 E0433 E0434 E0439 E0470 E0471 E0562 E0570 E0600 E0601 E0607 E0630 E0650 E0651 E0720 E0730
   E0747 E0748 E0784 E0910 E0940 E1390 E1391 E1392 E2402 E2601 E2602 E2603 E2604 E2605 E2606 E2607 E2608
   K0001 K0002 K0003 K0004 K0005 K0006 K0007 K0738 K0800 K0801 K0806 K0807 K0813 K0814 K0815 K0816 K0820 K0821 K0822
   K0823 K0824 K0825 K0826 K0827 K0835 K0836 K0837 K0838 K0841 K0842 K0848 K0849 K0856 K0861`.split(/\s+/),
);

/** Equipment of which a Medicare line must say whether it was bought new (NU), used (UE) or rented (RR). */
export function isBoughtOrRented({ code }: ProcedureCode): boolean {
  return BOUGHT_OR_RENTED.has(code);
}
