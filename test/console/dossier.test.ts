import { createHash } from 'node:crypto';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWanted, runDossier } from '../../src/cli/dossier/dossier.js';
import { openPacks } from '../../src/evidence/open-packs.js';
import { createFlagEvidence } from '../../src/steps/flag-evidence.js';
import { runNetra } from '../support/run-netra.js';
import { testServices } from '../support/test-services.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACCOUNTS, HOSTILE, match, NOW, screener, spanOf } from './sample.js';
import { KEYS } from './seed-sample.js';

// Everything here is invented ("contoh"). The page is printed by nobody: what would be printed is what comes back.
let fixture: ConsoleFixture;
let callers: Record<'reviewer' | 'reviewer2' | 'supervisor' | 'sekda' | 'elsewhere', Caller>;
beforeAll(async () => {
  fixture = await startConsoleFixture();
  const names = ['reviewer', 'reviewer2', 'supervisor', 'sekda', 'reviewer-sulsel'];
  const [reviewer, reviewer2, supervisor, sekda, elsewhere] = await Promise.all(
    names.map((name) => callAs(fixture.app, name)),
  );
  callers = { reviewer, reviewer2, supervisor, sekda, elsewhere } as typeof callers;
});
afterAll(() => fixture.close());

const REASON = 'Wiratmoko mengajak memilih; sudah dicocokkan dengan @kawan.contoh (contoh).';
const TEXT = 'Wiratmoko dan @kawan.contoh mengajak: coblos Tirta-Kemuning! Salam dari @tetangga_contoh.';

let made = 0;
async function aConfirmedFlag(text = TEXT): Promise<string> {
  const id = `flagdossier${String(made++).padStart(13, '0')}`;
  const words = text.includes('coblos') ? 'coblos' : 'Dukung';
  await fixture.addAct({
    id,
    account: 0,
    kind: 'post',
    text,
    hoursAgo: 30,
    matches: [match('call-to-vote', [spanOf(text, words, 'ajakan memilih')])],
  });
  const verdict = { verdict: 'confirmed', reason: REASON, weighed: [], seenVersion: 2 };
  expect((await callers.reviewer.post(`/api/flags/${id}/verdict`, verdict)).statusCode).toBe(200);
  return id;
}

