import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cpuMs } from '../../../test/support/cpu-ms.js';
import { matchesUrl } from './url-pattern.js';

it('lets one star stand for a part and two for any number of parts', () => {
  expect(matchesUrl('http://127.0.0.1:*/warga/*', 'http://127.0.0.1:4321/warga/pak-salim')).toBe(true);
  expect(matchesUrl('http://127.0.0.1:*/warga/*', 'http://127.0.0.1:4321/warga/pak/salim')).toBe(false);
  expect(matchesUrl('https://desa.test/**', 'https://desa.test/a/b?c=d')).toBe(true);
  expect(matchesUrl('https://desa.test/*', 'https://desa.test.jahat.test/')).toBe(false);
  expect(matchesUrl('https://desa.test/a', 'https://desa.test/ab')).toBe(false);
});

it('fits every address that a pattern was made from', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z/.]{0,6}$/), { minLength: 1, maxLength: 6 }), (parts) => {
      expect(matchesUrl(parts.join('**'), parts.join('x/y'))).toBe(true);
    }),
  );
});

it('takes no more than pattern times address steps', async () => {
  const ms = await cpuMs(() => expect(matchesUrl('**a'.repeat(100), `${'a'.repeat(4000)}b`)).toBe(false));
  expect(ms).toBeLessThan(2000);
});
