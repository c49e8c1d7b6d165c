import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soundOf } from './sound.js';

it.each([
  ['soekarno', 'sukarno'],
  ['djojohadikoesoemo', 'jojohadikusumo'],
  ['achmad', 'ahmad'],
  ['mahfudz', 'mahfud'],
  ['khofifah', 'khofiffa'],
  ['yudhoyono', 'yudoyono'],
])('%s sounds like %s', (one, other) => {
  expect(soundOf(one)).toBe(soundOf(other));
});

it('tells other names apart', () => {
  expect(new Set(['budi', 'bude', 'badu', 'rudi', 'ruli', 'siti', 'sita'].map(soundOf)).size).toBe(7);
});

it('is never longer than the name, for any letters', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{0,40}$/), (name) => soundOf(name).length <= name.length));
});
