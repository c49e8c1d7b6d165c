/** What `netra import` knows besides mapping files; each has a line in `src/intake/formats/index.ts` and a name in words. */
export const IMPORT_FORMATS = [
  'ndjson',
  'csv',
  'zeeschuimer-tiktok',
  'zeeschuimer-tiktok-comments',
  'zeeschuimer-instagram',
  'zeeschuimer-x',
  'zeeschuimer-threads',
  '4cat-tiktok',
  '4cat-tiktok-comments',
  '4cat-instagram',
  '4cat-x',
  '4cat-threads',
  'mcl-facebook',
  'mcl-instagram',
  'junkipedia',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** `unverified`: written from what others say of the export, not from its makers' own source or documents. */
export type SourceStatus = 'verified' | 'unverified';
