import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PermanentError } from '../domain/errors.js';
import { createNipSeal } from './sealed-nip.js';

const [fieldKey, hashKey, otherKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const seal = createNipSeal({ fieldKey, hashKey });
const NIP = '198001012005011001';

describe('a sealed NIP', () => {
  it('opens for its account and looks different each time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (nip, account) => {
        const wellFormed = Buffer.from(nip).toString();
        expect(seal.unseal(seal.seal(nip, account), account)).toBe(wellFormed);
        expect(seal.seal(nip, account)).not.toBe(seal.seal(nip, account));
      }),
    );
  });

  it('does not open for another account, with another key, or with any one character changed', () => {
    const sealed = seal.seal(NIP, 'akun-1');
    expect(() => seal.unseal(sealed, 'akun-2')).toThrow(PermanentError);
    expect(() => createNipSeal({ fieldKey: otherKey, hashKey }).unseal(sealed, 'akun-1')).toThrow(PermanentError);
    // All but the last character, whose lowest bits base64 does not use.
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(() => seal.unseal(changed, 'akun-1'), changed).toThrow(PermanentError);
    }
    for (const broken of ['', 'v1', 'v1..', sealed.slice(0, 20)]) {
      expect(() => seal.unseal(broken, 'akun-1')).toThrow(PermanentError);
    }
  });

  it('still opens after a change of key, when the former key is given', () => {
    const sealed = seal.seal(NIP, 'akun-1');
    const rotated = createNipSeal({ fieldKey: otherKey, hashKey, formerKeys: [fieldKey] });
    expect(rotated.unseal(sealed, 'akun-1')).toBe(NIP);
    expect(() => seal.unseal(rotated.seal(NIP, 'akun-1'), 'akun-1')).toThrow(PermanentError);
  });

  it('is compared by a hash that needs the key, and still after a change of it', () => {
    const hash = seal.hash(NIP);
    const rotated = createNipSeal({ fieldKey: otherKey, hashKey, formerKeys: [fieldKey] });
    expect([seal, rotated].map((one) => one.isHashOf(hash, NIP))).toEqual([true, true]);
    expect(rotated.hash(NIP)).not.toBe(hash);
    expect(seal.isHashOf(hash, '198001012005011002')).toBe(false);
    expect(createNipSeal({ fieldKey: otherKey, hashKey }).isHashOf(hash, NIP)).toBe(false);
    // The key of all other hashes, which workers hold, tells nothing of it.
    expect(hash).not.toContain(createNipSeal({ fieldKey, hashKey: otherKey }).holderMark(NIP));
    expect(createNipSeal({ fieldKey, hashKey: otherKey }).hash(NIP)).toBe(hash);
  });

  it('says of a hash whether it can be compared at all', () => {
    const rotated = createNipSeal({ fieldKey: otherKey, hashKey, formerKeys: [fieldKey] });
    const lost = createNipSeal({ fieldKey: otherKey, hashKey });
    const hashes = [seal.hash(NIP), seal.holderMark(NIP)];
    expect(hashes.map((hash) => rotated.isComparable(hash))).toEqual([true, true]);
    expect(hashes.map((hash) => lost.isComparable(hash))).toEqual([false, true]);
  });

  it('is compared with hashes from before NIPs had a key of their own', () => {
    const old = seal.holderMark(NIP);
    expect(seal.isHashOf(old, NIP)).toBe(true);
    expect(seal.isHashOf(old, '198001012005011002')).toBe(false);
    expect(seal.isOfKeyInUse({ nipSealed: seal.seal(NIP, 'akun-1'), nipHash: old })).toBe(false);
    expect(seal.isOfKeyInUse({ nipSealed: seal.seal(NIP, 'akun-1'), nipHash: seal.hash(NIP) })).toBe(true);
  });

  it('is neither sealed, opened nor compared without its key', () => {
    const blind = createNipSeal({ fieldKey: undefined, hashKey });
    for (const attempt of [
      () => blind.seal(NIP, 'akun-1'),
      () => blind.unseal(seal.seal(NIP, 'akun-1'), 'akun-1'),
      () => blind.hash(NIP),
      () => blind.isHashOf(seal.hash(NIP), NIP),
      () => blind.isComparable(seal.hash(NIP)),
      () => blind.isHashOf(seal.holderMark(NIP), NIP),
    ]) {
      expect(attempt).toThrow(/tidak memegang kunci NIP/);
    }
  });

  it('refuses a key of another length', () => {
    expect(() => createNipSeal({ fieldKey: randomBytes(16), hashKey })).toThrow(PermanentError);
  });
});
