import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AUDIT_ACTIONS,
  type AuditEntry,
  type AuditEvent,
  createChainCheck,
  GENESIS_HASH,
  hashAuditEntry,
} from './audit.js';

const events = fc.array(
  fc.record({
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    actor: fc.string(),
    action: fc.constantFrom(...AUDIT_ACTIONS),
    subject: fc.string(),
    details: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()), { noNullPrototype: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

function chainOf(given: readonly AuditEvent[]): AuditEntry[] {
  let previousHash = GENESIS_HASH;
  return given.map((event, index) => {
    const entry = { ...event, seq: index + 1, previousHash, hash: hashAuditEntry(index + 1, previousHash, event) };
    previousHash = entry.hash;
    return entry;
  });
}

function verify(entries: readonly AuditEntry[]) {
  const check = createChainCheck();
  for (const entry of entries) check.step(entry);
  return check.result();
}

const withIndex = events.chain((given) => fc.tuple(fc.constant(chainOf(given)), fc.nat({ max: given.length - 1 })));

describe('the chain check', () => {
  it('accepts every chain as it was made, and says how far it reaches', () => {
    fc.assert(
      fc.property(events, (given) => {
        const chain = chainOf(given);
        expect(verify(chain)).toEqual({ ok: true, entries: chain.length, headHash: chain.at(-1)!.hash });
      }),
    );
  });

  it('accepts the same details in another order', () => {
    const event = { at: new Date(0), actor: 'a', action: 'login', subject: 's', details: { a: 1, b: 2 } } as const;
    const turned = { ...event, details: { b: 2, a: 1 } };
    expect(hashAuditEntry(1, GENESIS_HASH, turned)).toBe(hashAuditEntry(1, GENESIS_HASH, event));
  });

  it('finds any one changed field of any entry, at its place', () => {
    const changes: ((entry: AuditEntry) => Partial<AuditEntry>)[] = [
      (entry) => ({ at: new Date(entry.at.getTime() + 1) }),
      (entry) => ({ actor: `${entry.actor}x` }),
      (entry) => ({ action: entry.action === 'login' ? 'logout' : 'login' }),
      (entry) => ({ subject: `${entry.subject}x` }),
      (entry) => ({ details: { ...entry.details, [`${Object.keys(entry.details).join('')}x`]: 1 } }),
      () => ({ previousHash: 'f'.repeat(64) }),
      () => ({ hash: 'f'.repeat(64) }),
      (entry) => ({ seq: entry.seq + 1 }),
    ];
    fc.assert(
      fc.property(withIndex, fc.constantFrom(...changes), ([chain, index], change) => {
        const changed = chain.with(index, { ...chain[index]!, ...change(chain[index]!) });
        expect(verify(changed)).toMatchObject({ ok: false, seq: index + 1 });
      }),
    );
  });

  it('finds any one removed entry that another one follows', () => {
    fc.assert(
      fc.property(withIndex, ([chain, index]) => {
        fc.pre(index < chain.length - 1);
        expect(verify(chain.toSpliced(index, 1))).toEqual({ ok: false, seq: index + 1, problem: 'gap' });
      }),
    );
  });

  it('finds any entry in another place, also with its number rewritten', () => {
    fc.assert(
      fc.property(withIndex, fc.nat({ max: 11 }), ([chain, from], wanted) => {
        const to = wanted % chain.length;
        fc.pre(from !== to);
        const moved = chain.toSpliced(from, 1).toSpliced(to, 0, chain[from]!);
        const renumbered = moved.map((entry, index) => ({ ...entry, seq: index + 1 }));
        expect(verify(moved)).toMatchObject({ ok: false });
        expect(verify(renumbered)).toMatchObject({ ok: false });
      }),
    );
  });
});
