/** The lists whose filters can be kept under a name. */
export const VIEW_PAGES = ['queue', 'decisions'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** Filters of a list under a name, of one person or of an office for all who work in it and below it. */
export interface SavedView {
  readonly id: string;
  /** Whose it is: exactly one of the two. */
  readonly userId?: string | undefined;
  readonly officeCode?: string | undefined;
  readonly page: ViewPage;
  readonly name: string;
  /** As in the address bar, without `?`; out of `keptFilters`. */
  readonly search: string;
}

export const MAX_VIEW_NAME = 60;
export const MAX_VIEW_SEARCH = 600;
/** Of one person, and of one office: a longer list is not looked through. */
export const MAX_VIEWS = 30;

/**
 * A view is of work and not of anybody: whose account it is, who decided and to whom a flag was given are not kept, and
 * neither are days, which go by.
 */
const KEPT: Readonly<Record<ViewPage, readonly string[]>> = {
  queue: [
    ...['office', 'kind', 'rule', 'platform', 'stage', 'due', 'held', 'question', 'words', 'ticket'],
    ...['evidence', 'assigned', 'waiting', 'order', 'group'],
  ],
  decisions: ['verdict', 'office', 'rule', 'words', 'ticket'],
};
/** What an act says, or of which ticket. */
const ABOUT_ACTS = ['words', 'ticket'];

export function isAboutActs({ search }: Pick<SavedView, 'search'>): boolean {
  const given = new URLSearchParams(search);
  return ABOUT_ACTS.some((name) => given.has(name));
}

const NOBODY_IN_PARTICULAR = ['me', 'none'];

/** What of an address is kept, in one order, so that the same filters are the same text. */
export function keptFilters(page: ViewPage, search: string): string {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of KEPT[page]) {
    const value = given.get(name);
    if (!value || (name === 'assigned' && !NOBODY_IN_PARTICULAR.includes(value))) continue;
    kept.set(name, value);
  }
  return kept.toString();
}
