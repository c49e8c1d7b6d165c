import { MAX_TEXT_LENGTH } from '../domain/activity.js';

/** Takes no room on the screen, and is left behind by apps from which people copy. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** No address holds one: what follows is no part of it. */
const PICTURES = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u20d0-\u20f0]/gu;
/** Escapes of HTML, once or over again, and of JSON. */
const ESCAPES = /&(?:amp;){1,9}|&#(?:38|47|x26|x2f);|\\u00(?:2[56f]|3[adf])|\\\//gi;
/** How people keep a link from being opened by mistake. */
const DEFANGED = /\[(?:\.|dot|titik)\]|\((?:\.|dot|titik)\)|\{\.\}/gi;

/** The text as one would retype it: no unseen signs, full-width letters as usual, escapes of HTML and JSON undone. */
export function cleanText(text: string): { readonly text: string; readonly isCut: boolean } {
  const start = text.slice(0, MAX_TEXT_LENGTH);
  const plain = start
    .replace(UNSEEN, '')
    .replace(PICTURES, ' ')
    .normalize('NFKC')
    // One sign may become eighteen.
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(ESCAPES, unescaped)
    .replace(/&(?:lt|gt|quot|apos|nbsp|#3[49]);/gi, ' ')
    .replace(/(?<=[\p{L}\p{N}])。(?=[\p{L}\p{N}])/gu, '.')
    .replace(DEFANGED, '.')
    .replace(/\bh(?:xx|\*\*)p(?=s?:)/gi, 'http')
    // A letter or the colon was lost or doubled in copying.
    .replace(/(?<![a-z0-9+.-])h{0,2}t{1,3}p{1,2}s{0,2}(?=:\/\/)/gi, 'https')
    .replace(/(?<![a-z0-9])(https?);?\/\/(?=[a-z0-9])/gi, '$1://')
    .replace(/\[:\]\/\//g, '://');
  return { text: plain, isCut: text.length > start.length };
}

function unescaped(written: string): string {
  if (written.startsWith('\\u')) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  return /^\\|47|x2f/i.test(written) ? '/' : '&';
}
