import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCursorSeal } from './sealed-cursor.js';

const seal = createCursorSeal(randomBytes(32));
const CURSOR = '{"v":1,"seen":["sidik-contoh"]}';

describe('a sealed cursor', () => {
  it('tells nothing at rest and opens for its own account', () => {
    const stored = seal.seal(CURSOR, 'akun-1');
    expect(stored).not.toContain('sidik');
    expect(seal.open(stored, 'akun-1')).toBe(CURSOR);
  });

  it('makes the visit start over where it was moved, changed, or sealed by another key', () => {
    const stored = seal.seal(CURSOR, 'akun-1');
    expect(seal.open(stored, 'akun-2')).toBeUndefined();
    expect(seal.open(`${stored.slice(0, -2)}AA`, 'akun-1')).toBeUndefined();
    expect(seal.open('c1.', 'akun-1')).toBeUndefined();
    expect(createCursorSeal(randomBytes(32)).open(stored, 'akun-1')).toBeUndefined();
  });

  it('reads a cursor that lies there in clear from before', () => expect(seal.open(CURSOR, 'akun-1')).toBe(CURSOR));
});
