import type { Activity } from './activity.js';
import { fieldsOf, type LinePlace, visible } from './marked-line.js';

const LENGTH = 160;

interface FirstLine {
  readonly of: LinePlace;
  readonly text: string;
}

/**
 * What one knows an act by in a list: the first words that it has of its own, else of a picture or of what it is aimed
 * at, and which of these it is. Without characters that nobody sees: they could turn a list around. `undefined`: it has no words.
 */
export function firstLineOf(act: Pick<Activity, 'text' | 'media' | 'target'>): FirstLine | undefined {
  for (const { of, text } of fieldsOf(act)) {
    const line = text
      .split('\n')
      .map((part) => visible(part).trim())
      .find((part) => part !== '');
    if (line) return { of, text: line.length > LENGTH ? `${[...line].slice(0, LENGTH).join('')}…` : line };
  }
  return undefined;
}
