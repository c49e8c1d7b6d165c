import { MACHINE_CAPTION } from '../../words/intake/machine-captions.js';
import { listAt, textAt } from './values.js';

/** What the author says is on each picture; a carousel has several. What Instagram's machine says is nobody's word. */
export function altTextsOf(data: unknown): { text: string }[] | undefined {
  const pictures = [data, ...listAt(data, 'carousel_media')];
  const texts = pictures.flatMap((picture) => textAt(picture, 'accessibility_caption') ?? []);
  const written = texts
    .filter((text) => !MACHINE_CAPTION.some((pattern) => pattern.test(text)))
    .map((text) => ({ text }));
  return written.length > 0 ? written : undefined;
}
