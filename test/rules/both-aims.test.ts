import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityTarget } from '../../src/domain/activity.js';
import type { Screener } from '../../src/domain/screening.js';
import { createScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll, verdict } from './screening.js';

// Invented people and accounts of the sample election.
let screener: Screener;
let campaign: ActivityTarget;
const ownThread: ActivityTarget = { account: { platform: 'bluesky', handle: 'asn-contoh.test' }, text: 'utas sendiri' };
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = createScreener({ ...ruleSet, elections });
  const { platform, handle } = screener.ticketAccounts()[0]!;
  campaign = { account: { platform: platform as 'bluesky', handle }, text: 'Ayo coblos Bram-Sekar!' };
});
const screen = (input: Parameters<typeof anInput>[0]) => screener.screen(anInput(input));

describe('an act with two aims', () => {
  it('is judged by what it quotes like the quote that answers nobody', () => {
    const plain = screen({ kind: 'share', text: 'Simak', target: campaign });
    const answering = screen({ kind: 'comment', text: 'Simak', target: { ...ownThread, quoted: campaign } });
    expect(plain.flagged).toBe(true);
    expect(verdict(answering)).toEqual(verdict(plain));
    const fields = new Set(answering.matches.flatMap((match) => match.spans).map((span) => span.field));
    expect([...fields].every((field) => field === 'text' || field.startsWith('target.quoted.'))).toBe(true);
  });

  it('is judged by whom it answers like the answer that quotes nothing', () => {
    const plain = screen({ kind: 'comment', text: 'Simak', target: campaign });
    const quoting = screen({ kind: 'comment', text: 'Simak', target: { ...campaign, quoted: { text: 'resep soto' } } });
    expect(plain.flagged).toBe(true);
    expect(verdict(quoting)).toEqual(verdict(plain));
    expect(quoting.matches[0]?.spans).toEqual(plain.matches[0]?.spans);
  });

  it('lists a rule that fires on both once', () => {
    const both = screen({ kind: 'comment', text: 'Ayo coblos Bram-Sekar', target: { ...campaign, quoted: campaign } });
    const rules = both.matches.map((match) => match.rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect([...rules].sort()).toEqual(rules);
    expect(rules).toEqual(expect.arrayContaining(['call-to-vote', 'comment-ticket-account', 'share-ticket-account']));
    const call = both.matches.find((match) => match.rule === 'call-to-vote')!;
    expect(new Set(call.spans.map((span) => JSON.stringify(span))).size).toBe(call.spans.length);
  });

  it('is judged by a third aim, that of what it quotes, like the share that answers nobody', () => {
    const quoted = { ...ownThread, text: 'resep soto', quoted: campaign };
    const plain = screen({ kind: 'share', text: 'Simak', target: campaign });
    const answering = screen({ kind: 'comment', text: 'Simak', target: { ...ownThread, quoted } });
    expect(plain.flagged).toBe(true);
    expect(verdict(answering)).toEqual(verdict(plain));
    const fields = answering.matches.flatMap((match) => match.spans).map((span) => span.field);
    expect(fields.filter((field) => field.startsWith('target.quoted.quoted.'))).not.toEqual([]);
  });

  it('is not marked for a link besides that a post with the link is not marked for', () => {
    const link = { form: 'link' as const, url: 'https://kabar.test', text: 'Ayo coblos Bram-Sekar!' };
    const plain = screen({ kind: 'post', text: 'Simak', target: link });
    const answering = screen({ kind: 'comment', text: 'Simak', target: { ...ownThread, quoted: link } });
    expect(verdict(answering)).toEqual(verdict(plain));
  });
});
