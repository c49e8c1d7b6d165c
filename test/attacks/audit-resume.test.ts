import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runAuditResume } from '../../src/cli/audit/resume/resume.js';
import { runAuditVerify } from '../../src/cli/audit/verify/verify.js';
import { toChainReport } from '../../src/console/views/chain-report.js';
import { createAuditMac } from '../../src/domain/audit-mac.js';
import { formatHead, parseHead } from '../../src/domain/audit-outside.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { testServices } from '../support/test-services.js';
import { type AttackedLog, anEvent, openAttackedLog, type Raw, writePlainLog } from './audit-log.js';

let log: AttackedLog;
const entries = () => log.raw.collection<Raw>('audit');
const heads = () => log.raw.collection<Record<string, unknown> & { _id: string }>('audit_heads');
const verify = async () => ({
  resumed: undefined,
  stretches: undefined,
  ...(await (await log.reopen()).audit.verifyChain()),
});
const append = async () => (await log.reopen()).audit.appendEntry(anEvent());
const asked = {
  by: 'Petugas Contoh',
  reason: 'contoh: dipulihkan dari cadangan',
  at: new Date('2026-11-01T00:00:00Z'),
};
const resume = async (brokenAt: number, more = {}) =>
  (await log.reopen()).audit.resume({ ...asked, brokenAt, ...more });

/** What somebody did to the log, where verify sees it, and in which place it is gone on with. */
const BREAKS: readonly {
  readonly what: string;
  readonly attack: () => Promise<unknown>;
  readonly found: { readonly seq: number; readonly problem: string };
  readonly resumedAt: number;
  /** Writing goes on although an earlier entry does not hold: only a check of the whole log finds that. */
  readonly isBlocking: boolean;
}[] = [
  {
    what: 'the head is gone',
    attack: () => heads().deleteOne({ _id: 'keyed' }),
    found: { seq: 13, problem: 'head_missing' },
    resumedAt: 13,
    isBlocking: true,
  },
  {
    what: 'the head is forged',
    attack: () => heads().updateOne({ _id: 'keyed' }, { $set: { seal: 'f'.repeat(64) } }),
    found: { seq: 13, problem: 'head_forged' },
    resumedAt: 13,
    isBlocking: true,
  },
  {
    what: 'the tail is cut',
    attack: () => entries().deleteMany({ _id: { $gt: 9 } }),
    found: { seq: 10, problem: 'gap' },
    resumedAt: 13,
    isBlocking: true,
  },
  {
    what: 'an entry is changed',
    attack: () => entries().updateOne({ _id: 4 }, { $set: { actor: 'orang-lain' } }),
    found: { seq: 4, problem: 'hash' },
    resumedAt: 13,
    isBlocking: false,
  },
  {
    what: 'an entry is gone',
    attack: () => entries().deleteOne({ _id: 5 }),
    found: { seq: 5, problem: 'gap' },
    resumedAt: 13,
    isBlocking: false,
  },
  {
    what: 'entries are put behind the head, one in no whole place',
    attack: () =>
      entries().insertMany([
        { ...anEvent(), _id: 13, previous: 'x', mac: 'a'.repeat(64) },
        { ...anEvent(), _id: 14.5, previous: 'x', mac: 7 },
      ]),
    found: { seq: 13, problem: 'previous_hash' },
    resumedAt: 16,
    isBlocking: true,
  },
  {
    what: 'everything is gone',
    attack: async () => {
      await entries().deleteMany({});
      await heads().deleteMany({});
    },
    found: { seq: 1, problem: 'head_missing' },
    resumedAt: 1,
    isBlocking: true,
  },
];

beforeAll(async () => {
  log = await openAttackedLog();
  for (let n = 0; n < 12; n += 1) await log.storage.audit.appendEntry(anEvent({ details: { n } }));
  await log.keepAsItStands();
});
beforeEach(() => log.putBack());
afterAll(() => log.close());

