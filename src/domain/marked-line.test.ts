import { expect, it } from 'vitest';
import { type LinePiece, markedLineOf } from './marked-line.js';
import type { Match } from './screening.js';

function marks(given: { proposes?: readonly Place[]; clears?: readonly Place[] }) {
  const spans = (places: readonly Place[] = []) =>
    places.map(([field, start, end]) => ({ field, start, end, means: 'contoh' }));
  const match: Match = { rule: 'contoh', basis: [], tickets: [], stance: 'support', spans: spans(given.proposes) };
  return { matches: [match], cleared: [{ reason: 'contoh', spans: spans(given.clears) }] };
}
type Place = readonly [field: string, start: number, end: number];

const told = (pieces: readonly LinePiece[]) =>
  pieces.map(({ text, tone }) => (tone ? `[${tone[0]} ${text}]` : text)).join('');
/** With its place before it and the own words behind it, as far as there are any. */
function shown(...given: Parameters<typeof markedLineOf>) {
  const line = markedLineOf(...given);
  if (!line) return undefined;
  const place = line.of === 'own' ? '' : `${line.of}: `;
  return `${place}${told(line.pieces)}${line.own ? ` | ${told(line.own)}` : ''}`;
}

it('is the first line with words, with what proposes and what speaks against it marked', () => {
  const act = { text: '\n Ayo coblos nomor satu, kata berita\nlain' };
  const both = marks({
    proposes: [
      ['text', 6, 12],
      ['text', 13, 18],
    ],
    clears: [['text', 11, 20]],
  });
  expect(shown(act, both)).toBe(' Ayo [p coblos][c  ][p nomor][c  s]atu, kata berita');
  expect(shown(act, marks({}))).toBe(' Ayo coblos nomor satu, kata berita');
  expect(shown({ text: '' }, marks({}))).toBeUndefined();
});

it('is the line where the first mark stands, if that is another one or far into it', () => {
  const act = { text: `Selamat pagi\n${'a'.repeat(200)}coblos`, target: { text: 'Unggahan pilih dia' } };
  expect(shown(act, marks({ proposes: [['text', 213, 219]] }))).toBe(`… ${'a'.repeat(24)}[p coblos]`);
  expect(shown({ text: 'wah', target: act.target }, marks({ proposes: [['target.text', 9, 14]] }))).toBe(
    'answered: Unggahan [p pilih] dia | wah',
  );
  expect(shown({ text: '', target: act.target }, marks({ proposes: [['target.account', 0, 9]] }))).toBe(
    'answered: Unggahan pilih dia',
  );
});

it('says where words stand that are not own ones, and never shows them without the own ones', () => {
  const words = 'kabar\nkata orang lain coblos 2';
  const marked = (field: string) => marks({ proposes: [[field, 22, 28]] });
  const text = 'Setuju\nsekali';
  const media = [{}, { text: words }];
  const quoted = { text: words, quoted: { form: 'link', text: words } } as const;
  for (const [field, place] of [
    ['media.1.text', 'picture'],
    ['target.text', 'answered'],
    ['target.quoted.text', 'quoted'],
    ['target.quoted.quoted.text', 'linked'],
  ] as const) {
    const act = { text, media, target: { text: words, quoted } };
    expect(shown(act, marked(field))).toBe(`${place}: … kata orang lain [p coblos] 2 | Setuju`);
    expect(shown({ ...act, text: '' }, marked(field))).toBe(`${place}: … kata orang lain [p coblos] 2`);
  }
});

it('has no character that nobody sees, and is cut between whole ones, whatever the spans say', () => {
  expect(
    shown(
      { text: '\u202Eco\u200Bblos\u0007 x' },
      marks({
        proposes: [
          ['text', 1, 7],
          ['text', -5, 900],
        ],
      }),
    ),
  ).toBe('[p coblos x]');
  const long = shown({ text: `a${'😊'.repeat(300)}` }, marks({}))!;
  expect(long.endsWith('😊…')).toBe(true);
  expect(long.length).toBeLessThanOrEqual(161);
});
