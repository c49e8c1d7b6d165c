import { beforeAll, describe, expect, it } from 'vitest';
import type { Contest } from '../../src/domain/election.js';
import type { Screener } from '../../src/domain/screening.js';
import { createScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

let screener: Screener;
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = createScreener({ ...ruleSet, elections });
});
const screen = (input: Parameters<typeof anInput>[0]) => screener.screen(anInput(input));
const tickets = (input: Parameters<typeof anInput>[0]) => [...new Set(screen(input).matches.flatMap((m) => m.tickets))];

/** Invented: a nickname of one word, and one with its form of address. */
function withAliases(contest: Contest): Contest {
  const aliases: Record<number, string> = { 1: 'Khoirudin', 2: 'Gus Hasyim' };
  const tickets = contest.tickets.map((t) => ({
    ...t,
    aliases: [...t.aliases, ...(aliases[t.number] ? [{ text: aliases[t.number]!, ambiguous: false }] : [])],
  }));
  return contest.id === 'contoh-pilgub-35' ? { ...contest, tickets } : contest;
}

describe('a screened activity', () => {
  it('carries the keys of the format in their order, and the same bytes each time', () => {
    const once = JSON.stringify(screen({ text: 'Ayo coblos Bram-Sekar' }));
    expect(Object.keys(JSON.parse(once))).toEqual(
      'id flagged stage matches cleared ruleset elections engine sides points'.split(' '),
    );
    expect(JSON.stringify(screen({ text: 'Ayo coblos Bram-Sekar' }))).toBe(once);
    const unmarked = 'id flagged stage matches cleared ruleset elections engine'.split(' ');
    expect(Object.keys(screen({ text: 'Selamat pagi' }))).toEqual(unmarked);
  });

  it('lists matches by rule id, each with clauses, tickets and spans that quote the text as it came in', () => {
    const text = 'Ayo c0blos  𝗕𝗿𝗮𝗺-Sekar, hebat!';
    const { matches } = screen({ text });
    expect(matches.map((m) => m.rule)).toEqual([...matches.map((m) => m.rule)].sort());
    const call = matches.find((m) => m.rule === 'call-to-vote')!;
    expect(call.basis).toEqual(['D2', 'D8']);
    expect(call.tickets).toEqual(['contoh-pilgub-35/1']);
    expect(call.spans.map((s) => text.slice(s.start, s.end))).toEqual(['c0blos', '𝗕𝗿𝗮𝗺-Sekar']);
  });

  it('cites the clauses for a bakal calon before determination', () => {
    const { matches, stage } = screen({ text: 'Saya dukung Bram-Sekar', publishedAt: '2026-01-20T05:00:00Z' });
    expect(stage).toBe('verification');
    expect(matches.flatMap((m) => m.basis)).toEqual(['E2']);
  });

  it('is read by its own words where it shares a list of every ticket', () => {
    const target = { text: 'Survei: Danu-Ratna 38 persen, Bram-Sekar 35 persen, Hastu-Wulan 17 persen.' };
    const share = (text: string) => screen({ kind: 'share', text, target });
    expect(share('Nah kan, Danu-Ratna memimpin. Tinggal coblos nomor 2, beres!').flagged).toBe(true);
    expect([
      share('').flagged,
      share('Bram-Sekar, Danu-Ratna atau Hastu-Wulan, coblos nomor 1, 2 atau 3').flagged,
    ]).toEqual([false, false]);
  });

  it('is marked in no stage and for no ticket outside of a stage', () => {
    expect(screen({ text: 'Ayo coblos Bram-Sekar', publishedAt: '2025-12-31T05:00:00Z' })).toMatchObject({
      flagged: false,
      stage: null,
      matches: [],
    });
  });
});

describe('a ballot number', () => {
  it.each([
    'coblos nomor 2',
    'coblos no. urut dua',
    'Coblos nomer 2',
    'menangkan paslon 02',
    'ayo coblos 2️⃣',
    'pilih no 2 ya',
  ])('is read from "%s"', (text) => {
    expect(tickets({ text: `Ayo ${text}` })).toEqual(['contoh-pilgub-35/2']);
  });

  it('names every ticket it may mean where two contests are open', () => {
    const account = { id: 'a', region: '35.78' };
    expect(tickets({ text: 'Ayo coblos nomor 2', account })).toEqual([
      'contoh-pilgub-35/2',
      'contoh-pilwalkot-35.78/2',
    ]);
  });

  it('means nothing before the draw, in another province and in a queue', () => {
    expect(tickets({ text: 'Ayo coblos nomor 2', publishedAt: '2026-02-01T05:00:00Z' })).toEqual([]);
    expect(tickets({ text: 'Ayo coblos nomor 3', account: { id: 'a', region: '73.71' } })).toEqual([]);
    expect(tickets({ text: 'Antrean nomor 2, semoga cepat dan mantap pelayanannya' })).toEqual([]);
  });
});

