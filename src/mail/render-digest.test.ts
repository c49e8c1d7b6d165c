import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_OBSERVABLE_REASONS } from '../domain/coverage.js';
import type { Digest } from '../domain/digest.js';
import { renderDigest } from './render-digest.js';

const CONSOLE = 'https://netra.contoh.example/';

function aDigest(parts: Partial<Digest> = {}): Digest {
  return {
    officeCode: 'dinas-contoh',
    officeName: 'Dinas Contoh',
    region: '73.71',
    timeZone: 'Asia/Makassar',
    day: '2026-11-21',
    newFlags: 3,
    waiting: 5,
    overdue: 2,
    decided: 1,
    coverage: {
      accounts: 8,
      signals: 40,
      seen: 10,
      none: 18,
      notObservable: 12,
      reasons: { unproven: 5, login_wall: 7 },
    },
    ...parts,
  };
}

const EMPTY = { newFlags: 0, waiting: 0, overdue: 0, decided: 0 };
const LOW = { accounts: 8, signals: 40, seen: 2, none: 1, notObservable: 37, reasons: { unproven: 20, drift: 17 } };

/** What a reader of the HTML part sees. */
function seenText(html: string): string {
  return html
    .replace(/<(title|style)>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (e) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[e] ?? e,
    )
    .replace(/\s+/g, ' ');
}

