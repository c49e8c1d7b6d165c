import { describe, expect, it } from 'vitest';
import { marksChanged } from './changes.js';
import type { Example } from './fit-points.js';
import { changesOf, weigh } from './weigh.js';

const sideOf = (sign: string) => (sign.startsWith('frame.') ? ('against' as const) : ('for' as const));
const stanceOf = (sign: string) => (sign.startsWith('rule.') ? ('support' as const) : undefined);
const options = { sideOf, stanceOf, present: undefined, precision: 0.9 };

const example = (signs: string[], isMarkedByPeople: boolean, group = 'satu'): Example => ({
  signs,
  isMarkedByPeople,
  side: isMarkedByPeople ? 'support' : undefined,
  group,
});
const many = (count: number, one: Example) => Array.from({ length: count }, () => one);

const ACTS = ['satu', 'dua'].flatMap((group) => [
  ...many(40, example(['rule.call'], true, group)),
  ...many(5, example(['rule.praise'], true, group)),
  ...many(30, example(['rule.call', 'frame.warning'], false, group)),
  ...many(10, example(['rule.praise', 'frame.warning'], false, group)),
  ...many(20, example([], false, group)),
]);

describe('weighing signs', () => {
  it('gives points for and against, and finds the line where marks are right as often as asked', () => {
    const { card, curve, acts, told } = weigh(ACTS, options);
    expect({ acts, told }).toEqual({ acts: 210, told: 170 });
    expect(card.for['rule.call']).toBeGreaterThan(0);
    expect(card.against['frame.warning']).toBeGreaterThan(card.for['rule.call']! - card.line);
    expect(curve.find(({ line }) => line === card.line)).toMatchObject({ precision: 1, recall: 1, lawfulMarked: 0 });
  });

  it('is the same each time, whatever the order of the acts', () => {
    expect(weigh([...ACTS].reverse(), options)).toEqual(weigh(ACTS, options));
  });

  it('never lets a sign speak on the other side: a warning that people marked loses its points at most', () => {
    const turned = ACTS.map((act) => ({ ...act, isMarkedByPeople: act.signs.includes('frame.warning') }));
    const { card } = weigh(turned, { ...options, precision: 0.5 });
    expect(card.for).not.toHaveProperty(['frame.warning']);
    expect(card.against['frame.warning'] ?? 0).toBe(0);
  });

  it('says before anything is written which acts would be marked, and which no longer', () => {
    const strict = { line: 30, for: { 'rule.call': 20 }, against: { 'frame.warning': 15 } };
    const lax = { line: 10, for: { 'rule.call': 20, 'rule.praise': 5 }, against: { 'frame.warning': 15 } };
    expect(marksChanged(ACTS, strict, lax)).toEqual({ newMarks: 80, newRight: 80, lostMarks: 10, lostRight: 10 });
    expect(marksChanged(ACTS, lax, lax)).toEqual({ newMarks: 0, newRight: 0, lostMarks: 0, lostRight: 0 });
    expect(marksChanged(ACTS, undefined, lax)).toMatchObject({ newMarks: 0, lostMarks: 90, lostRight: 10 });
  });

  it('leaves pinned points as a person set them, and says what changes', () => {
    const present = { line: 9, for: { 'rule.call': 33 }, against: {}, pinned: ['rule.call'] };
    const { card } = weigh(ACTS, { ...options, present });
    expect(card.for['rule.call']).toBe(33);
    expect(card.pinned).toEqual(['rule.call']);
    expect(changesOf(present, card).map(({ sign }) => sign)).not.toContain('rule.call');
    expect(changesOf(present, card).map(({ sign }) => sign)).toContain('frame.warning');
  });

  it('changes only what it weighed: what no act shows keeps its points, pin and lean, and is told', () => {
    const present = {
      line: 9,
      for: { 'rule.call': 5, 'rule.unseen': 21, 'word.pinned-elsewhere': 7 },
      against: { 'frame.unseen': 12, 'frame.warning': 1 },
      leans: { 'rule.unseen': -30, 'rule.call': -9 },
      pinned: ['word.pinned-elsewhere', 'frame.unseen'],
    };
    const { card, notWeighed } = weigh(ACTS, { ...options, present });
    expect(card.for).toMatchObject({ 'rule.unseen': 21, 'word.pinned-elsewhere': 7 });
    expect(card.against).toMatchObject({ 'frame.unseen': 12 });
    expect(card.pinned).toEqual(present.pinned);
    expect(card.leans).toMatchObject({ 'rule.unseen': -30 });
    expect(card.leans?.['rule.call']).not.toBe(-9);
    expect(notWeighed).toEqual(['frame.unseen', 'rule.unseen', 'word.pinned-elsewhere']);
    expect(changesOf(present, card).map(({ sign }) => sign)).toEqual(['frame.warning', 'rule.call', 'rule.praise']);
  });

  it('keeps where acts lean as long as nobody named a side', () => {
    const present = { line: 9, for: {}, against: {}, leans: { 'act.any': 11 } };
    const decided = ACTS.map((act) => ({ ...act, side: undefined }));
    expect(weigh(decided, { ...options, present }).card.leans).toEqual({ 'act.any': 11 });
  });

  it('weighs word lists that lean, each on its side only, and gives them no points', () => {
    const sided = (leaning: string[], side: 'support' | 'attack') => ({
      ...example(['rule.call'], true),
      leaning,
      side,
    });
    const acts = [
      ...ACTS,
      ...many(20, sided(['word.joy'], 'support')),
      ...many(60, sided([], 'attack')),
      ...many(20, sided(['word.hardship', 'word.held'], 'attack')),
    ];
    const leaning = new Map([
      ['word.joy', 'support'],
      ['word.hardship', 'attack'],
      ['word.held', 'support'],
    ] as const);
    const { card } = weigh(acts, { ...options, stanceOf: (sign) => leaning.get(sign as never) ?? stanceOf(sign) });
    expect(card.leans?.['word.hardship']).toBeLessThan(0);
    expect(card.leans?.['word.joy']).toBeGreaterThan(0);
    expect(card.leans).not.toHaveProperty(['word.held']);
    expect(Object.keys(card.for)).not.toContain('word.joy');
  });

  it('leaves out what the set does not know any more', () => {
    const present = { line: 9, for: { 'rule.gone': 40 }, against: {}, leans: { 'rule.gone': 4 } };
    const known = (sign: string) => (sign === 'rule.gone' ? undefined : sideOf(sign));
    const { card, notWeighed } = weigh(ACTS, { ...options, sideOf: known, present });
    expect(notWeighed).toEqual([]);
    expect(card.for).not.toHaveProperty(['rule.gone']);
    expect(card.leans).not.toHaveProperty(['rule.gone']);
  });

  it('refuses a precision that no line reaches, and says which one is reached', () => {
    const mixed = [
      ...ACTS,
      ...many(2, example(['rule.call'], false)),
      ...many(2, example(['rule.call'], false, 'dua')),
    ];
    const asked = { ...options, precision: 0.99 };
    expect(() => weigh(mixed, asked)).toThrow(
      /^Ketepatan 0\.99 tidak tercapai .* Yang tertinggi 0\.9\d\d, pada garis \d+/,
    );
    const best = Number(/tertinggi (\S+),/.exec(messageOf(() => weigh(mixed, asked)))?.[1]);
    expect(weigh(mixed, { ...options, precision: best }).card.line).toBeGreaterThan(0);
    expect(() => weigh([], options)).toThrow('tidak tercapai');
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
