import { COUNTED_UP_TO } from '../../src/domain/flag-filter.js';
import { type Language, LOCALES } from '../../src/words/language.js';

/** `10.000+` where there are more than are counted. */
export function countText(count: number, language: Language): string {
  if (count <= COUNTED_UP_TO) return `${count}`;
  return `${new Intl.NumberFormat(LOCALES[language]).format(COUNTED_UP_TO)}+`;
}