describe('a ticket in text', () => {
  it.each([
    'Bramantya Contohadi',
    'Contohadi Bramantya',
    'H. Bramantya, S.E. Contohadi',
    'Bram & Sekar',
    'sekar dan bram',
    'Sekar-Bramantya',
  ])('is known as "%s"', (name) => {
    expect(tickets({ text: `Saya dukung ${name} sampai menang` })).toEqual(['contoh-pilgub-35/1']);
  });

  it('is known by a tag that nobody registered, of the usual shape', () => {
    expect(tickets({ text: '#BramSekarGubernur2026' })).toEqual(['contoh-pilgub-35/1']);
    expect(tickets({ text: '#dukungbramsekar' })).toEqual(['contoh-pilgub-35/1']);
  });

  it('is not meant by an ambiguous word alone, but by it beside another sign of the same ticket', () => {
    expect(tickets({ text: 'Terang bersama lebih hebat, kata Sekar tetangga saya' })).toEqual([]);
    expect(tickets({ text: 'Sekar hebat, saya dukung Bramantya Contohadi' })).toEqual(['contoh-pilgub-35/1']);
  });

  it('is known by another spelling of its names: two words alone, one word after a form of address', async () => {
    expect(tickets({ text: 'Bramantia Contohady hebat' })).toEqual(['contoh-pilgub-35/1']);
    expect(tickets({ text: 'Bramantya Contohadi hebat' })).toEqual(['contoh-pilgub-35/1']);
    const { ruleSet, elections } = await loadAll();
    const renamed = elections.map((e) => ({ ...e, contests: e.contests.map(withAliases) }));
    const other = createScreener({ ...ruleSet, elections: renamed });
    const named = (text: string) => other.screen(anInput({ text })).matches.flatMap((m) => m.tickets);
    expect(named('Khoirudin hebat')).toContain('contoh-pilgub-35/1');
    expect(named('Pak Choirudin hebat')).toContain('contoh-pilgub-35/1');
    expect(named('Choirudin hebat, masakannya enak')).toEqual([]);
    expect(named('Gus Hasyim hebat')).toContain('contoh-pilgub-35/2');
    expect(named('Pak Hasyim hebat')).toContain('contoh-pilgub-35/2');
    expect(named('Hasyim hebat, masakannya enak')).toEqual([]);
  });

  it('is the empty box where a ticket runs alone', () => {
    const account = { id: 'a', region: '35.15' };
    expect(tickets({ text: 'Ayo coblos kotak kosong', account })).toEqual(['contoh-pilbup-35.15/0']);
    const { sides } = screener.screen(anInput({ text: 'Ayo coblos kotak kosong', account }));
    expect(sides).toEqual([{ ticket: 'contoh-pilbup-35.15/0', stance: 'support' }]);
    expect(screener.ticketLabel('contoh-pilbup-35.15/0')).toBe('kotak kosong');
    const match = { rule: 'call-to-vote', tickets: ['contoh-pilbup-35.15/0'], basis: [] };
    const { title, explanation } = screener.describe(match, 'campaign');
    expect([title, explanation]).toEqual([
      'Ajakan memilih kotak kosong',
      'Mengajak memilih kotak kosong pada tahap masa kampanye.',
    ]);
    expect(tickets({ text: 'Ayo coblos kotak kosong', account: { id: 'a', region: '35.78' } })).toEqual([]);
  });

  it('counts outside its region by full name and tag, not by a short alias or a party', () => {
    const account = { id: 'a', region: '73.71' };
    expect(tickets({ text: 'Saya dukung Bramantya Contohadi', account })).toEqual(['contoh-pilgub-35/1']);
    expect(tickets({ text: 'Menang #BramSekar', account })).toEqual(['contoh-pilgub-35/1']);
    expect(tickets({ text: 'Saya dukung Bram-Sekar', account })).toEqual([]);
    expect(tickets({ text: 'Coblos Partai Contoh Melati', account })).toEqual(['contoh-pilgub-73/x'].slice(1));
  });
});

