import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { ContentInfo, SignedData } from 'pkijs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../src/app/core.js';
import { createFailures } from '../../src/app/failures.js';
import { openStamping, readTrusted, stampDaily } from '../../src/app/timestamps.js';
import { checkTimestamps } from '../../src/cli/audit/check-timestamps.js';
import { runAuditVerify } from '../../src/cli/audit/verify/verify.js';
import { createAuditMac } from '../../src/domain/audit-mac.js';
import { createTimestampAuthority } from '../../src/reach/timestamp-authority.js';
import { checkToken, readCertificates } from '../../src/reach/timestamp-token.js';
import { type AttackedLog, anEvent, openAttackedLog, type Raw } from './audit-log.js';
import { type Manner, openTestAuthority, type TestAuthority } from './timestamp-authority.js';

let authority: TestAuthority;
let other: TestAuthority;
beforeAll(async () => {
  [authority, other] = await Promise.all([openTestAuthority(), openTestAuthority()]);
});
afterAll(() => Promise.all([authority.close(), other.close()]));

const silent = pino({ level: 'silent' });
const trustedBy = async ({ caFile }: TestAuthority) => readCertificates(await readFile(caFile, 'utf8'));
const TEXT = '9-0123456789abcdef0123456789abcdef01234567-1a2b';

async function stamp(
  given: { by?: TestAuthority; trust?: TestAuthority; timeoutMs?: number; clock?: () => Date } = {},
) {
  const { by = authority, trust = by, timeoutMs = 10_000, clock = () => new Date() } = given;
  return createTimestampAuthority({ url: by.url, trusted: await trustedBy(trust), clock, timeoutMs })(TEXT);
}

describe('an authority that stamps the time of a head', () => {
  beforeEach(() => {
    authority.manner = 'right';
  });

  it('is believed where it answers what was asked, by a certificate that a trusted one vouches for', async () => {
    const { token, at } = await stamp();
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
    const trusted = await trustedBy(authority);
    expect(await checkToken(token, { text: TEXT, trusted })).toEqual({ at });
    expect(await checkToken(token, { text: `${TEXT} `, trusted })).toEqual({ problem: 'imprint' });
    expect(await checkToken(token, { text: TEXT, trusted: await trustedBy(other) })).toEqual({ problem: 'signature' });
    expect(await checkToken(token, { text: TEXT, trusted: [] })).toEqual({ problem: 'signature' });
  });

  it('is not believed with any one bit of its token changed', async () => {
    const { token, at } = await stamp();
    const trusted = await trustedBy(authority);
    for (let place = 0; place < token.length; place += 37) {
      const changed = Buffer.from(token);
      changed[place] = changed[place]! ^ 0x01;
      const result = await checkToken(changed, { text: TEXT, trusted });
      // What no signature covers, such as a certificate nobody needs, may differ; what it says may not.
      expect('problem' in result || result.at.getTime() === at.getTime(), String(place)).toBe(true);
    }
  });

  it.each<[Manner, string]>([
    ['other_text', 'imprint'],
    ['other_nonce', 'nonce'],
    ['garbage', 'unreadable'],
    ['cut', 'unreadable'],
    ['empty', 'unreadable'],
    ['error', 'unreachable'],
    ['endless', 'unreadable'],
    ['redirect', 'unreachable'],
    ['refused', 'refused'],
  ])('stamps nothing where it answers: %s', async (manner, problem) => {
    authority.manner = manner;
    await expect(stamp()).rejects.toMatchObject({ name: 'TimestampError', problem, retryable: true });
  });

  it('stamps nothing where it hangs, is not there, or its clock is another', async () => {
    authority.manner = 'hang';
    await expect(stamp({ timeoutMs: 50 })).rejects.toThrow('Cap waktu gagal (unreachable, timeout)');
    authority.manner = 'right';
    const clock = () => new Date(Date.now() - 3_600_000);
    await expect(stamp({ clock })).rejects.toMatchObject({ problem: 'clock' });
    const gone = await openTestAuthority();
    await gone.close();
    await expect(
      createTimestampAuthority({ url: gone.url, trusted: [], clock: () => new Date() })(TEXT),
    ).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('is not believed where another CA signed its certificate, or the certificate is for something else', async () => {
    await expect(stamp({ trust: other })).rejects.toMatchObject({ problem: 'signature' });
    const { token, at } = await stamp();
    const trusted = await trustedBy(authority);
    const said = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(token)).content });
    const time = Buffer.from(said.encapContentInfo.eContent!.getValue());
    const check = async (purpose: 'stamping' | 'serving') =>
      checkToken(await authority.sign(time, purpose), { text: TEXT, trusted });
    expect(await check('stamping')).toEqual({ at });
    expect(await check('serving')).toEqual({ problem: 'signature' });
  });
});