describe('digest mail', () => {
  it('links nowhere where no console could answer, and still says where the rest is', () => {
    const { text, html } = renderDigest(aDigest(), {});
    expect(`${text}${html}`).not.toMatch(/https?:|href/);
    expect(text).toContain('Rinciannya ada di konsol');
  });

  it('says what is new, waiting, overdue, decided, and what could not be seen, in words', () => {
    const { subject, text } = renderDigest(aDigest(), { consoleUrl: CONSOLE });
    expect(subject).toBe('[Netra] Dinas Contoh, Sabtu, 21 November 2026: 3 tanda baru, 5 menunggu, 2 lewat waktu');
    expect(text).toContain('Dinas Contoh dan OPD di bawahnya, Sabtu, 21 November 2026 (WITA).');
    expect(text).toContain(
      'Baru pada hari itu: 3\nMenunggu keputusan: 5\nDi antaranya lewat 7 hari: 2\nDiputuskan pada hari itu: 1',
    );
    expect(text).toContain('Tidak dapat diamati: 12 — terhalang halaman masuk 7, belum terbukti pemiliknya 5');
    expect(text).toContain('Diam bukan tanda bersih dan bukan tanda salah');
  });

  it('says of an empty day both that nothing was marked and what could not be seen', () => {
    const { subject, text } = renderDigest(aDigest(EMPTY), { consoleUrl: CONSOLE });
    expect(subject).toContain('tidak ada tanda; 12 dari 40 sinyal tidak dapat diamati');
    expect(text).toContain('Tidak ada satu pun tanda');
    expect(text).toContain('Tidak dapat diamati: 12 — terhalang halaman masuk 7');
  });

  it('gives education notes one line that is no flag, on empty days too, and none on a withheld one', () => {
    const notes = [
      { title: 'Pose aman\u202E\ncontoh', acts: 3 },
      { title: 'Catatan lain', acts: 1 },
    ];
    const line = 'Catatan edukasi (bukan tanda): Pose aman contoh (3); Catatan lain (1).';
    for (const counts of [{}, EMPTY]) {
      const { text, html } = renderDigest(aDigest({ ...counts, notes }), { consoleUrl: CONSOLE });
      expect(text.split('\n').filter((l) => l.includes('Catatan edukasi'))).toEqual([line]);
      expect(seenText(html)).toContain(line);
    }
    expect(renderDigest(aDigest({ ...EMPTY, notes }), { consoleUrl: CONSOLE }).subject).toContain('tidak ada tanda');
    expect(renderDigest(aDigest({ coverage: LOW, notes }), { consoleUrl: CONSOLE }).text).not.toContain('Catatan');
    expect(renderDigest(aDigest(), { consoleUrl: CONSOLE }).text).not.toContain('Catatan edukasi');
  });

  it('says of a withheld day only why, and who should act', () => {
    const { subject, text } = renderDigest(aDigest({ coverage: LOW, newFlags: 987 }), { consoleUrl: CONSOLE });
    expect(subject).toContain('angka tanda ditahan, cakupan terlalu rendah');
    expect(text).toContain('Angka tanda ditahan: hanya 3 dari 40 sinyal dapat dilihat, kurang dari 20 %');
    expect(text).toContain('Pengelola registri: lengkapi mandat dan bukti kepemilikan akun: 20');
    expect(text).toContain('Pengelola sistem: jalankan netra doctor dan pulihkan kunjungan: 17');
    expect(`${subject}${text}`).not.toMatch(/987|Baru pada hari itu|Menunggu/);
    // The mail is in the reader's hands: what is withheld are its numbers.
    expect(`${subject}${text}`).not.toMatch(/rekap (ini )?ditahan/i);
  });

  it('names the operator where no signal was looked at', () => {
    const coverage = { accounts: 0, signals: 0, seen: 0, none: 0, notObservable: 0, reasons: {} };
    const { text } = renderDigest(aDigest({ coverage }), { consoleUrl: CONSOLE });
    expect(text).toContain('tidak ada satu sinyal pun yang diperiksa');
    expect(text).toContain('Pengelola sistem');
  });

  it('has words for every reason', () => {
    const reasons = Object.fromEntries(NOT_OBSERVABLE_REASONS.map((reason) => [reason, 1]));
    const { text } = renderDigest(aDigest({ coverage: { ...aDigest().coverage, reasons } }), { consoleUrl: CONSOLE });
    for (const reason of NOT_OBSERVABLE_REASONS) if (reason.includes('_')) expect(text).not.toContain(reason);
  });

  it('loads nothing, runs nothing and links only to the console', () => {
    const { html } = renderDigest(aDigest(), { consoleUrl: 'https://nama:sandi@netra.contoh.example/antrean' });
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form|style)\b|url\(|@import|\son\w+=/i);
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((m) => m[1])).toEqual([
      'https://netra.contoh.example/antrean',
    ]);
  });

  it('refuses a link that is no web address', () => {
    expect(() => renderDigest(aDigest(), { consoleUrl: 'javascript:alert(1)' })).toThrow(TypeError);
  });

  it('speaks English as second language', () => {
    const { subject, text } = renderDigest(aDigest(), { consoleUrl: CONSOLE, language: 'en' });
    expect(`${subject} ${text}`).not.toMatch(/\{\w+\}|tanda|menunggu/i);
    expect(text).toContain('Not observable: 12 — log-in wall 7');
  });

  it('says the same in both parts, whatever the numbers and the office name', () => {
    const count = fc.nat({ max: 50 });
    const digests = fc.record({
      officeName: fc.string({ unit: 'binary', maxLength: 60 }),
      newFlags: count,
      waiting: count,
      coverage: fc.record({ seen: count, none: count, notObservable: count }).map((c) => ({
        accounts: 1,
        signals: c.seen + c.none + c.notObservable,
        reasons: { drift: c.notObservable },
        ...c,
      })),
    });
    fc.assert(
      fc.property(digests, (parts) => {
        const { subject, text, html } = renderDigest(aDigest(parts), { consoleUrl: CONSOLE });
        const shown = seenText(html);
        for (const line of text.split('\n').filter((l) => /\p{L}/u.test(l) && !l.startsWith('http'))) {
          for (const part of line.split(/: (?=\d)|:$/)) expect(shown).toContain(part.replace(/\s+/g, ' ').trim());
        }
        expect(html.match(/<(?!!doctype|\/?(html|head|meta|title|body|div|h1|h2|p|a|table|tr|th|td)\b)/gi)).toBeNull();
        expect(subject).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 200 },
    );
  });
});
