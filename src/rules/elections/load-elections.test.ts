import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getProvinces, getRegencies } from 'idn-area-data';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Election, stageAt } from '../../domain/election.js';
import { FileIssuesError } from '../../domain/errors.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import { compiledElectionsIn } from './compiled-election.js';
import { electionJsonSchema } from './election-json-schema.js';
import { knownRegions } from './known-regions.js';
import { loadElections } from './load-elections.js';
import { parseElection } from './parse-election.js';

const OWN = 'rules/elections';
const GOOD = `id: uji
title: Pemilihan uji
stages:
  - { stage: registration, from: 2026-01-05, to: 2026-01-07 }
  - { stage: determined, from: 2026-02-01 }
  - { stage: campaign, from: 2026-02-04, to: 2026-04-04 }
contests:
  - id: pilgub-35
    seat: Gubernur Jawa Timur
    region: '35'
    tickets:
      - number: 1
        names: [Bramantya Contohadi, Sekarwangi Contohwati]
        aliases: [bram-sekar, { text: bram, ambiguous: true }, { text: sekar }]
        hashtags: ['#BramSekar']
        accounts: [{ platform: bluesky, handle: '@Pasangan-Satu.contoh.test' }]
      - number: 2
        names: [Danurwenda Contohjaya]
`;

/** What an analyst reads of a file, in full; empty where it is good. */
function messagesOf(text: string, path = 'uji.yaml'): string {
  const file = parseElection(path, text);
  return file.ok ? '' : new FileIssuesError(file.issues).message;
}

/** The good file with one piece of it replaced. */
function having(piece: string, replacement: string): string {
  expect(GOOD).toContain(piece);
  return GOOD.replace(piece, replacement);
}