describe('time-stamps beside the head', () => {
  let log: AttackedLog;
  let clock = new Date();
  const tokens = () => log.raw.collection<Record<string, unknown> & { _id: number }>('audit_timestamps');
  const settings = () => ({ url: authority.url.href, caFile: authority.caFile });
  const core = async (given: Partial<Core> = {}) =>
    ({
      config: { timestamp: settings() },
      storage: await log.reopen(),
      clock: () => clock,
      failures: createFailures(silent),
      ...given,
    }) as Core;
  const verify = async (timestamp: Core['config']['timestamp'] = settings()) => {
    let output = '';
    const write = (text: string) => {
      output += text;
    };
    const storage = await log.reopen();
    const check = () => checkTimestamps({ config: { timestamp }, storage });
    const exitCode = await runAuditVerify({ audit: storage.audit, checkTimestamps: check, write });
    return { exitCode, output };
  };

  beforeEach(async () => {
    authority.manner = 'right';
    authority.asked = 0;
    clock = new Date();
    log = await openAttackedLog();
    for (let n = 0; n < 5; n += 1) await log.storage.audit.appendEntry(anEvent({ details: { n } }));
  });
  afterEach(() => log.close());

  it('prove the log up to the head they stamp, as a head from a mail does', async () => {
    await (await openStamping(await core()))!.now();
    const { exitCode, output } = await verify();
    expect(output).toContain('1 cap waktu dari luar cocok; yang terakhir pada catatan 5');
    expect(output).toContain('Terbukti dengan kepala dari luar sampai catatan 5');
    expect(exitCode).toBe(0);
    expect((await verify({})).output).toContain('1 cap waktu tidak diperiksa: NETRA_TIMESTAMP_CA belum diatur');
    expect(await verify({ caFile: other.caFile })).toMatchObject({ exitCode: 4 });
  });

  it('convict a keeper with key and database who cuts the tail or writes the log anew', async () => {
    await (await openStamping(await core()))!.now();
    await log.raw.collection<Raw>('audit').deleteMany({ _id: { $gt: 3 } });
    const three = (await log.raw.collection<Raw>('audit').findOne({ _id: 3 }))!;
    const mac = createAuditMac(log.keys.auditKey);
    const head = { seq: 3, mac: three.mac as string };
    const change = { $set: { ...head, seal: mac.ofHead(head) } };
    await log.raw.collection<{ _id: string }>('audit_heads').updateOne({ _id: 'keyed' }, change);
    const { exitCode, output } = await verify();
    expect(exitCode).toBe(4);
    expect(output).toMatch(/Rantai putus pada catatan 5: .*kepala yang disalin dari luar/);
  });

  it('are missed where somebody takes them away, and named where he changes or invents them', async () => {
    await (await openStamping(await core()))!.now();
    const [kept] = await tokens().find().toArray();
    for (const change of [{ head: '4-x' }, { token: 'AAAA' }, { token: { $ne: 1 } }, { at: 'kemarin', token: 7 }]) {
      await tokens().replaceOne({ _id: 5 }, { ...kept!, ...change } as never);
      expect(await verify(), JSON.stringify(change)).toMatchObject({ exitCode: 4 });
    }
    await tokens().deleteOne({ _id: 5 });
    const { exitCode, output } = await verify();
    expect(exitCode).toBe(4);
    expect(output).toContain('Cap waktu catatan 5: catatan menyebut cap waktu ini, basis data tidak memilikinya.');
  });

  it('are asked for once a day, again after a failure, and a failure stops nothing', async () => {
    const { failures, ...rest } = await core();
    const stampToday = () => stampDaily({ failures, ...rest });
    authority.manner = 'error';
    await stampToday();
    expect(failures.counts()).toEqual({ timestamp: 1 });
    authority.manner = 'right';
    await stampToday();
    await stampToday();
    expect(authority.asked).toBe(2);
    expect(await tokens().countDocuments()).toBe(1);
    const told = await log.storage.audit.listEntries({ limit: 1 });
    expect(told).toMatchObject([{ seq: 6, action: 'head_timestamped', subject: '5' }]);
  });

  it('are not asked for where nobody is named, and a file without certificates is said', async () => {
    const nobody = await core({ config: { timestamp: {} } as Core['config'] });
    await stampDaily(nobody);
    expect(await openStamping(nobody)).toBeUndefined();
    expect(authority.asked).toBe(0);
    await expect(readTrusted({ caFile: '/dev/null' })).rejects.toThrow('Tidak ada sertifikat');
    expect((await readTrusted({})).length).toBeGreaterThan(50);
  });
});
