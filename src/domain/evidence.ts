/** One file of a pack. `sha256` is hex over the bytes as stored. */
export interface EvidenceItem {
  readonly name: EvidenceItemName;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Only for `text.txt`: read off the page, or what the collector had read because the page could not be seen. */
  readonly source?: 'page' | 'activity' | undefined;
}

export const EVIDENCE_ITEMS = [
  'viewport.png',
  'fullpage.png',
  'page.mhtml',
  'text.txt',
  'response.json',
  'activity.json',
] as const;
export type EvidenceItemName = (typeof EVIDENCE_ITEMS)[number];

/**
 * Something that could not be captured, said on the flag. An item may be in the pack and here at once: cut
 * (`too_large`, `detail` says where), or a `text.txt` that holds the act's text because the page's could not be read.
 */
export interface MissingItem {
  readonly name: EvidenceItemName;
  readonly reason: 'no_url' | 'gone' | 'login_wall' | 'robots' | 'timeout' | 'unreachable' | 'too_large' | 'failed';
  readonly detail: string;
}

/** The inventory of one sealed pack; `manifest.json` in its folder, canonical JSON. Its own hash is in the flag. */
export interface EvidenceManifest {
  readonly flagId: string;
  readonly activityId: string;
  readonly url: string | null;
  readonly finalUrl: string | null;
  readonly status: number | null;
  readonly startedAt: string;
  readonly sealedAt: string;
  readonly environment: {
    readonly netra: string;
    readonly browser: string;
    readonly viewport: string;
    readonly os: string;
  };
  readonly items: readonly EvidenceItem[];
  readonly missing: readonly MissingItem[];
}

/** What the flag carries of its pack. `manifestSha256` is hex over the bytes of `manifest.json`. */
export interface EvidenceSeal {
  readonly manifestSha256: string;
  readonly sealedAt: Date;
  readonly items: readonly EvidenceItem[];
  readonly missing: readonly MissingItem[];
}

export const PACK_PROBLEMS = [
  'pack_missing',
  'pack_linked',
  'manifest_missing',
  'manifest_changed',
  'manifest_unreadable',
  'manifest_of_other',
  'seal_differs',
  'seal_missing',
  'file_missing',
  'file_changed',
  'file_extra',
  'file_unreadable',
  'not_a_plain_file',
  'act_differs',
  'act_missing',
] as const;

/** One thing wrong with one file of a pack. `file` is the pack's folder where the whole of it is meant. */
export interface PackProblem {
  readonly file: string;
  readonly problem: (typeof PACK_PROBLEMS)[number];
}
