import { describe, expect, it } from 'vitest';
import { domainOf, isMailAddress } from './mail-address.js';

describe('a mail address', () => {
  it.each(['sekda@contoh.example', "o'neil+rekap@sub.contoh-dua.example", 'netra@localhost'])('is %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    '',
    'sekda',
    '@contoh.example',
    'sekda@',
    'sekda@contoh..example',
    'se..kda@contoh.example',
    'a@b.example,c@d.example',
    'Sekda <sekda@contoh.example>',
    'sekda@contoh.example\nBcc: lain@contoh.example',
    'sekda @contoh.example',
    `${'a'.repeat(65)}@contoh.example`,
    `a@${'b'.repeat(260)}`,
  ])('is not %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });

  it('has a domain in one spelling', () => {
    expect(domainOf('sekda@Contoh.EXAMPLE')).toBe('contoh.example');
  });
});
