/** Indonesian for everybody; English as the second language of the console and the mail. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words. */
export const LANGUAGE_NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const satisfies Record<Language, string>;

/** How dates and numbers are written in each. */
export const LOCALES = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;

/** English only where it is asked for before Indonesian. */
export function languageAskedFor(acceptLanguage: string | undefined): Language {
  const wanted = /(?:^|[,\s])(id|in|en)(?:-[\w-]*)?\s*(?:;|,|$)/i.exec(acceptLanguage ?? '')?.[1];
  return wanted?.toLowerCase() === 'en' ? 'en' : 'id';
}
