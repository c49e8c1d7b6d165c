import { beforeAll, describe, expect, it } from 'vitest';
import type { ScreenInput } from '../../src/domain/screening.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

let screener: RuleScreener;
beforeAll(async () => {
  const all = await loadAll();
  screener = new RuleScreener({ ...all.ruleSet, elections: all.elections });
});

const isMarked = (kind: ScreenInput['kind'], text: string, target: ScreenInput['target']) =>
  screener.screen(anInput({ kind, text, target })).flagged;

const TICKETS = [
  ['Bram-Sekar', 'pasangan-satu.contoh.test'],
  ['Danu-Ratna', 'pasangan-dua.contoh.test'],
  ['Hastu-Wulan', 'pasangan-tiga.contoh.test'],
] as const;
const VERDICTS = ['Palsu.', 'Hoaks', 'Bohong!', 'bohooong', 'Tipu-tipu', 'Fitnah', 'Ngapusi iki', 'Dusta', 'b0hong'];
const WARNINGS = [
  'Hati-hati, beredar surat dukungan ASN untuk X. Itu bukan dari dinas',
  'Jangan percaya, katanya coblos X dapat beras',
  'Ada yang mengatasnamakan kepala dinas mengajak dukung X, waspada',
  'Klarifikasi: foto camat berpose untuk X adalah editan',
  'Akun ini mencatut nama dinas untuk dukung X',
];
const CALLS = [
  'Ayo coblos X, perintah resmi bupati untuk semua guru',
  'Semua ASN diminta dukung X',
  'Kirim nomor KTP untuk dukung X, dapat pulsa',
];
/** Twice the same, to both kinds of acts. */
const KINDS = ['share', 'comment'] as const;
const about = (text: string, ticket: string, handle = 'warga.contoh.test') => ({
  account: { platform: 'bluesky' as const, handle },
  text: text.replace('X', ticket),
});

describe.each(TICKETS)('a verdict on what is said of %s', (ticket, handle) => {
  it.each(VERDICTS)('agrees with a warning, and denies a call: %s', (verdict) => {
    const marked = KINDS.flatMap((kind) =>
      [...WARNINGS, ...CALLS].filter((text) => isMarked(kind, verdict, about(text, ticket))),
    );
    expect(marked).toEqual([]);
  });

  it.each(['Bohong', 'Pembohong'])('is an attack below the own account of the ticket: %s', (verdict) => {
    expect(isMarked('comment', verdict, about('Coblos X, jalan mulus', ticket, handle))).toBe(true);
  });

  it('is an attack where it names the ticket, and support where it calls for it', () => {
    const target = about(WARNINGS[0]!, ticket);
    expect(isMarked('comment', `${ticket} pembohong, jangan dipilih`, target)).toBe(true);
    expect(isMarked('comment', `Bohong semua, tetap coblos ${ticket}`, target)).toBe(true);
  });

  it('joins an attack that it answers', () => {
    expect(isMarked('comment', 'Tipu semua', about('X paket tipu-tipu, jangan kasih suara', ticket))).toBe(true);
  });
});
