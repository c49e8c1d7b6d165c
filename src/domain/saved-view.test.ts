import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptFilters, VIEW_PAGES } from './saved-view.js';

it('keeps what narrows the work, in one order, and nobody and no day', () => {
  const given = 'rule=own-support&office=DINAS&account=a1&acted=2026-11-20&words=coblos+dua&assigned=u1';
  expect(keptFilters('queue', given)).toBe('office=DINAS&rule=own-support&words=coblos+dua');
  expect(keptFilters('queue', 'assigned=me&due=')).toBe('assigned=me');
  expect(keptFilters('decisions', 'person=u1&day=2026-11-20&verdict=confirmed&platform=x')).toBe('verdict=confirmed');
});

it('is the same when it is kept again, whatever stood in the address', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VIEW_PAGES), fc.webQueryParameters(), (page, search) => {
      const kept = keptFilters(page, `${search}&kind=post&account=x&person=y`);
      expect(keptFilters(page, kept)).toBe(kept);
      expect(kept).not.toMatch(/account=|person=/);
    }),
  );
});
