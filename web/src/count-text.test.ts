import { expect, it } from 'vitest';
import { countText } from './count-text.js';

it('tells how many there are, and of more than are counted that there are more', () => {
  expect([0, 9_999, 10_000].map((count) => countText(count, 'id'))).toEqual(['0', '9999', '10000']);
  expect(countText(10_001, 'id')).toBe('10.000+');
  expect(countText(20_002, 'en')).toBe('10,000+');
});
