/** Temporary files being written, by absolute path: whoever ends the process early removes them. */
export const unfinished = new Set<string>();
