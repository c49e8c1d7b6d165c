import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, type AuditEntry, type AuditEvent } from './audit.js';
import { createChainCheck } from './audit-chain.js';
import { createAuditMac, PLAIN_GENESIS, plainHashOf } from './audit-mac.js';

const mac = createAuditMac(Buffer.alloc(32, 7));
const BEGINNING = 'b'.repeat(64);

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

function chainOf(given: readonly AuditEvent[], seal = mac): AuditEntry[] {
  let previous = BEGINNING;
  return given.map((event, index) => {
    const seq = index + 1;
    const entry = { ...event, seq, previous, mac: seal.ofEntry(seq, previous, event), isKeyed: true };
    previous = entry.mac;
    return entry;
  });
}

/** As links were made before the log had a key. */
function plainChainOf(given: readonly AuditEvent[]): AuditEntry[] {
  let previous = PLAIN_GENESIS;
  return given.map((event, index) => {
    const entry = { ...event, seq: index + 1, previous, mac: plainHashOf(index + 1, previous, event), isKeyed: false };
    previous = entry.mac;
    return entry;
  });
}

/** The entry that fixes a plain part, and what came after it. */
function keyedAfter(plain: readonly AuditEntry[], given: readonly AuditEvent[]): AuditEntry[] {
  const keyed: AuditEvent = {
    at: new Date(0),
    actor: 'system:audit',
    action: 'log_keyed',
    subject: 'contoh',
    details: { plainEntries: plain.length },
  };
  let previous = plain.at(-1)!.mac;
  const links = [keyed, ...given].map((event, index) => {
    const seq = plain.length + index + 1;
    const entry = { ...event, seq, previous, mac: mac.ofEntry(seq, previous, event), isKeyed: true };
    previous = entry.mac;
    return entry;
  });
  return [...plain, ...links];
}

function verify(entries: readonly AuditEntry[]) {
  const check = createChainCheck(mac);
  for (const entry of entries) check.step(entry);
  return check.result();
}

const withIndex = events.chain((given) => fc.tuple(fc.constant(chainOf(given)), fc.nat({ max: given.length - 1 })));

describe('the chain check', () => {
  it('accepts every chain as it was made, and says how far it reaches', () => {
    fc.assert(
      fc.property(events, (given) => {
        const chain = chainOf(given);
        expect(verify(chain)).toEqual({
          ok: true,
          entries: chain.length,
          plainEntries: 0,
          headMac: chain.at(-1)!.mac,
        });
      }),
    );
  });

  it('accepts the same details in another order', () => {
    const event = { at: new Date(0), actor: 'a', action: 'login', subject: 's', details: { a: 1, b: 2 } } as const;
    const turned = { ...event, details: { b: 2, a: 1 } };
    expect(mac.ofEntry(1, BEGINNING, turned)).toBe(mac.ofEntry(1, BEGINNING, event));
    expect(plainHashOf(1, BEGINNING, turned)).toBe(plainHashOf(1, BEGINNING, event));
  });

  it('finds any one changed field of any entry, at its place', () => {
    const changes: ((entry: AuditEntry) => Partial<AuditEntry>)[] = [
      (entry) => ({ at: new Date(entry.at.getTime() + 1) }),
      (entry) => ({ actor: `${entry.actor}x` }),
      (entry) => ({ action: entry.action === 'login' ? 'logout' : 'login' }),
      (entry) => ({ subject: `${entry.subject}x` }),
      (entry) => ({ details: { ...entry.details, [`${Object.keys(entry.details).join('')}x`]: 1 } }),
      () => ({ previous: 'f'.repeat(64) }),
      () => ({ mac: 'f'.repeat(64) }),
      (entry) => ({ at: entry.at.toISOString() as never }),
      (entry) => ({ details: { ...entry.details, [`${Object.keys(entry.details).join('')}x`]: Number.NaN } }),
      () => ({ details: null as never }),
      () => ({ isKeyed: false }),
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

  it('finds a whole chain that was made with another key', () => {
    fc.assert(
      fc.property(events, (given) => {
        const forged = chainOf(given, createAuditMac(Buffer.alloc(32, 8)));
        expect(verify(forged)).toEqual({ ok: false, seq: 1, problem: 'hash' });
      }),
    );
  });

  it('goes on after a break, so that the next one is told too', () => {
    const given = Array.from({ length: 6 }, (_, n) => ({
      at: new Date(n),
      actor: 'a',
      action: 'login' as const,
      subject: 's',
      details: {},
    }));
    const chain = chainOf(given);
    const check = createChainCheck(mac);
    const forged = chain.with(4, { ...chain[4]!, actor: 'b' }).toSpliced(1, 1);
    const found = forged.map((entry) => check.step(entry));
    expect(found).toEqual([undefined, { seq: 2, problem: 'gap' }, undefined, { seq: 5, problem: 'hash' }, undefined]);
    expect(check.result()).toEqual({ ok: false, seq: 2, problem: 'gap' });
  });
});

describe('a chain that began without a key', () => {
  const both = fc.tuple(events, events).map(([before, after]) => {
    const plain = plainChainOf(before);
    return { plain, chain: keyedAfter(plain, after) };
  });

  it('is verified as what it is, and says up to where it is only plain', () => {
    fc.assert(
      fc.property(both, ({ plain, chain }) => {
        const expected = { ok: true, entries: chain.length, plainEntries: plain.length, headMac: chain.at(-1)!.mac };
        expect(verify(chain)).toEqual(expected);
      }),
    );
  });

  it('is not rewritten up to the end of its plain part: the first keyed entry fixes that', () => {
    fc.assert(
      fc.property(both, ({ plain, chain }) => {
        const forged = plainChainOf(plain.map((entry) => ({ ...entry, actor: 'orang lain' })));
        const rewritten = [...forged, ...chain.slice(plain.length)];
        expect(verify(rewritten)).toEqual({ ok: false, seq: plain.length + 1, problem: 'previous_hash' });
      }),
    );
  });

  it('is not gone on with by plain links, and no keyed one stands before the one that fixes it', () => {
    fc.assert(
      fc.property(both, ({ plain, chain }) => {
        const last = chain.at(-1)!;
        const seq = last.seq + 1;
        const forged = { ...last, seq, previous: last.mac, mac: plainHashOf(seq, last.mac, last), isKeyed: false };
        expect(verify([...chain, forged])).toEqual({ ok: false, seq, problem: 'not_keyed' });
        const withoutFixing = keyedAfter(plain, []).with(-1, {
          ...chain[plain.length]!,
          action: 'login',
          mac: mac.ofEntry(plain.length + 1, plain.at(-1)!.mac, { ...chain[plain.length]!, action: 'login' }),
        });
        expect(verify(withoutFixing)).toEqual({ ok: false, seq: plain.length + 1, problem: 'not_begun' });
      }),
    );
  });
});
