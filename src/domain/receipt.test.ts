import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReceipt, receiptOf, spacedReceipt } from './receipt.js';

const receipts = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => receiptOf(bytes));

describe('a receipt', () => {
  it('is 16 digits, and is read back however it is spaced', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(receipt).toMatch(/^\d{16}$/);
        for (const typed of [receipt, spacedReceipt(receipt), ` ${receipt.replace(/(....)/g, '$1-')}`]) {
          expect(readReceipt(typed)).toEqual({ receipt });
        }
      }),
    );
    expect(spacedReceipt('1234567890123456')).toBe('1234 5678 9012 3456');
  });

  it('with one digit wrong, or two neighbours swapped, is told to be a typing fault', () => {
    fc.assert(
      fc.property(receipts, fc.nat(15), fc.integer({ min: 1, max: 9 }), (receipt, at, by) => {
        const digits = [...receipt];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readReceipt(digits.join(''))).toEqual({ fault: 'typo' });
      }),
    );
    fc.assert(
      fc.property(receipts, fc.nat(14), (receipt, at) => {
        const swapped = receipt.slice(0, at) + receipt[at + 1] + receipt[at] + receipt.slice(at + 2);
        expect(readReceipt(swapped)).toEqual(swapped === receipt ? { receipt } : { fault: 'typo' });
      }),
    );
  });

  it.each(['', '123', '1234 5678 9012 345a', '12345678901234567', `${'1'.repeat(16)}x`])('is not %j', (typed) => {
    expect(readReceipt(typed)).toEqual({ fault: 'length' });
  });

  it('is one of as many as there are, and none more often than others', () => {
    expect(receiptOf(new Uint8Array(8))).toBe('0000000000000098');
    expect(readReceipt('0000000000000098')).toEqual({ receipt: '0000000000000098' });
  });
});
