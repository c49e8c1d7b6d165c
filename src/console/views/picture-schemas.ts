import { z } from 'zod';

const wordSchema = z.object({
  start: z.int(),
  end: z.int(),
  /** Left, top, right, bottom, in thousandths of the picture's width and height. */
  box: z.tuple([z.int(), z.int(), z.int(), z.int()]),
});

/** What stands written in one picture. A machine read it: whoever checks the report says whether it is so. */
export const pictureTextSchema = z.object({ text: z.string(), words: z.array(wordSchema) });
export type PictureTextView = z.infer<typeof pictureTextSchema>;
