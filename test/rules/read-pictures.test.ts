import { beforeAll, describe, expect, it } from 'vitest';
import type { Screener, ScreenMedia } from '../../src/domain/screening.js';
import { createScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll, verdict } from './screening.js';

// Invented people and accounts of the sample election.
let screener: Screener;
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = createScreener({ ...ruleSet, elections });
});
const screen = (input: Parameters<typeof anInput>[0]) => screener.screen(anInput(input));
const CALL = 'Coblos nomor 1\nBram-Sekar untuk Jawa Timur';
const TICKET = 'contoh-pilgub-35/1';
const read = (text: string, poster?: string): ScreenMedia => ({ text, picture: { poster } });
const fieldsOf = ({ matches }: ReturnType<typeof screen>) =>
  new Set(matches.flatMap(({ spans }) => spans.map(({ field }) => field)));

describe('what a machine read off a picture', () => {
  it('is judged as a share of what it says, and its places are those of the picture', () => {
    const shared = screen({ kind: 'share', target: { text: CALL } });
    const shown = screen({ media: [{ text: 'foto' }, read(CALL)] });
    expect(shared.flagged).toBe(true);
    expect(verdict(shown)).toEqual(verdict(shared));
    expect([...fieldsOf(shown)]).toEqual(['media.1.text']);
    const spans = shared.matches.flatMap((match) => match.spans.map((span) => ({ ...span, field: 'media.1.text' })));
    expect(shown.matches.flatMap((match) => match.spans)).toEqual(spans);
  });

  it('is no own call: what the writer says of a picture stays the writer’s', () => {
    const own = screen({ media: [{ text: CALL }] }).matches.map(({ rule }) => rule);
    const shown = screen({ media: [read(CALL)] }).matches.map(({ rule }) => rule);
    expect(own).toContain('call-to-vote');
    expect(shown).toContain('share-campaign-post');
    expect(screen({ text: 'Selamat pagi', media: [read('Jadwal imunisasi balita')] }).flagged).toBe(false);
  });

  it('is heard beside the own words, each with what it says', () => {
    const both = screen({ text: 'Ayo coblos Bram-Sekar!', media: [read(CALL)] });
    expect([...fieldsOf(both)].toSorted()).toEqual(expect.arrayContaining(['media.0.text', 'text']));
    const hoax = screen({ text: 'Ini hoaks, jangan disebarkan', media: [read(CALL, TICKET)] });
    expect(hoax.flagged).toBe(false);
  });
});

describe('a registered campaign picture', () => {
  it('is a sign by itself, of its ticket, without a word on it', () => {
    for (const poster of [TICKET, 'contoh-pilgub-35/2']) {
      const { flagged, matches } = screen({ media: [read('', poster)] });
      expect({ flagged, rules: matches.map(({ rule, tickets }) => [rule, tickets]) }).toEqual({
        flagged: true,
        rules: [['share-poster', [poster]]],
      });
    }
  });

  it('of a contest that is not in force, or of a ticket that no file names, is none', () => {
    expect(screen({ media: [read('', TICKET)], publishedAt: '2020-01-01T00:00:00Z' }).flagged).toBe(false);
    expect(screen({ media: [read('', 'tak-ada/1')] }).flagged).toBe(false);
    expect(screen({ media: [read('')] }).flagged).toBe(false);
  });

  it('is nobody’s account', () => {
    const rules = screen({ media: [read('', TICKET)] }).matches.map(({ rule }) => rule);
    expect(rules).not.toContain('share-ticket-account');
  });
});
