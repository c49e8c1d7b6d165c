const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Links to posts of private accounts carry a key of this length behind the code. */
const KEY_LENGTH = 28;

/** A media number as Instagram and Threads write it in links: the number in base 64. */
export function shortcodeOf(mediaId: string): string | undefined {
  if (!/^\d{1,20}$/.test(mediaId)) return undefined;
  let code = '';
  for (let left = BigInt(mediaId); left > 0n; left /= 64n) code = LETTERS[Number(left % 64n)] + code;
  return code;
}

export function withoutKey(code: string): string {
  return code.length > KEY_LENGTH ? code.slice(0, -KEY_LENGTH) : code;
}