describe('parseElection', () => {
  it('reads signs, inherited stages, ticket ids and accounts', () => {
    const file = parseElection('uji.yaml', GOOD);
    if (!file.ok) throw new FileIssuesError(file.issues);
    const [contest] = file.value.contests;
    expect(contest).toMatchObject({ id: 'pilgub-35', electionId: 'uji', region: '35', hasEmptyBox: false });
    expect(contest!.stages.map((span) => span.stage)).toEqual(['registration', 'determined', 'campaign']);
    expect(contest!.stages[1]).toEqual({ stage: 'determined', from: '2026-02-01' });
    expect(contest!.tickets.map((ticket) => ticket.id)).toEqual(['pilgub-35/1', 'pilgub-35/2']);
    expect(contest!.tickets[0]).toMatchObject({
      aliases: [
        { text: 'bram-sekar', ambiguous: false },
        { text: 'bram', ambiguous: true },
        { text: 'sekar', ambiguous: false },
      ],
      hashtags: [{ text: '#BramSekar', ambiguous: false }],
      slogans: [],
      accounts: [{ platform: 'bluesky', handle: 'pasangan-satu.contoh.test' }],
    });
  });

  it("takes a contest's own stages instead of the election's", () => {
    const revote = having(
      "region: '35'\n",
      "region: '35'\n    stages: [{ stage: voting, from: 2026-06-01, to: 2026-06-01 }]\n",
    );
    const file = parseElection('uji.yaml', revote);
    expect(file.ok && file.value.contests[0]!.stages).toEqual([
      { stage: 'voting', from: '2026-06-01', to: '2026-06-01' },
    ]);
  });

  it('lets a second round follow a vote', () => {
    const rounds = having(
      '2026-04-04 }\n',
      '2026-04-04 }\n  - { stage: voting, from: 2026-04-08, to: 2026-04-08 }\n  - { stage: campaign, from: 2026-05-01, to: 2026-05-20 }\n',
    );
    expect(messagesOf(rounds)).toBe('');
  });

  it.each([
    ['stages:\n', 'stagess:\n', 'uji.yaml:3:1 Kunci tidak dikenal: "stagess"\n  hint: maksudnya "stages"?'],
    [
      'stage: determined',
      'stage: determind',
      'uji.yaml:5:14 Nilai "stage" tidak dikenal: "determind"\n  hint: maksudnya "determined"?',
    ],
    [
      'from: 2026-02-01',
      'from: 2026-02-30',
      'uji.yaml:5:32 Tanggal tidak sah\n  hint: tulis tahun-bulan-hari, misalnya 2024-11-27',
    ],
    [
      'to: 2026-01-07',
      'to: 2026-01-01',
      'uji.yaml:4:50 Tahap "registration" berakhir sebelum mulai\n  hint: tukar tanggalnya',
    ],
    [
      'to: 2026-01-07 }\n',
      'to: 2026-01-07 }\n  - { stage: campaign, from: 2026-01-10 }\n',
      'uji.yaml:6:14 Urutan tahap salah: "determined" sesudah "campaign"\n' +
        '  hint: urutan: registration, verification, determined, numbers_drawn, campaign, quiet, voting, counting',
    ],
    [
      'from: 2026-02-04',
      'from: 2026-01-20',
      'uji.yaml:6:30 Tahap "campaign" mulai sebelum "determined" (2026-02-01)\n' +
        '  hint: tulis tahap menurut tanggal mulainya',
    ],
    [
      'to: 2026-04-04 }\n',
      'to: 2026-04-14 }\n  - { stage: quiet, from: 2026-04-05, to: 2026-04-07 }\n',
      'uji.yaml:6:46 Tahap "campaign" (sampai 2026-04-14) melewati akhir tahap "quiet" (2026-04-07)\n' +
        '  hint: akhiri "campaign" sebelum 2026-04-05',
    ],
    [
      "region: '35'",
      'region: 35',
      `uji.yaml:10:13 "region" harus teks, bukan angka 35\n  hint: beri tanda kutip: '35'`,
    ],
    [
      "region: '35'",
      "region: '3578'",
      "uji.yaml:10:13 Kode wilayah salah bentuk\n  hint: tulis '35' untuk provinsi, '35.78' untuk kabupaten/kota, ID untuk nasional",
    ],
    [
      "region: '35'",
      "region: '97'",
      `uji.yaml:10:13 Kode wilayah tidak dikenal: "97"\n  hint: pakai kode Kemendagri, misalnya '35' atau '35.78'`,
    ],
    [
      "region: '35'",
      "region: '35.98'",
      `uji.yaml:10:13 Kode wilayah tidak dikenal: "35.98"\n  hint: pakai kode Kemendagri, misalnya '35' atau '35.78'`,
    ],
    ['number: 2', 'number: 1', 'uji.yaml:17:17 Nomor urut dipakai dua kali: "1"\n  hint: ubah salah satunya'],
    ['number: 2', 'number: 0', 'uji.yaml:17:17 "number" kurang: sedikitnya 1\n  hint: lengkapi nilainya'],
    [
      'number: 2',
      'number: 2.5',
      'uji.yaml:17:17 "number" harus angka bulat, bukan angka 2.5\n  hint: bandingkan dengan contoh di docs/',
    ],
    [
      "['#BramSekar']",
      "['#Bram Sekar']",
      "uji.yaml:15:20 Tagar harus mulai dengan # dan tanpa spasi\n  hint: tulis misalnya '#PasanganSatu', dengan tanda kutip",
    ],
    [
      "['#BramSekar']",
      '[BramSekar]',
      "uji.yaml:15:20 Tagar harus mulai dengan # dan tanpa spasi\n  hint: tulis misalnya '#PasanganSatu', dengan tanda kutip",
    ],
    [
      "'@Pasangan-Satu.contoh.test'",
      "'pasangan satu'",
      'uji.yaml:16:49 Nama akun tidak sah\n  hint: tulis nama akun tanpa spasi, misalnya pasangan.example',
    ],
    [
      'platform: bluesky',
      'platform: blusky',
      'uji.yaml:16:32 Nilai "platform" tidak dikenal: "blusky"\n  hint: maksudnya "bluesky"?',
    ],
    ['[Danurwenda Contohjaya]', "['']", 'uji.yaml:18:17 Teks kosong\n  hint: isi, atau hapus entri ini'],
    ['[Danurwenda Contohjaya]', '[]', 'uji.yaml:18:16 "names" kurang: sedikitnya 1 entri\n  hint: lengkapi nilainya'],
    [
      '[Danurwenda Contohjaya]',
      '["Danu\\u202Eayajhotnoc"]',
      'uji.yaml:18:17 Teks memuat tanda tersembunyi (kendali atau arah tulis)\n  hint: ketik ulang teksnya, jangan tempel',
    ],
    [
      'bram-sekar,',
      'b,',
      'uji.yaml:14:19 Tanda terlalu pendek untuk dikenali\n  hint: pakai sedikitnya dua huruf atau angka',
    ],
    [
      'ambiguous: true',
      'ambigous: true',
      'uji.yaml:14:45 Kunci tidak dikenal: "ambigous"\n  hint: maksudnya "ambiguous"?',
    ],
    [
      '[Danurwenda Contohjaya]\n',
      '[Danurwenda Contohjaya]\n        accounts: [{ platform: bluesky, handle: pasangan-satu.contoh.test }]\n',
      'uji.yaml:19:20 Akun dipakai dua kali: "bluesky:pasangan-satu.contoh.test"\n  hint: ubah salah satunya',
    ],
    [
      'id: uji',
      'id: Uji Coba',
      'uji.yaml:1:5 Id pemilihan hanya memuat huruf kecil, angka, titik dan tanda hubung\n  hint: misalnya pilgub-35',
    ],
  ])('answers %j turned into %j', (piece, replacement, expected) => {
    expect(messagesOf(having(piece, replacement))).toBe(expected);
  });

  it('misses stages that neither the election nor the contest has', () => {
    const bare = GOOD.replace(/stages:\n( {2}- .*\n)+/, '');
    expect(messagesOf(bare)).toBe(
      'uji.yaml:4:5 Kontes "pilgub-35" tidak punya tahapan\n  hint: tulis "stages" pada pemilihan atau pada kontes ini',
    );
  });

  it('says that a faulty file may be cut off, wherever inside a line it ends', () => {
    for (let length = GOOD.length - 2; length > 0; length -= 7) {
      const cut = GOOD.slice(0, length);
      if (cut.endsWith('\n')) continue;
      const file = parseElection('uji.yaml', cut);
      if (file.ok) continue;
      expect(
        file.issues.some((issue) => issue.hint.includes('terpotong')),
        cut.slice(-20),
      ).toBe(true);
    }
  });
});