const get = (id: string, query: string, by = callers.reviewer) => by.get(`/api/flags/${id}/dossier?${query}`);
const filesOf = (zip: Buffer) => new Map(Object.entries(unzipSync(zip)));
const textOf = (files: Map<string, Uint8Array>, name: string) => Buffer.from(files.get(name)!).toString('utf8');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the dossier of a confirmed flag', () => {
  it('tells act and marks, rule and clause, reasons, digests, custody and how to check them', async () => {
    const id = await aConfirmedFlag();
    await callers.reviewer2.get(`/api/flags/${id}/evidence/text.txt`);
    const answer = await get(id, 'format=pdf');
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    const { manifestSha256, items } = (await fixture.storage.flags.findFlag(id))!.evidence!;
    for (const part of [
      id,
      ACCOUNTS[0].name,
      '<mark class="proposes">coblos<sup>1</sup></mark>',
      'Sosialisasi/kampanye media sosial/online calon.',
      'title: Ajakan memilih pasangan calon',
      'Wiratmoko mengajak memilih',
      'Sari Peninjau (contoh)',
      manifestSha256,
      ...items.map(({ sha256: digest }) => digest),
      'bukti disegel, tanda dibuka',
      'netra audit verify --head ',
      'tidak dapat diamati: terhalang halaman masuk',
      'data:image/png;base64,',
    ]) {
      expect(answer.body).toContain(part);
    }
  });

  it('is the same to the last byte however often it is looked at, and another one after the next verdict', async () => {
    const id = await aConfirmedFlag();
    const first = (await get(id, 'format=zip')).rawPayload;
    await callers.reviewer2.get(`/api/flags/${id}`);
    await callers.reviewer2.get(`/api/flags/${id}/evidence/text.txt`);
    fixture.setNow(new Date(NOW.getTime() + 3_600_000));
    const again = (await get(id, 'format=zip')).rawPayload;
    // Whoever may come to be the second person reads no verdict before that.
    expect((await get(id, 'format=zip', callers.reviewer2)).json().error.code).toBe('not_confirmed');
    fixture.setNow(NOW);
    expect(again.equals(first)).toBe(true);
    const second = { verdict: 'confirmed', reason: 'Sama (contoh).', weighed: [], seenVersion: 3 };
    expect((await callers.supervisor.post(`/api/flags/${id}/verdict`, second)).statusCode).toBe(200);
    const both = (await get(id, 'format=zip')).rawPayload;
    expect((await get(id, 'format=zip', callers.reviewer2)).rawPayload.equals(both)).toBe(true);
    const after = filesOf(both);
    expect(textOf(after, 'dossier.json')).toContain('Sama (contoh).');
    expect(textOf(after, 'dossier.json')).toContain('evidence_viewed');
  });

  it('has a ZIP with the sealed files as they were sealed, the rules, and a digest of each', async () => {
    const id = await aConfirmedFlag();
    const files = filesOf((await get(id, 'format=zip')).rawPayload);
    const { manifestSha256, items } = (await fixture.storage.flags.findFlag(id))!.evidence!;
    expect([...files.keys()].sort()).toEqual(
      ['SHA256SUMS', 'aturan/call-to-vote.yaml', 'bukti/manifest.json', 'dossier.json', 'dossier.pdf']
        .concat(items.map(({ name }) => `bukti/${name}`))
        .sort(),
    );
    expect(sha256(files.get('bukti/manifest.json')!)).toBe(manifestSha256);
    for (const { name, sha256: digest } of items) expect(sha256(files.get(`bukti/${name}`)!)).toBe(digest);
    const sums = textOf(files, 'SHA256SUMS').trim().split('\n');
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) expect(line.split('  ')[0]).toBe(sha256(files.get(line.split('  ')[1]!)!));
  });

  it('lets words of others neither out of their place nor run', async () => {
    const { body } = await get(await aConfirmedFlag(HOSTILE), 'format=pdf');
    expect(body).not.toMatch(/<script|<img src=x|\u202E|\u200B/);
    expect(body).toContain('&lt;script&gt;');
    expect(body).toContain('U+202E');
    expect(body).toContain("default-src 'none'");
  });

  it('hides in a masked copy whose act it is, who decided and whom it names, and leaves the pack out', async () => {
    const id = await aConfirmedFlag();
    const flag = (await fixture.storage.flags.findFlag(id))!;
    const files = filesOf((await get(id, 'format=zip&copy=masked')).rawPayload);
    expect([...files.keys()].sort()).toEqual(['SHA256SUMS', 'aturan/call-to-vote.yaml', 'dossier.json', 'dossier.pdf']);
    const { name, handle, position } = ACCOUNTS[0];
    for (const file of files.keys()) {
      const text = textOf(files, file);
      for (const word of [
        name,
        'Wiratmoko',
        handle,
        position,
        'kawan',
        'tetangga',
        'Sari',
        flag.reviews[0]!.reviewerId,
      ]) {
        expect(text, `${file} tells ${word}`).not.toContain(word);
      }
    }
    const { marked } = JSON.parse(textOf(files, 'dossier.json'));
    expect(marked.content.text).toHaveLength(TEXT.length);
    expect(textOf(files, 'dossier.pdf')).toContain('<mark class="proposes">coblos<sup>1</sup></mark>');
    expect(textOf(files, 'dossier.pdf')).toContain('Petugas 1');
  });

  it('keeps the ticket’s account in a masked copy, by which the rule marked, and no other', async () => {
    const verdict = { verdict: 'confirmed', reason: 'Contoh.', weighed: [], seenVersion: 2 };
    await callers.elsewhere.post('/api/flags/flaglike0000000000000005/verdict', verdict);
    const like = await get('flaglike0000000000000005', 'format=pdf&copy=masked', callers.elsewhere);
    expect(like.body).toContain('pasangan-satu.contoh.test');
    await callers.reviewer.post('/api/flags/flagreply000000000000004/verdict', verdict);
    const reply = await get('flagreply000000000000004', 'format=pdf&copy=masked');
    expect(reply.body).not.toContain('paslon2-surabaya');
  });

  it('is had by those who decide in its office, once confirmed, and by nobody whose blind verdict is to come', async () => {
    const id = await aConfirmedFlag();
    expect((await get(id, 'format=pdf', callers.sekda)).statusCode).toBe(403);
    expect((await get(id, 'format=pdf', callers.elsewhere)).statusCode).toBe(404);
    const blind = await get(id, 'format=pdf', callers.supervisor);
    expect([blind.statusCode, blind.json().error.code]).toEqual([409, 'not_confirmed']);
    expect(blind.body).not.toContain('Sari');
    expect((await callers.supervisor.get(`/api/flags/${id}`)).json().canHandOver).toBe(false);
    const dismissed = { verdict: 'dismissed', reason: 'Bukan (contoh).', weighed: [], seenVersion: 3 };
    await callers.supervisor.post(`/api/flags/${id}/verdict`, dismissed);
    expect((await get(id, 'format=pdf')).statusCode).toBe(409);
    expect((await get('flagcall0000000000000001', 'format=pdf')).statusCode).toBe(409);
  });

  it('stands in the log with its digest', async () => {
    const id = await aConfirmedFlag();
    const { rawPayload } = await get(id, 'format=zip&copy=masked');
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'exported', subject: id });
    expect(entry!.details).toEqual({ format: 'zip', copy: 'masked', files: sha256(rawPayload) });
  });

  it('is not made where the evidence is not as it was sealed', async () => {
    const id = await aConfirmedFlag();
    const place = join(fixture.evidenceDir, ...(await placeOf(id)), 'text.txt');
    await writeFile(place, `${await readFile(place, 'utf8')} `);
    for (const copy of ['full', 'masked']) {
      const answer = await get(id, `format=zip&copy=${copy}`);
      expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'evidence_broken']);
    }
  });
});

