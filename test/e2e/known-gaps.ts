/** Acts of the sample network that some rule should propose and none does yet. May only shrink. */
export const KNOWN_GAPS: readonly string[] = [
  'fb.naomi-contoh comment comment_support: Amin, Bapa Oba menang, kami jaga suara sampai TPS terakhir.',
];
