/**
 * Where a word of a picture's text stands on the picture: `[left, top, right, bottom]` in thousandths of its width and
 * height, whole numbers, so that it can be drawn on a copy of any size.
 */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** One word: its place in the text, end excluded, and on the picture. */
export interface BoxedWord {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** What stands written in a picture, line by line. */
export interface PictureText {
  readonly text: string;
  readonly words: readonly BoxedWord[];
}

/** The boxes of a span's words: a mark in a picture's text can be drawn where it stands. */
export function boxesOf({ words }: PictureText, span: { readonly start: number; readonly end: number }): Box[] {
  return words.filter(({ start, end }) => start < span.end && end > span.start).map(({ box }) => box);
}
