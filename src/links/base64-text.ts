/** What base 64 says, where it says plain ASCII; else nothing. */
export function base64Text(packed: string): string {
  if (!/^[\w+/=-]{4,400}$/.test(packed)) return '';
  const text = Buffer.from(packed, 'base64').toString('latin1');
  return /^[\x20-\x7e]+$/.test(text) ? text : '';
}