describe('loadElections', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'netra-elections-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  const put = (name: string, text: string | Uint8Array) => writeFile(join(dir, name), text);
  const refusal = async () => {
    const error = await loadElections(dir).then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(FileIssuesError);
    return (error as FileIssuesError).message.replaceAll(`${dir}/`, '');
  };

  it('lists the faults of all files at once', async () => {
    await put('a.yaml', GOOD.replace('title:', 'titel:'));
    await put('b.yaml', GOOD.replace('number: 2', 'number: 1'));
    await put('c.yml', Buffer.from('id: caf\xe9\n', 'latin1'));
    expect(await refusal()).toBe(
      'a.yaml:2:1 Kunci tidak dikenal: "titel"\n  hint: maksudnya "title"?\n' +
        'b.yaml:17:17 Nomor urut dipakai dua kali: "1"\n  hint: ubah salah satunya\n' +
        'c.yml:1:1 Berkas bukan UTF-8\n  hint: simpan ulang dengan pengodean UTF-8',
    );
  });

  it('refuses one contest id for two contests of the same days, and takes it for other years', async () => {
    await put('a.yaml', GOOD);
    await put('b.yaml', GOOD.replace('id: uji', 'id: uji-2'));
    expect(await refusal()).toBe(
      'b.yaml:1:1 Id kontes "pilgub-35" pada masa yang sama sudah dipakai di a.yaml\n' +
        '  hint: beri id lain, misalnya dengan tahun di belakangnya',
    );
    await put('b.yaml', GOOD.replace('id: uji', 'id: uji-2').replaceAll('2026-', '2031-'));
    expect((await loadElections(dir)).elections.map((e) => e.id)).toEqual(['uji', 'uji-2']);
  });

  it('refuses an election id used by two files', async () => {
    await put('a.yaml', GOOD);
    await put('b.yaml', GOOD.replace('id: pilgub-35', 'id: pilgub-35b'));
    expect(await refusal()).toContain('b.yaml:1:1 Id pemilihan "uji" sudah dipakai di a.yaml');
  });

  it('takes an empty folder for a house before its first election, and refuses one that is missing', async () => {
    expect((await loadElections(dir)).elections).toEqual([]);
    await rm(dir, { recursive: true });
    expect(await refusal()).toContain('Folder pemilihan tidak dapat dibaca');
  });

  it('hashes what the files say, not their names, order or comments', async () => {
    const second = GOOD.replace('id: uji', 'id: uji-2').replace('id: pilgub-35', 'id: pilgub-35b');
    await put('a.yaml', GOOD);
    await put('b.yaml', second);
    const first = await loadElections(dir);
    expect(first.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    await put('a.yaml', `# catatan\n${second}`);
    await put('b.yaml', GOOD.replaceAll('\n', '\r\n'));
    expect(await loadElections(dir)).toEqual(first);
    await put('b.yaml', GOOD.replace('bram-sekar', 'bram-sekar-2'));
    expect((await loadElections(dir)).hash).not.toBe(first.hash);
  });

  it('loads the same from its compiled copies, and never an old copy of a changed file', async () => {
    const compiled = compiledElectionsIn(join(dir, 'cache'));
    await put('a.yaml', GOOD);
    const fresh = await loadElections(dir);
    expect(await loadElections(dir, { compiled })).toEqual(fresh);
    expect(await readdir(join(dir, 'cache'))).toHaveLength(1);
    expect(await loadElections(dir, { compiled })).toEqual(fresh);
    await put('a.yaml', GOOD.replace('Pemilihan uji', 'Pemilihan lain'));
    expect((await loadElections(dir, { compiled })).elections[0]!.title).toBe('Pemilihan lain');
    expect(await readdir(join(dir, 'cache'))).toHaveLength(1);
  });

  it('reads the file itself when a compiled copy is garbage or cannot be kept', async () => {
    await put('a.yaml', GOOD);
    const compiled = compiledElectionsIn(join(dir, 'cache'));
    const fresh = await loadElections(dir, { compiled });
    const [copy] = await readdir(join(dir, 'cache'));
    await writeFile(join(dir, 'cache', copy!), '{"key":');
    expect(await loadElections(dir, { compiled })).toEqual(fresh);
    expect(await loadElections(dir, { compiled: compiledElectionsIn(join(dir, 'a.yaml', 'tidak-mungkin')) })).toEqual(
      fresh,
    );
  });
});

