/** Acts of the sample network that some rule should propose and none does yet. May only shrink. */
export const KNOWN_GAPS: readonly string[] = [];
