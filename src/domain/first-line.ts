import type { Activity } from './activity.js';

const LENGTH = 160;

/**
 * What one knows an act by in a list: the first words that it has of its own, else of a picture or of what it is aimed
 * at. Without characters that nobody sees: they could turn a list around. `undefined`: it has no words.
 */
export function firstLineOf({ text, media, target }: Pick<Activity, 'text' | 'media' | 'target'>): string | undefined {
  const texts = [text, ...(media ?? []).map((part) => part.text), target?.text, target?.quoted?.text];
  for (const one of texts) {
    const line = one
      ?.split('\n')
      .map((part) => part.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim())
      .find((part) => part !== '');
    if (line) return line.length > LENGTH ? `${[...line].slice(0, LENGTH).join('')}…` : line;
  }
  return undefined;
}
