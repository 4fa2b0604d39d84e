/** Codes for the first infusion or injection of an encounter; of one hierarchy, so only one of them per encounter. */
export const INITIAL_INFUSIONS: ReadonlySet<string> = new Set("96360 96365 96374 96409 96413".split(" "));
