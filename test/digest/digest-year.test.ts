import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/days.js';
import { digestMessageId } from '../../src/domain/digest.js';
import { instantOf, localDay } from '../../src/domain/region.js';
import { FIRST_DAY, LAST_DAY, OFFICES, simulateYear, type Year } from './digest-year.js';

/** Receipts and mails of one office and day, for every day since the office's first receipt. */
function daysOf({ receipts, accepted }: Year) {
  const mailsOf = new Map<string, { messageId: string; at: Date }[]>();
  for (const mail of accepted) mailsOf.set(mail.messageId, [...(mailsOf.get(mail.messageId) ?? []), mail]);
  return OFFICES.flatMap((office) => {
    const own = receipts.filter((receipt) => receipt.officeCode === office.code);
    const first = own.map((receipt) => receipt.day).sort()[0]!;
    const days: string[] = [];
    for (let day = first; day <= LAST_DAY; day = addDays(day, 1)) days.push(day);
    return days.map((day) => {
      const id = digestMessageId(office.code, day, 'contoh.example');
      return { office, day, mails: mailsOf.get(id) ?? [], receipts: own.filter((receipt) => receipt.day === day) };
    });
  });
}

function expectOneReceiptADay(year: Year): void {
  for (const { office, day, mails, receipts } of daysOf(year)) {
    const where = `${office.code} ${day} ${receipts[0]?.state} ${receipts[0]?.reason}`;
    expect(receipts.length, where).toBe(1);
    const [{ state, reason }] = receipts as [(typeof receipts)[0]];
    expect(['sent', 'failed'], where).toContain(state);
    if (state === 'sent') expect(mails.length, where).toBe(1);
    else if (reason === 'unknown_outcome') expect(mails.length, where).toBeLessThanOrEqual(1);
    else expect(mails.length, where).toBe(0);
    for (const { at } of mails) {
      expect(at.getTime(), where).toBeGreaterThanOrEqual(instantOf(addDays(day, 1), 7, office.timeZone).getTime());
    }
  }
}

describe('a simulated year in WIB, WITA and WIT', () => {
  it('sends every digest once, on the next local day after 07:00, when nothing goes wrong', async () => {
    const year = await simulateYear({ seed: 1, faults: 0 });
    expectOneReceiptADay(year);
    const days = daysOf(year);
    expect(days.length).toBeGreaterThanOrEqual(3 * 365);
    expect(days.every(({ mails }) => mails.length === 1)).toBe(true);
    for (const { office, day, mails } of days) expect(localDay(mails[0]!.at, office.timeZone)).toBe(addDays(day, 1));
    expect(days[0]!.day <= FIRST_DAY).toBe(true);
  });

  it('leaves one receipt an office and day and never two mails, whatever dies', async () => {
    const reasons = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(0.5, 1, 4), async (seed, faults) => {
        const year = await simulateYear({ seed, faults });
        for (const { reason } of year.receipts) if (reason) reasons.add(reason);
        expectOneReceiptADay(year);
      }),
      // A worker of seed 26 dies over a day that is more than a month past by then.
      { numRuns: 5, examples: [[26, 4]] },
    );
    // The faults were really there.
    expect([...reasons]).toEqual(expect.arrayContaining(['refused', 'unknown_outcome', 'missed']));
  });
});