describe.each(BREAKS)('where $what', ({ attack, found, resumedAt, isBlocking }) => {
  beforeEach(async () => void (await attack()));

  it('a named person goes on behind all of it, and the log says so for ever', async () => {
    expect(await verify()).toEqual({ ok: false, ...found });
    if (isBlocking) await expect(append()).rejects.toThrow('Catatan audit tidak utuh');
    const before = await entries().find().sort({ _id: 1 }).toArray();
    expect(await resume(found.seq)).toMatchObject({ seq: resumedAt, actor: 'operator:Petugas Contoh' });
    expect(
      await entries()
        .find({ _id: { $lt: resumedAt } })
        .sort({ _id: 1 })
        .toArray(),
    ).toEqual(before);
    expect((await append()).seq).toBe(resumedAt + 1);
    expect(await verify()).toMatchObject({
      ok: false,
      ...found,
      resumed: { since: resumedAt, entries: resumedAt + 1 },
      stretches: [{ from: found.seq, resumedAt, by: asked.by, reason: asked.reason, at: asked.at, isAsFound: true }],
    });
    // What holds is not gone on with again.
    await expect(resume(found.seq)).rejects.toThrow('tidak ada yang dilanjutkan');
  });

  it('a new break after it, or before it, is a break and no old one', async () => {
    await resume(found.seq);
    await append();
    await append();
    await entries().updateOne({ _id: resumedAt + 1 }, { $set: { actor: 'orang-lain' } });
    expect(await verify()).toMatchObject({ ok: false, seq: resumedAt + 1, problem: 'hash', resumed: undefined });
    if (found.seq <= 2) return;
    await entries().updateOne({ _id: 2 }, { $set: { actor: 'orang-lain' } });
    expect(await verify()).toMatchObject({ ok: false, seq: 2, problem: 'hash', resumed: undefined });
    expect(await resume(2)).toMatchObject({ seq: resumedAt + 3 });
    expect(await verify()).toMatchObject({ seq: 2, resumed: { since: resumedAt + 3 } });
    expect(await verify()).toMatchObject({
      stretches: [{ isAsFound: true }, { isAsFound: true }],
    });
  });

  it('whoever takes away what names it has the break back', async () => {
    await resume(found.seq);
    await append();
    await entries().deleteOne({ _id: resumedAt });
    expect(await verify()).toMatchObject({ ok: false, resumed: undefined, stretches: undefined });
  });
});

it('the broken stretch is not mended, changed or filled afterwards without a word', async () => {
  const [whole] = await entries().find({ _id: 4 }).toArray();
  const changes = [
    () => entries().replaceOne({ _id: 4 }, whole!),
    () => entries().updateOne({ _id: 9 }, { $set: { tambahan: 1 } }),
    () => entries().deleteOne({ _id: 12 }),
    () => entries().insertOne({ ...whole!, _id: 4.5 }),
  ];
  await entries().updateOne({ _id: 4 }, { $set: { actor: 'orang-lain' } });
  await resume(4);
  const head = await heads().findOne({ _id: 'keyed' });
  for (const change of changes) {
    const before = await entries().find().sort({ _id: 1 }).toArray();
    await change();
    expect(await verify(), String(change)).toMatchObject({ seq: 4, problem: 'stretch_changed', resumed: undefined });
    const { seq: again } = await resume(4);
    expect(await verify()).toMatchObject({
      resumed: { since: again },
      stretches: [{ isAsFound: false }, { isAsFound: true }],
    });
    await entries().deleteMany({});
    await entries().insertMany(before);
    await heads().replaceOne({ _id: 'keyed' }, head!);
    expect(await verify()).toMatchObject({ resumed: { since: 13 } });
  }
});

it('nobody goes on blindly: the place has to be the one that verify names', async () => {
  await expect(resume(13)).rejects.toThrow('tidak ada yang dilanjutkan');
  await entries().deleteOne({ _id: 5 });
  await expect(resume(6)).rejects.toThrow('putus pada catatan 5, bukan 6');
  expect(await entries().countDocuments()).toBe(11);
});

it('a forger who has the database and no key cannot go on: his entry is nobody’s', async () => {
  await entries().deleteMany({ _id: { $gt: 9 } });
  const forger = await openStorage({
    uri: testServices().mongodbUri,
    databaseName: log.raw.name,
    ...log.keys,
    auditKey: randomBytes(32),
  });
  await expect(forger.audit.resume({ ...asked, brokenAt: 1 })).rejects.toThrow('Tidak satu pun catatan disegel');
  expect(await forger.audit.resume({ ...asked, brokenAt: 1, isKeyLost: true })).toMatchObject({ seq: 10 });
  await forger.close();
  expect(await verify()).toMatchObject({ ok: false, seq: 10, problem: 'hash', resumed: undefined });
  await expect(append()).rejects.toMatchObject({ problem: 'head_forged' });
  // By hand, as he would without Netra: a copy of an honest entry of that kind elsewhere is none.
  await resume(10);
  const [honest] = await entries().find({ action: 'log_resumed' }).sort({ _id: -1 }).toArray();
  await entries().deleteOne({ _id: honest!._id });
  await entries().insertOne({ ...honest!, _id: honest!._id + 1 });
  expect(await verify()).toMatchObject({ ok: false, resumed: undefined, stretches: undefined });
});

it('a key that is lost for ever does not stop the house for ever, and verify says from where on nothing is known', async () => {
  const storage = await openStorage({
    uri: testServices().mongodbUri,
    databaseName: log.raw.name,
    ...log.keys,
    auditKey: randomBytes(32),
  });
  await storage.audit.resume({ ...asked, brokenAt: 1, isKeyLost: true });
  await storage.audit.appendEntry(anEvent());
  expect(await storage.audit.verifyChain()).toMatchObject({ seq: 1, problem: 'hash', resumed: { since: 13 } });
  // What stands before is fixed by that entry: whoever found the former key changes nothing in it unseen.
  await entries().updateOne({ _id: 3 }, { $set: { actor: 'orang-lain' } });
  expect(await storage.audit.verifyChain()).toMatchObject({ ok: false, problem: 'stretch_changed' });
  await storage.close();
});

