/** `full`: for whoever decides on the case; `masked`: for other eyes, without names, accounts and evidence files. */
export const DOSSIER_COPIES = ['full', 'masked'] as const;
export type DossierCopy = (typeof DOSSIER_COPIES)[number];

/** The paper alone, or everything as files. */
export const DOSSIER_FORMATS = ['pdf', 'zip'] as const;
export type DossierFormat = (typeof DOSSIER_FORMATS)[number];

export interface DossierAsked {
  readonly format: DossierFormat;
  readonly copy: DossierCopy;
}
