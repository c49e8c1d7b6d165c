/** Blank in every font, and no white space by its class. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;

/** Whether a text that a person gives says anything: a letter or a digit that can be seen. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replaceAll(UNSEEN, ''));
}