describe('region codes', () => {
  it('are those of the area tables: the nation, 38 provinces, 514 regencies and cities', async () => {
    const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()]);
    const codes = [...provinces, ...regencies].map((area) => area.code);
    expect(codes).toHaveLength(38 + 514);
    expect([...knownRegions()].sort()).toEqual(['ID', ...codes].sort());
  });

  it('hold the four provinces of Papua made in 2022', () => {
    expect(['91', '92', '93', '94', '95', '96'].filter((code) => !knownRegions().has(code))).toEqual([]);
  });
});

describe('our own election files', () => {
  let elections: readonly Election[];
  beforeAll(async () => {
    elections = (await loadElections(OWN)).elections;
  });

  it('load together', () => {
    expect(elections.map((e) => [e.id, e.contests.length])).toEqual([
      ['pemilu-2024', 1],
      ['pilkada-2024', 545],
    ]);
  });

  it('hold every contest of Pilkada 2024: 37 for governor, 508 for regent or mayor, 37 against the empty box', () => {
    const { contests } = elections.find((e) => e.id === 'pilkada-2024')!;
    expect(contests.filter((c) => c.region.length === 2)).toHaveLength(37);
    expect(contests.filter((c) => c.region.length === 5)).toHaveLength(508);
    expect(contests.filter((c) => c.hasEmptyBox)).toHaveLength(37);
    expect(contests.flatMap((c) => c.tickets)).toHaveLength(1557);
    expect(contests.flatMap((c) => c.tickets).filter((t) => t.names.length !== 2)).toEqual([]);
    expect(new Set(contests.map((c) => c.region)).size).toBe(545);
    const unchosen = [...knownRegions()].filter((code) => !contests.some((c) => c.region === code)).sort();
    expect(unchosen).toEqual(['31.01', '31.71', '31.72', '31.73', '31.74', '31.75', '34', 'ID']);
  });

  it('leave the invented election aside, which is in its campaign in all three zones', async () => {
    const [{ contests }] = (await loadElections('rules/example')).elections as [Election];
    expect(contests.map((c) => zoneLabel(timeZoneOf(c.region)))).toEqual(['WIB', 'WIB', 'WIB', 'WITA', 'WIT']);
    expect(contests.map((c) => stageAt(c, new Date()))).toEqual(Array.from({ length: 5 }, () => 'campaign'));
    expect(contests.filter((c) => c.hasEmptyBox).map((c) => c.id)).toEqual(['contoh-pilbup-35.15']);
    const accounts = contests.flatMap((c) => c.tickets).flatMap((t) => t.accounts);
    expect(accounts.filter((a) => !/^[a-z0-9-]{3,18}\.contoh\.test$/.test(a.handle))).toEqual([]);
  });

  it('are explained by a worked example that loads', async () => {
    const [, example] = /```yaml\n(.*?)```/s.exec(await readFile('docs/elections.md', 'utf8'))!;
    expect(messagesOf(example!)).toBe('');
  });

  it('point editors at a schema that is up to date (npx vitest run -u src/rules/elections renews it)', async () => {
    await expect(electionJsonSchema()).toMatchFileSnapshot('../../../rules/schema/election.schema.json');
    for (const name of await readdir(OWN)) {
      const [first] = (await readFile(join(OWN, name), 'utf8')).split('\n');
      expect(first, name).toBe('# yaml-language-server: $schema=../schema/election.schema.json');
    }
  });
});
