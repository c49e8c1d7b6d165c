import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { runRulesExplain } from '../../src/cli/rules/explain/explain.js';
import { runRulesTest } from '../../src/cli/rules/test/test.js';
import { NotFoundError } from '../../src/domain/errors.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import { copyRules, type RuleFolder } from '../rules-data/rule-folder.js';
import { runRules } from './run-rules.js';

let folder: RuleFolder;
beforeEach(async () => {
  folder = await copyRules();
});
afterEach(() => folder.remove());

const change = (file: string, edit: (source: string) => string) => folder.edit(file, edit);
const run = (command: Parameters<typeof runRules>[0]) => runRules(command, folder.dir);

describe('netra rules check', () => {
  it('says so when all is well', async () => {
    expect(await run(runRulesCheck)).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^\d+ aturan diperiksa/),
    });
  });

  it('lists every problem of every file in one run, with place and hint', async () => {
    await change('speech/praise.yaml', (s) =>
      s.replace('status: live', 'status: alive').replace('explain:', 'explian:'),
    );
    await change('tags/slogan.samples.yaml', () => 'match: []\nno_match: []\n');
    const { exitCode, text } = await run(runRulesCheck);
    expect(exitCode).toBe(2);
    expect(text).toBe(
      [
        'speech/praise.yaml:2:1 Kunci wajib tidak ada: "explain"\n  hint: tambahkan "explain: …"',
        'speech/praise.yaml:4:9 Nilai "status" tidak dikenal: "alive"\n  hint: maksudnya "live"?',
        'speech/praise.yaml:15:1 Kunci tidak dikenal: "explian"\n  hint: maksudnya "explain"?',
        'tags/slogan.samples.yaml:1:8 Contoh yang harus kena kurang dari 3\n  hint: tambahkan contoh',
        'tags/slogan.samples.yaml:2:11 Contoh yang tidak boleh kena kurang dari 4\n  hint: tambahkan contoh',
        '',
      ].join('\n'),
    );
  });

  it('holds the kinds that a rule still misses to short sentences without a candidate', async () => {
    await change(
      'speech/wish.yaml',
      (s) => `${s}weak: ['kurang', 'Doa bagi Bramantya Contohadi: 2 dari 9 ditemukan']\n`,
    );
    await change('speech/praise.yaml', (s) => `${s}weak: []\n`);
    const { exitCode, text } = await run(runRulesCheck);
    expect(exitCode).toBe(2);
    expect(text).toMatch(/speech\/wish\.yaml:\d+:8 "weak" ke-1 /);
    expect(text).toMatch(/speech\/wish\.yaml:\d+:\d+ Aturan menyebut nama calon: "Doa bagi Bramantya Contohadi: 2/);
    expect(text).toMatch(/speech\/praise\.yaml:\d+:7 "weak" /);
  });

  it('finds names that point nowhere', async () => {
    await change('speech/praise.yaml', (s) =>
      s
        .replace('lexicon: [praise]', 'lexicon: [prase]')
        .replace('none: [report]', 'none: [reprot]')
        .replace('E2', 'E9'),
    );
    const { text } = await run(runRulesCheck);
    expect(text).toContain('Leksikon "prase" tidak ada\n  hint: maksudnya "praise"?');
    expect(text).toContain('Seleksi "reprot" tidak ada\n  hint: maksudnya "report"?');
    expect(text).toContain('Seleksi "report" tidak dipakai');
    expect(text).toContain('Butir "E9" tidak ada di clauses.yaml');
    expect(text.match(/^speech\/praise\.yaml:\d+:\d+ /gm)).toHaveLength(4);
  });

  it('refuses a rule or word list that names a candidate, a party or a tag of a loaded election', async () => {
    await change('lexicon/praise.yaml', (s) => s.replace('phrases:\n  [', 'phrases:\n  [\n    Bramantya Contohadi,'));
    await change('speech/wish.yaml', (s) => s.replace('phrase: [', "phrase: ['#DanuRatna', contoh melati, "));
    const { exitCode, text } = await run(runRulesCheck);
    expect(exitCode).toBe(2);
    expect(text).toContain('Aturan menyebut nama calon: "Bramantya Contohadi"');
    expect(text).toMatch(/speech\/wish\.yaml:\d+:\d+ Aturan menyebut tagar pasangan calon: "#DanuRatna"/);
  });
});

describe('netra rules test', () => {
  it('names the sample that failed and leaves with 4', async () => {
    expect(await run(runRulesTest)).toMatchObject({ exitCode: 0 });
    await change('speech/wish.samples.yaml', (s) => s.replace('Amin ya rabbal alamin', 'Semoga {ticket.pair} menang'));
    const { exitCode, text } = await run(runRulesTest);
    expect(exitCode).toBe(4);
    expect(text).toContain('wish: "amin sebagai doa" tidak boleh kena, tetapi kena');
    expect(text).toContain('"Semoga Bram-Sekar menang" (contoh-pilgub-35/1)');
  });
});

describe('netra rules explain', () => {
  const explained = (subject: string) => run((options) => runRulesExplain({ ...options, subject }));

  it('shows a rule with its clauses and their source', async () => {
    expect((await explained('call-to-vote')).text).toMatch(
      /Ajakan memilih pasangan calon[\s\S]*D8 .*\[verified_official]/,
    );
    expect((await explained('call-to-vote')).text).toContain(
      'Semua: ticket, urging\n  Tidak satu pun: others, rejecting, asked, chooser\n',
    );
  });

  it('says on the card of a rule which kinds it still misses, and nothing where none are named', async () => {
    expect((await explained('number-call')).text).toMatch(
      /Masih lemah \(diukur pada korpus sendiri\):\n {2}Letak di surat suara.* 31 dari 48 ditemukan\n/,
    );
    expect((await explained('wish')).text).not.toContain('Masih lemah');
  });

  it('says why a text is marked, quoting it', async () => {
    const { text } = await explained('Yuk c0blos Bram-Sekar');
    expect(text).toMatch(/^DITANDAI/);
    expect(text).toContain('"c0blos" (memilih), "Bram-Sekar" (nama pasangan calon)');
  });

  it('says what the nearest rules lack where a text is not marked', async () => {
    const { text } = await explained('Apa benar Bram-Sekar itu hebat?');
    expect(text).toMatch(/^Tidak ditandai/);
    expect(text).toContain('praise: "hebat" (pujian) ada, tetapi ditanyakan (daftar praise; paling jauh 16 kata');
    const negated = await explained('Bram-Sekar bukan pembohong');
    expect(negated.text).toContain('insult: "pembohong" (hinaan atau kecaman) ada, tetapi diingkari');
    const far = await explained(`Bram-Sekar hadir. ${'Rapat berjalan lancar dan tertib. '.repeat(4)}Juara!`);
    expect(far.text).toContain('victory-claim: "Juara" (harapan menang) ada, tetapi tidak di tempat yang diminta');
  });

  it('refuses the id of a rule that does not exist', async () => {
    await expect(explained('call-to-vot')).rejects.toThrow(NotFoundError);
  });
});

describe('the hash of a rule set', () => {
  it('stays with comments and samples and changes with a word', async () => {
    const { hash } = await loadRules(folder.dir);
    await change('speech/praise.yaml', (s) => `# catatan\n${s}`);
    await change('speech/praise.samples.yaml', (s) => s.replace('hebat', 'luar biasa'));
    expect((await loadRules(folder.dir)).hash).toBe(hash);
    await change('lexicon/praise.yaml', (s) => s.replace('keren', 'kerennya'));
    expect((await loadRules(folder.dir)).hash).not.toBe(hash);
  });
});