it('what a mail knows of a cut tail stays a gap, and later heads prove the log again', async () => {
  const late = parseHead(formatHead(await log.storage.audit.getHead()))!;
  const early = await heads().findOne({ _id: 'keyed' });
  await entries().deleteMany({ _id: { $gt: 9 } });
  const nine = (await entries().findOne({ _id: 9 }))!;
  // A keeper with the key cuts the tail: from inside nothing shows.
  const cut = { seq: 9, mac: nine.mac as string };
  await heads().replaceOne({ _id: 'keyed' }, { ...early, ...cut, seal: createAuditMac(log.keys.auditKey).ofHead(cut) });
  expect(await verify()).toMatchObject({ ok: true, entries: 9 });
  const { audit } = await log.reopen();
  await audit.resume({ ...asked, brokenAt: 12 }, [late]);
  const after = parseHead(formatHead(await audit.getHead()))!;
  expect(after.seq).toBe(13);
  expect(await audit.verify([late])).toMatchObject({ chain: { seq: 10, resumed: { since: 13 } }, proven: undefined });
  expect(await audit.verify([late, after])).toMatchObject({ proven: { seq: 13 } });
});

it('does not go behind a place that is none: that is taken out by hand', async () => {
  await entries().insertOne({ ...anEvent(), _id: 1e300, previous: 'x', mac: 'x' });
  await expect(resume(13)).rejects.toThrow('bukan catatan');
  await entries().deleteOne({ _id: 1e300 });
  await entries().insertOne({ ...anEvent(), _id: 'teks' as never, previous: 'x', mac: 'x' });
  await expect(resume(13)).rejects.toThrow('bukan catatan');
});

it('goes on while others write, where the break does not stop them', async () => {
  await entries().updateOne({ _id: 4 }, { $set: { actor: 'orang-lain' } });
  let isOver = false;
  const writing = (async () => {
    while (!isOver) await log.storage.audit.appendEntry(anEvent());
  })();
  const { seq } = await resume(4);
  isOver = true;
  await writing;
  await append();
  expect(await verify()).toMatchObject({ seq: 4, resumed: { since: seq } });
});

it('also after a log of the version before, which never had a key', async () => {
  const keyed = log;
  log = await openAttackedLog(async (raw, hashKey) => {
    await writePlainLog(raw, 7, hashKey);
    await raw.collection<Raw>('audit').updateOne({ _id: 3 }, { $set: { actor: 'orang-lain' } });
  });
  await resume(3);
  expect(await verify()).toMatchObject({ seq: 3, problem: 'hash', resumed: { since: 9, plainEntries: 7 } });
  await log.close();
  log = keyed;
});

describe('netra audit resume', () => {
  const said = async (run: (deps: Parameters<typeof runAuditResume>[0]) => Promise<number>) => {
    let output = '';
    const { audit } = await log.reopen();
    const write = (text: string) => {
      output += text;
    };
    const exitCode = await run({ audit, clock: () => asked.at, write });
    return { exitCode, output };
  };
  const command = (given: Partial<Parameters<typeof runAuditResume>[1]>) =>
    said((deps) => runAuditResume(deps, { heads: [], ...given }));
  const check = () => said((deps) => runAuditVerify(deps));

  it('shows what is broken and how to go on; does it with place, name and reason only; verify tells it apart since', async () => {
    await entries().deleteMany({ _id: { $gt: 9 } });
    const looked = await command({});
    expect(looked.exitCode).toBe(4);
    expect(looked.output).toContain('Rantai putus pada catatan 10');
    expect(looked.output).toContain('netra audit resume --at 10 --by NAMA');
    for (const given of [
      {},
      { by: 'Petugas Contoh' },
      { reason: 'x' },
      { by: ' ', reason: 'x' },
      { by: 'x', reason: ' ' },
    ]) {
      await expect(command({ at: '10', ...given })).rejects.toThrow('nomor, nama, atau alasan kurang');
    }
    expect(await entries().countDocuments()).toBe(9);
    expect(await command({ at: '10', by: asked.by, reason: asked.reason })).toMatchObject({ exitCode: 0 });
    expect(toChainReport(await (await log.reopen()).audit.verifyChain())).toMatchObject({
      ok: false,
      brokenAt: 10,
      resumed: { since: 13, by: asked.by },
    });
    const { exitCode, output } = await check();
    expect(exitCode).toBe(5);
    expect(output).toContain('Rantai utuh sejak catatan 13');
    expect(output).toContain(
      'Dilanjutkan oleh Petugas Contoh pada 2026-11-01 dengan catatan 13. Alasan: contoh: dipulihkan',
    );
    expect(output).not.toContain('langkah berikut');
    await entries().updateOne({ _id: 2 }, { $set: { actor: 'orang-lain' } });
    const again = await check();
    expect(again.exitCode).toBe(4);
    expect(again.output).toMatch(/^Rantai putus pada catatan 2:/);
    expect(again.output).toContain('Dilanjutkan oleh Petugas Contoh');
  });
});
