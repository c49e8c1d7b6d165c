import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runScreen } from '../../src/cli/screen/screen.js';
import { anInput, EXAMPLE_DIR, RULES_DIR } from './screening.js';

function collector(to: string[]): Writable {
  return new Writable({
    write(chunk, _, done) {
      to.push(String(chunk));
      done();
    },
  });
}

async function screen(input: Readable | string | Buffer, options: { withPoints?: boolean } = {}) {
  const chunks: string[] = [];
  const errors: string[] = [];
  const sink = collector;
  const source = input instanceof Readable ? input : Readable.from([Buffer.from(input)]);
  const exitCode = await runScreen({
    input: source,
    output: sink(chunks),
    errors: sink(errors),
    rulesDir: RULES_DIR,
    electionsDir: EXAMPLE_DIR,
    clock: () => new Date('2026-11-01T00:00:00Z'),
    ...options,
  });
  const lines = chunks.join('').split('\n').filter(Boolean);
  return { exitCode, answers: lines.map((l) => JSON.parse(l)), errors: errors.join('') };
}
const line = (input: Parameters<typeof anInput>[0]) => JSON.stringify(anInput(input));

describe('netra screen', () => {
  it('answers every line in its place and leaves with 0', async () => {
    const input = Array.from({ length: 50 }, (_, i) =>
      line({ id: `p${i}`, text: i % 2 ? 'Ayo coblos Bram-Sekar' : 'Selamat pagi' }),
    );
    const { exitCode, answers } = await screen(input.join('\n'));
    expect(exitCode).toBe(0);
    expect(answers.map((a) => [a.id, a.flagged])).toEqual(input.map((_, i) => [`p${i}`, i % 2 === 1]));
  });

  it('says how a marked act came to the line where that is asked for, and else answers as ever', async () => {
    const input = [line({ text: 'Ayo coblos &quot;Bram-Sekar&quot;' }), line({ text: 'Selamat pagi' })].join('\n');
    const { answers } = await screen(input, { withPoints: true });
    const text = 'Ayo coblos &quot;Bram-Sekar&quot;';
    const [rule] = answers[0].points.signs.filter(({ sign }: { sign: string }) => sign === 'rule.call-to-vote');
    expect(rule.spans.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))).toContain(
      'coblos',
    );
    expect(answers[1]).not.toHaveProperty('points');
    for (const answer of (await screen(input)).answers) expect(answer).not.toHaveProperty('points');
  });

  it.each([
    ['no JSON', '{"id":', null, /^Baris bukan JSON/],
    ['no object', '[1]', null, /^Baris bukan objek/],
    [
      'more aims than an act can have',
      line({ id: 'x', target: { quoted: { quoted: { quoted: {} } } } }),
      'x',
      /^"target" memuat lebih dari tiga tujuan/,
    ],
    ['no id', '{"kind":"post"}', null, /^"id" tidak ada/],
    ['an unknown kind', '{"id":"x","kind":"retweet"}', 'x', /^"kind" tidak dikenal: "retweet" \(pilihan: post, share/],
    ['no text', '{"id":"x","kind":"post"}', 'x', /^"text" tidak ada/],
    [
      'a date without zone',
      line({ id: 'x', publishedAt: '2026-02-10' }),
      'x',
      /^"publishedAt" tidak terbaca: "2026-02-10"/,
    ],
    ['a day that does not exist', line({ id: 'x', publishedAt: '2026-13-41T00:00:00Z' }), 'x', /^"publishedAt"/],
    [
      'a region as a number',
      '{"id":"x","kind":"post","text":"","publishedAt":"2026-02-10T00:00:00Z","account":{"id":"a","region":35}}',
      'x',
      /^"account.region" bukan kode wilayah: "35"/,
    ],
    [
      'an unknown platform',
      line({ id: 'x', target: { account: { platform: 'friendster' as never, handle: 'a' } } }),
      'x',
      /^"target.account.platform" tidak dikenal/,
    ],
  ])('answers a line with %s on its place, goes on and leaves with 2', async (...[, bad, id, error]) => {
    const { exitCode, answers, errors } = await screen([line({ id: 'a' }), bad, line({ id: 'b' })].join('\n'));
    expect(exitCode).toBe(2);
    expect(answers.map((a) => a.id)).toEqual(['a', id, 'b']);
    expect(answers[1].error).toMatch(error);
    expect(errors).toContain('1 baris tidak dapat dibaca');
  });

  it('answers a line in another encoding', async () => {
    const latin = Buffer.concat([Buffer.from('{"id":"x","text":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    const { exitCode, answers } = await screen(Buffer.concat([latin, Buffer.from(line({ id: 'b' }))]));
    expect([exitCode, answers[0].error, answers[1].id]).toEqual([2, expect.stringMatching(/bukan UTF-8/), 'b']);
  });

  it('takes a byte order mark, Windows line ends and empty lines', async () => {
    const { exitCode, answers } = await screen(`\uFEFF${line({ id: 'a' })}\r\n\r\n${line({ id: 'b' })}\r\n`);
    expect([exitCode, answers.map((a) => a.id)]).toEqual([0, ['a', 'b']]);
  });

  it('screens the first part of a 10 MB text and says so', async () => {
    const text = `Ayo coblos Bram-Sekar ${'a '.repeat(5_000_000)}`;
    const { exitCode, answers, errors } = await screen(line({ text }));
    expect([exitCode, answers[0].flagged]).toEqual([0, true]);
    expect(errors).toContain('1 baris memuat teks lebih dari 100000 huruf');
  });

  it('refuses a line beyond 16 MB without keeping it, and goes on', async () => {
    const part = Buffer.alloc(1024 * 1024, 0x61);
    const input = Readable.from([...Array.from({ length: 18 }, () => part), Buffer.from(`\n${line({ id: 'b' })}\n`)]);
    const { exitCode, answers } = await screen(input);
    expect([exitCode, answers[0].error, answers[1].id]).toEqual([2, expect.stringMatching(/terlalu panjang/), 'b']);
  });

  it('says that dates lie in the future and screens them', async () => {
    const { answers, errors } = await screen(
      line({ text: 'Ayo coblos Bram-Sekar', publishedAt: '2030-01-01T00:00:00Z' }),
    );
    expect(answers[0].flagged).toBe(true);
    expect(errors).toContain('1 baris bertanggal di masa depan');
  });

  it('says so where no act falls in a stage: nothing could be marked', async () => {
    const note = 'tidak ada yang dapat ditandai';
    const early = line({ text: 'Ayo coblos Bram-Sekar', publishedAt: '1999-01-01T00:00:00Z' });
    expect((await screen(early)).errors).toContain(note);
    expect((await screen(`${early}\n${line({ text: 'Selamat pagi' })}`)).errors).not.toContain(note);
    expect((await screen('')).errors).not.toContain(note);
  });

  it('reads no further while nobody takes its answers', async () => {
    let read = 0;
    async function* source() {
      for (let i = 0; i < 400; i++) {
        read++;
        yield Buffer.from(`${Array.from({ length: 100 }, () => line({ text: 'Selamat pagi' })).join('\n')}\n`);
      }
    }
    const output = new PassThrough({ highWaterMark: 1024 });
    const run = runScreen({
      input: Readable.from(source()),
      output,
      errors: new PassThrough(),
      rulesDir: RULES_DIR,
      electionsDir: EXAMPLE_DIR,
    });
    await new Promise((resolve) => output.once('readable', resolve));
    expect(read).toBeLessThan(100);
    output.resume();
    expect(await run).toBe(0);
    expect(read).toBe(400);
  });

  it('leaves with 1 and names every fault when rules cannot be read', async () => {
    const errors: string[] = [];
    const sink = collector(errors);
    const exitCode = await runScreen({ input: Readable.from([]), output: sink, errors: sink, rulesDir: '/tidak/ada' });
    expect(exitCode).toBe(1);
    expect(errors.join('')).toContain('Folder tidak ada atau tidak dapat dibaca');
  });
});