describe('`netra dossier`', () => {
  async function run(id: string, wanted: Partial<DossierWanted>) {
    const { storage, evidence } = fixture;
    let said = '';
    const write = (text: string) => {
      said += text;
    };
    const packs = { evidence: createFlagEvidence({ packs: openPacks(evidence), activities: storage.activities }) };
    const sets = { wordsOf: async () => screener };
    const deps = { ...storage, ...packs, sets, printPage: async (html: string) => Buffer.from(html), clock: () => NOW };
    const code = await runDossier({ ...deps, write }, id, { format: 'zip', copy: 'full', json: true, ...wanted });
    return { code, said };
  }
  const fileFor = (name: string) => join(fixture.dataDir, name);

  it.each(['full', 'masked'] as const)(
    'writes the %s copy of the console, byte for byte, and says so to the log',
    async (copy) => {
      const id = await aConfirmedFlag();
      const out = fileFor(`${copy}.zip`);
      const { code, said } = await run(id, { copy, out });
      const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
      const { rawPayload } = await get(id, `format=zip&copy=${copy}`);
      const [byConsole] = await fixture.storage.audit.listEntries({ limit: 1 });
      expect((await readFile(out)).equals(rawPayload)).toBe(true);
      expect((await stat(out)).mode & 0o777).toBe(0o600);
      expect(entry).toMatchObject({ actor: 'system:cli', action: 'exported', subject: id });
      expect(entry!.details).toEqual(byConsole!.details);
      expect([code, JSON.parse(said)]).toEqual([
        0,
        {
          file: out,
          bytes: rawPayload.byteLength,
          sha256: sha256(rawPayload),
          format: 'zip',
          copy,
          isAwaitingSecond: true,
        },
      ]);
    },
  );

  it('as a process prints with the real browser, the same to the last byte twice, each with its entry of the log', async () => {
    const id = await aConfirmedFlag();
    const { mongodbUri, redisUrl: REDIS_URL } = testServices();
    const uri = new URL(mongodbUri);
    uri.pathname = fixture.databaseName;
    const { NETRA_CHROMIUM } = process.env;
    const env = {
      ...{ MONGODB_URI: uri.href, REDIS_URL, NETRA_DATA_DIR: fixture.dataDir, NETRA_LOG_LEVEL: 'silent' },
      NETRA_HASH_KEY: KEYS.hashKey.toString('base64'),
      NETRA_FIELD_KEY: KEYS.fieldKey.toString('base64'),
      NETRA_AUDIT_KEY: KEYS.auditKey.toString('base64'),
      ...(NETRA_CHROMIUM ? { NETRA_CHROMIUM } : {}),
    };
    const print = async (name: string) => {
      const out = fileFor(name);
      const { exitCode, stdout, stderr } = await runNetra(['dossier', id, '--format', 'pdf', '--out', out, '--json'], {
        env,
      });
      expect(exitCode, stderr).toBe(0);
      const bytes = await readFile(out);
      expect(JSON.parse(stdout)).toMatchObject({ file: out, bytes: bytes.byteLength, sha256: sha256(bytes) });
      return bytes;
    };
    const [one, two] = [await print('one.pdf'), await print('two.pdf')];
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(two.equals(one)).toBe(true);
    const entries = await fixture.storage.audit.listEntries({ limit: 2 });
    expect(entries.map(({ actor, action, details }) => [actor, action, details.files])).toEqual(
      [one, two].map((bytes) => ['system:cli', 'exported', sha256(bytes)]),
    );
  });

  it('says in words whose eyes it is not for while a second person is still to decide', async () => {
    const id = await aConfirmedFlag();
    const first = await run(id, { json: false, format: 'pdf', out: fileFor('first.pdf') });
    expect(first.said).toContain('Menunggu orang kedua');
    const second = { verdict: 'confirmed', reason: 'Sama (contoh).', weighed: [], seenVersion: 3 };
    await callers.supervisor.post(`/api/flags/${id}/verdict`, second);
    const both = await run(id, { json: false, format: 'pdf', out: fileFor('both.pdf') });
    expect(both.said).not.toContain('Menunggu orang kedua');
    expect(both.said).toContain('data pribadi');
  });

  it('writes over nothing, and neither writes nor logs where there is nothing to hand over', async () => {
    const id = await aConfirmedFlag();
    const out = fileFor('standing.zip');
    await writeFile(out, 'lama');
    const last = async () => (await fixture.storage.audit.listEntries({ limit: 1 }))[0]?.seq;
    const before = await last();
    await expect(run(id, { out })).rejects.toThrow('sudah ada');
    await expect(run('flagcall0000000000000001', { out: fileFor('none.zip') })).rejects.toThrow('tidak dikonfirmasi');
    await expect(run('tidak-ada', { out: fileFor('none.zip') })).rejects.toThrow('tidak ada');
    const place = join(fixture.evidenceDir, ...(await placeOf(id)), 'text.txt');
    await writeFile(place, `${await readFile(place, 'utf8')} `);
    const broken = await run(id, { out: fileFor('none.zip') });
    expect([broken.code, JSON.parse(broken.said)]).toEqual([4, { file: 'text.txt', problem: expect.any(String) }]);
    expect(await readFile(out, 'utf8')).toBe('lama');
    await expect(access(fileFor('none.zip'))).rejects.toThrow();
    expect(await last()).toBe(before);
  });
});

async function placeOf(flagId: string): Promise<string[]> {
  for await (const { path, flagId: of } of fixture.evidence.listPlaces()) if (of === flagId) return path.split('/');
  throw new Error(`no pack of ${flagId}`);
}