describe('the stance of a match', () => {
  const stances = (text: string) => new Map(screen({ text }).matches.map((m) => [m.rule, m.stance]));

  it('is unclear where irony stands beside the praise, and the irony is quoted', () => {
    expect(stances('Bram-Sekar hebat, programnya jelas').get('praise')).toBe('support');
    const text = 'Hebat ya Bram-Sekar, programnya jelas 🙄';
    expect(stances(text).get('praise')).toBe('unclear');
    const { spans } = screen({ text }).matches.find((m) => m.rule === 'praise')!;
    expect(spans.map((s) => [text.slice(s.start, s.end), s.means])).toContainEqual(['🙄', 'tanda ironi']);
  });

  it('stays what it is where people laugh with the ticket, and where the irony is about something else', () => {
    expect(stances('Bram-Sekar hebat 😂 programnya jelas').get('praise')).toBe('support');
    const elsewhere = `Bram-Sekar hebat. ${'Lalu kami pulang dan makan siang bersama. '.repeat(3)}Hebat ya nasinya 🙄`;
    expect(stances(elsewhere).get('praise')).toBe('support');
  });
});

describe('a weak sign', () => {
  it('needs company: two words of grumbling, a word of an election beside a short slogan or a salute', () => {
    const rules = (text: string) => screen({ text }).matches.map((m) => m.rule);
    expect(rules('Kenapa Bram-Sekar terlambat')).not.toContain('grumble');
    expect(rules('Kenapa sih Bram-Sekar bilang begitu')).toContain('grumble');
    expect(rules('Foto bersama seusai apel pagi, salam dua jari')).toEqual([]);
    expect(tickets({ text: 'Salam dua jari, coblos paslon kita' })).toEqual(['contoh-pilgub-35/2']);
  });

  it('says nothing where every ticket of the contest is named', () => {
    const names = ['Bram-Sekar', 'Danu-Ratna', 'Hastu-Wulan'];
    expect(screen({ text: `${names[0]} hebat` }).flagged).toBe(true);
    const all = screen({ text: `${names.join(', ')} sama-sama hebat` });
    expect(all.flagged).toBe(false);
    expect(all.cleared.map(({ reason }) => reason)).toContain('Menyebut semua pasangan calon');
  });
});

describe('acts without words', () => {
  const campaign = { account: { platform: 'bluesky' as const, handle: 'pasangan-satu.contoh.test' } };

  it.each([
    ['like', 'like-ticket-account'],
    ['follow', 'follow-ticket-account'],
    ['share', 'share-ticket-account'],
    ['comment', 'comment-ticket-account'],
  ] as const)('a %s at a registered account of a ticket is marked', (kind, rule) => {
    const { matches } = screen({ kind, target: campaign });
    expect(matches.map((m) => m.rule)).toContain(rule);
    expect(matches[0]!.spans[0]).toMatchObject({ field: 'target.account' });
  });

  it('a like at the election body is never marked, whatever it showed', () => {
    const target = {
      account: { platform: 'bluesky' as const, handle: 'kpu.contoh.test' },
      text: 'Visi misi Bram-Sekar',
    };
    expect(screen({ kind: 'like', target })).toMatchObject({
      flagged: false,
      cleared: [{ reason: 'Isi dari KPU atau Bawaslu' }],
    });
  });

  it('a reaction speaks of the ticket whose post it answers', () => {
    const { matches } = screen({ kind: 'comment', text: 'Pembohong, janji palsu', target: campaign });
    expect(matches.find((m) => m.rule === 'insult')).toMatchObject({
      stance: 'attack',
      tickets: ['contoh-pilgub-35/1'],
    });
  });
});

describe('describe', () => {
  it('gives the console title, explanation with names, and clauses with their source', () => {
    const { matches, stage } = screen({ text: 'Ayo coblos Bram-Sekar' });
    expect(screener.describe(matches[0]!, stage!)).toMatchObject({
      id: 'call-to-vote',
      title: 'Ajakan memilih pasangan calon',
      explanation: 'Mengajak memilih 1 · Bramantya Contohadi dan Sekarwangi Contohwati pada tahap masa kampanye.',
      clauses: [{ item: 'D2', sourceStatus: 'verified_official' }, { item: 'D8' }],
    });
  });
});
