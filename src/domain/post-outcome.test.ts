import { describe, expect, it } from 'vitest';
import { outcomeOf } from './post-outcome.js';
import type { PostOutcome, PostProof } from './post-reading.js';

const proof = (way: string, means: readonly PostOutcome[], isUnverified?: true): PostProof => ({
  marker: 'contoh',
  way,
  host: 'contoh.example',
  means,
  isUnverified,
});

describe('a post', () => {
  it('is gone by two unlike proofs, and not by two that are alike', () => {
    expect(outcomeOf([proof('api', ['gone']), proof('page', ['gone'])], 'none')).toBe('gone');
    expect(outcomeOf([proof('page', ['gone']), proof('page', ['gone'])], 'none')).toBe('ambiguous');
  });

  it('is gone by one proof only where a post that is known to stand was seen', () => {
    expect(outcomeOf([proof('api', ['gone'])], 'none')).toBe('ambiguous');
    expect(outcomeOf([proof('api', ['gone'])], 'seen')).toBe('gone');
  });

  it('is what unlike proofs have in common', () => {
    expect(outcomeOf([proof('api', ['gone', 'private'])], 'seen')).toBe('ambiguous');
    expect(outcomeOf([proof('api', ['gone', 'private']), proof('account', ['gone'])], 'none')).toBe('gone');
    expect(outcomeOf([proof('api', ['gone']), proof('page', ['private'])], 'seen')).toBe('ambiguous');
  });

  it('is nothing by what nobody has verified', () => {
    expect(outcomeOf([proof('api', ['private'], true)], 'seen')).toBe('ambiguous');
    expect(outcomeOf([proof('api', ['gone'], true), proof('page', ['gone'], true)], 'seen')).toBe('ambiguous');
    expect(outcomeOf([proof('api', ['gone'], true), proof('page', ['gone'])], 'none')).toBe('gone');
  });

  it('is seen where it was seen, unless another way denies that it is there', () => {
    expect(outcomeOf([proof('api', ['age']), proof('page', ['seen'])], 'none')).toBe('seen');
    expect(outcomeOf([proof('api', ['gone']), proof('page', ['seen'])], 'none')).toBe('ambiguous');
    expect(outcomeOf([proof('api', ['gone', 'private', 'seen']), proof('page', ['seen'])], 'none')).toBe('seen');
  });
});

describe('what says nothing of the post', () => {
  it('is our own side where the control fails too, whatever was noticed', () => {
    const noticed: PostOutcome[] = ['wall', 'bot_challenge', 'gone', 'private', 'age', 'place'];
    for (const one of noticed) expect(outcomeOf([proof('page', [one])], 'failed')).toBe('own_side');
  });

  it('is told by the one that says most', () => {
    expect(outcomeOf([proof('api', ['wall']), proof('page', ['bot_challenge'])], 'none')).toBe('bot_challenge');
    expect(outcomeOf([proof('api', []), proof('page', ['own_side'])], 'none')).toBe('own_side');
    expect(outcomeOf([proof('api', [])], 'none')).toBe('ambiguous');
    expect(outcomeOf([], 'none')).toBe('ambiguous');
  });

  it('does not hide what another way says of it, and is not hidden by what nobody has verified', () => {
    expect(outcomeOf([proof('api', ['wall']), proof('page', ['private'])], 'none')).toBe('private');
    expect(outcomeOf([proof('api', ['wall']), proof('page', ['private'], true)], 'none')).toBe('wall');
  });
});
