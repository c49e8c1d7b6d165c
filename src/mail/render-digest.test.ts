import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDigestDetail } from '../../test/support/a-digest-detail.js';
import { NOT_OBSERVABLE_REASONS } from '../domain/coverage.js';
import type { Digest } from '../domain/digest.js';
import { weekUpTo } from '../domain/digest-detail.js';
import { SIGNALS } from '../domain/platform.js';
import { renderDigest } from './render-digest.js';

const CONSOLE = 'https://netra.contoh.example/';

function aDigest(parts: Partial<Digest> = {}): Digest {
  return {
    officeCode: 'dinas-contoh',
    officeName: 'Dinas Contoh',
    region: '73.71',
    timeZone: 'Asia/Makassar',
    day: '2026-11-21',
    days: 1,
    newFlags: 3,
    waiting: 5,
    overdue: 2,
    decided: 1,
    detail: aDigestDetail({
      newBy: {
        office: [
          { value: 'upt-a', name: 'UPT Contoh A', flags: 2 },
          { value: 'upt-b', name: 'UPT Contoh B', flags: 1 },
        ],
        kind: [
          { value: 'post', flags: 2 },
          { value: 'like', flags: 1 },
        ],
        stage: [{ value: 'campaign', flags: 3 }],
        platform: [{ value: 'bluesky', flags: 3 }],
      },
      waitingSince: '2026-11-12',
      waitsFor: { evidence: 1, decision: 3, context: 1, settling: 0 },
      dueThisWeek: 2,
      decidedAs: { dismissed: 1 },
      week: weekUpTo(
        '2026-11-21',
        new Map([
          ['2026-11-21', 3],
          ['2026-11-14', 6],
        ]),
      ),
    }),
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

const EMPTY = { newFlags: 0, waiting: 0, overdue: 0, decided: 0, detail: aDigestDetail() };
const LOW = { accounts: 8, signals: 40, seen: 2, none: 1, notObservable: 37, reasons: { unproven: 20, drift: 17 } };

/** What a reader of the HTML part sees. */
function seenText(html: string): string {
  return html
    .replace(/<(title|style)>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|nbsp|#39);/g,
      (e) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' })[e] ?? e,
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
      'Baru pada hari itu: 3\nMenunggu keputusan: 5 — terlama sejak 12 November 2026\nDi antaranya lewat 7 hari: 2\n' +
        'Lewat waktu minggu ini bila tidak diputuskan: 2\nDiputuskan pada hari itu: 1 — dikesampingkan 1',
    );
    expect(text).toContain('Tidak dapat diamati: 12 — terhalang halaman masuk 7, belum terbukti pemiliknya 5');
    expect(text).toContain('Diam bukan tanda bersih dan bukan tanda salah');
  });

  it('says where the new ones are, who is waited for, and how the week compares', () => {
    const { text, html } = renderDigest(aDigest(), { consoleUrl: CONSOLE });
    expect(text).toContain('UPT Contoh A: 2\nUPT Contoh B: 1');
    expect(text).toContain('Tindakan: unggahan 2, suka 1\nTahapan: masa kampanye 3\nTempat: Bluesky 3');
    expect(text).toContain(
      'Sistem: buktinya belum selesai disegel: 1\nSatuan tugas: keputusan pertama: 3\n' +
        'Satuan tugas: konteks yang diminta belum terjawab: 1',
    );
    expect(text).toContain('Sab, 21 Nov: 3, pekan sebelumnya 6');
    expect(html).toContain('width:50%');
    expect(html).toContain('width:100%');
    const quiet = renderDigest(aDigest({ newFlags: 0, waiting: 0, detail: aDigestDetail() }), { consoleUrl: CONSOLE });
    expect(quiet.text).not.toMatch(/menurut OPD|ditunggu|tujuh hari/);
  });

  it('lists ten offices and adds the others up', () => {
    const office = Array.from({ length: 13 }, (_, i) => ({ value: `o${i}`, name: `OPD Contoh ${i}`, flags: 13 - i }));
    const detail = aDigestDetail({ ...aDigest().detail, newBy: { ...aDigest().detail.newBy, office } });
    const { text } = renderDigest(aDigest({ detail }), { consoleUrl: CONSOLE });
    expect(text).toContain('OPD Contoh 9: 4\n3 OPD lain: 6');
    expect(text).not.toContain('OPD Contoh 10');
  });

  it('speaks of a week to those who want one mail a week', () => {
    const { subject, text, html } = renderDigest(aDigest({ days: 7, day: '2026-11-22' }), { consoleUrl: CONSOLE });
    expect(subject).toBe('[Netra] Dinas Contoh, 16–22 November 2026: 3 tanda baru, 5 menunggu, 2 lewat waktu');
    expect(text).toContain('Rekap mingguan netralitas ASN');
    expect(text).toContain('Baru dalam pekan itu: 3');
    expect(text).toContain('satu kali sepekan');
    expect(text).not.toMatch(/hari itu|sehari/);
    expect(html).toContain(`href="${CONSOLE}decisions?day=2026-11-16&amp;until=2026-11-22"`);
  });

  it('says beside what could not be seen who can change it', () => {
    const { text } = renderDigest(aDigest(), { consoleUrl: CONSOLE });
    expect(text).toContain(
      'Siapa yang dapat mengubahnya\n\nPengelola registri: lengkapi mandat dan bukti kepemilikan akun: 5\nTidak ada: batas',
    );
  });

  it('leads to the pages of the console that show what it counts', () => {
    const { html } = renderDigest(aDigest(), { consoleUrl: CONSOLE });
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((m) => m[1]);
    expect(links).toEqual([
      CONSOLE,
      `${CONSOLE}?due=overdue`,
      `${CONSOLE}decisions?day=2026-11-21`,
      `${CONSOLE}?office=upt-a`,
      `${CONSOLE}?office=upt-b`,
      `${CONSOLE}registry?office=dinas-contoh`,
      CONSOLE,
    ]);
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

  it('withholds nothing for platforms that nothing reads: there acts are brought, and it says who brings them', () => {
    const brought = { accounts: 4, signals: 20, seen: 3, none: 0, notObservable: 17, reasons: { no_collector: 17 } };
    const { subject, text } = renderDigest(aDigest({ coverage: brought }), { consoleUrl: CONSOLE });
    expect(subject).toContain('3 tanda baru');
    expect(text).toContain('hanya dibawa orang 17');
    expect(text).toContain('Petugas: bawa tindakannya lewat laporan, temuan patroli, atau berkas (netra import): 17');
    expect(text).not.toContain('netra doctor');
    const nothing = { ...brought, seen: 0, notObservable: 20, reasons: { no_collector: 20 } };
    const ofNobody = renderDigest(aDigest({ ...EMPTY, coverage: nothing }), { consoleUrl: CONSOLE });
    expect(ofNobody.subject).toContain('angka tanda ditahan');
    expect(renderDigest(aDigest({ coverage: nothing }), { consoleUrl: CONSOLE }).subject).toContain('3 tanda baru');
  });

  it('says of each platform what is read by machine, only brought by people, and observable by nobody', () => {
    const ways = [
      { platform: 'bluesky', machine: SIGNALS, people: [], nobody: [] },
      { platform: 'x', machine: [], people: ['posts', 'shares', 'comments', 'follows'], nobody: ['likes'] },
    ] as const;
    for (const coverage of [aDigest().coverage, LOW]) {
      const { text, html } = renderDigest(aDigest({ ways, coverage }), { consoleUrl: CONSOLE });
      expect(text).toContain('Bluesky: dibaca mesin: unggahan, bagikan, suka, komentar, ikuti');
      const ofX = 'hanya dibawa orang: unggahan, bagikan, komentar, ikuti; tidak dapat diamati siapa pun: suka';
      expect(text).toContain(`X: ${ofX}`);
      expect(html).toContain(ofX);
    }
    expect(renderDigest(aDigest(), { consoleUrl: CONSOLE }).text).not.toContain('Bagaimana tindakan sampai');
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
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|url\(|@import|\son\w+=/i);
    // One of our own, for dark pages; it says nothing that could be fetched.
    expect(html.match(/<style/g)).toHaveLength(1);
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((m) => new URL(m[1]!.replaceAll('&amp;', '&')));
    expect(links.every(({ origin, password }) => origin === 'https://netra.contoh.example' && password === '')).toBe(
      true,
    );
    expect(links.at(-1)?.href).toBe('https://netra.contoh.example/antrean');
  });

  it('names each step of reports that is late and whose turn it is, also where no flag is there, and leads to them', () => {
    const overdueReports = { identified: 3, waits_for_registry: 1 };
    for (const parts of [{}, EMPTY, { coverage: LOW }]) {
      const { text, html } = renderDigest(aDigest({ ...parts, overdueReports }), { consoleUrl: CONSOLE });
      expect(text).toContain(
        'Laporan yang lewat tenggat\n--------------------------\n\n' +
          'Peninjau: uji kebenaran: 3\nPenyelia: menunggu registri: 1',
      );
      expect(html).toContain('https://netra.contoh.example/reports?due=overdue&amp;state=identified');
    }
    expect(renderDigest(aDigest(), { consoleUrl: CONSOLE }).text).not.toContain('lewat tenggat');
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
          for (const part of line.split(/: | — |:$/)) expect(shown).toContain(part.replace(/\s+/g, ' ').trim());
        }
        expect(
          html.match(/<(?!!doctype|\/?(html|head|meta|title|style|body|h1|h2|p|a|table|tr|th|td)\b)/gi),
        ).toBeNull();
        expect(subject).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 200 },
    );
  });
});
