import { MACHINE_CAPTION } from '../../words/intake/machine-captions.js';
import { listAt, mediaOf, textAt } from './values.js';

/** What the author says is on each picture; a carousel has several. What Instagram's machine says is nobody's word. */
export function altTextsOf(data: unknown) {
  const pictures = [data, ...listAt(data, 'carousel_media')];
  const texts = pictures.flatMap((picture) => textAt(picture, 'accessibility_caption') ?? []);
  return mediaOf(texts.filter((text) => !MACHINE_CAPTION.some((pattern) => pattern.test(text))));
}
