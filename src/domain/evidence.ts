/** One file of a pack. `sha256` is hex over the bytes as stored. */
export interface EvidenceItem {
  readonly name: EvidenceItemName;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /**
   * Of `text.txt`: read off the page, or what the collector had read because the page could not be seen. Of a picture
   * that was brought: through whose hands it came, and never who that was.
   */
  readonly source?: 'page' | 'activity' | BroughtBy | undefined;
  /** Of a picture that was brought: the bytes as they came, hex; what is kept is its clean copy. */
  readonly broughtSha256?: string | undefined;
}

/** `participant`: of somebody who is in the closed channel it shows; `author`: the act's own picture, read where it stands. */
export const BROUGHT_BY = ['participant', 'reporter', 'officer', 'author'] as const;
export type BroughtBy = (typeof BROUGHT_BY)[number];

export const BROUGHT_ITEMS = [
  'brought1.jpg',
  'brought2.jpg',
  'brought3.jpg',
  'brought4.jpg',
  'brought5.jpg',
  'brought6.jpg',
  'brought7.jpg',
  'brought8.jpg',
  'brought1.png',
  'brought2.png',
  'brought3.png',
  'brought4.png',
  'brought5.png',
  'brought6.png',
  'brought7.png',
  'brought8.png',
] as const;
export type BroughtItemName = (typeof BROUGHT_ITEMS)[number];
/** What of a pack was not brought by people. */
export type ReadItemName = Exclude<EvidenceItemName, BroughtItemName>;

/** The name of the picture that was brought at this place, from 0; `undefined` beyond what a pack holds. */
export function broughtItemName(place: number, mediaType: string): BroughtItemName | undefined {
  const name = `brought${place + 1}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
  return BROUGHT_ITEMS.find((item) => item === name);
}

export function broughtTypeOf(name: BroughtItemName): 'image/png' | 'image/jpeg' {
  return name.endsWith('.png') ? 'image/png' : 'image/jpeg';
}

export function isBroughtItem(name: EvidenceItemName): name is BroughtItemName {
  return (BROUGHT_ITEMS as readonly string[]).includes(name);
}

export const EVIDENCE_ITEMS = [
  'viewport.png',
  'fullpage.png',
  'page.mhtml',
  'text.txt',
  'response.json',
  'activity.json',
  'reading.json',
  ...BROUGHT_ITEMS,
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
  /** The pack in which a report's page was sealed when it was brought: what is here of it is as it was then. */
  readonly takenFrom?: { readonly manifestSha256: string; readonly sealedAt: string } | undefined;
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
