import fc from 'fast-check';

interface Change {
  readonly kind: 'flip' | 'cut' | 'drop' | 'double' | 'put' | 'splice';
  /** Where, and how much, as parts of the whole. */
  readonly at: number;
  readonly length: number;
  readonly sign: number;
  readonly other: number;
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'double', 'put', 'splice'),
  at: part,
  length: part,
  sign: fc.integer({ min: 0, max: 255 }),
  other: part,
});

/** What breaks readers most often stands where a sign stood. */
const ODD = ['\0', '\uffff', '\ud800', '"', '\\', '-1', '1e999', '99999999999999999999', 'null', '[', '{', '%', '\n'];

/** One of them after some changes, each of some signs: most of it is still what the reader waits for. */
export function spoiled(samples: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([sample, changes]) => changes.reduce((text, one) => apply(text, one, samples), sample));
}

function apply(text: string, { kind, at, length, sign, other }: Change, samples: readonly string[]): string {
  const from = Math.floor(at * text.length);
  const to = Math.min(text.length, from + 1 + Math.floor(length * length * 40));
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (kind) {
    case 'flip':
      return before + String.fromCharCode((piece.charCodeAt(0) || 0) ^ (1 << (sign % 8))) + piece.slice(1) + after;
    case 'cut':
      return before;
    case 'drop':
      return before + after;
    case 'double':
      return before + piece.repeat(2 + (sign % 8)) + after;
    case 'put':
      return before + (ODD[sign % ODD.length] ?? '') + after;
    case 'splice': {
      const foreign = samples[Math.floor(other * (samples.length - 1))] ?? '';
      return before + foreign.slice(Math.floor(other * foreign.length));
    }
  }
}
