import type { RuleEntry } from '../../src/console/deps.js';
import { ROLES, type Role } from '../../src/domain/abilities.js';
import type { Office } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import type { Election } from '../../src/domain/election.js';
import type { ActivityKind } from '../../src/domain/platform.js';
import { timeZoneOf } from '../../src/domain/region.js';
import type { Cleared, Match, Note, Points, RuleCard, SetWords, Side, Span } from '../../src/domain/screening.js';

/** Everything here is invented ("contoh"): people, offices, handles, tickets, texts. */
export const NOW = new Date('2026-11-20T02:00:00Z');

export const PASSWORD = 'kata sandi contoh';

const office = (code: string, name: string, place: { region: string; parentCode?: string }): Office => ({
  ...{ code, name, timeZone: timeZoneOf(place.region) },
  ...place,
});

export const OFFICES: readonly Office[] = [
  office('SBY', 'Pemerintah Kota Contoh Surabaya', { region: '35.78' }),
  office('SBY-DINKES', 'Dinas Kesehatan (contoh)', { region: '35.78', parentCode: 'SBY' }),
  office('SBY-DISDIK', 'Dinas Pendidikan (contoh)', { region: '35.78', parentCode: 'SBY' }),
  office('SBY-PKM1', 'Puskesmas Contoh Satu', { region: '35.78', parentCode: 'SBY-DINKES' }),
  office('SULSEL-BAP', 'Bapenda Contoh Sulawesi Selatan', { region: '73' }),
  office('PAPUA-SETDA', 'Sekretariat Daerah Contoh Papua', { region: '91' }),
];

interface SampleUser {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly officeCodes: string[];
}

const NAMED_USERS: readonly SampleUser[] = [
  { username: 'reviewer', displayName: 'Sari Peninjau (contoh)', role: 'reviewer', officeCodes: ['SBY'] },
  { username: 'reviewer2', displayName: 'Bagus Peninjau (contoh)', role: 'reviewer', officeCodes: ['SBY'] },
  {
    username: 'reviewer-sulsel',
    displayName: 'Daeng Peninjau (contoh)',
    role: 'reviewer',
    officeCodes: ['SULSEL-BAP'],
  },
  { username: 'reviewer-none', displayName: 'Tanpa OPD (contoh)', role: 'reviewer', officeCodes: [] },
  { username: 'supervisor', displayName: 'Ratna Penyelia (contoh)', role: 'supervisor', officeCodes: ['SBY'] },
  { username: 'supervisor2', displayName: 'Hadi Penyelia (contoh)', role: 'supervisor', officeCodes: ['SBY'] },
  { username: 'analyst', displayName: 'Adi Analis (contoh)', role: 'analyst', officeCodes: [] },
  { username: 'sekda', displayName: 'Kantor Sekda (contoh)', role: 'sekda', officeCodes: ['SBY'] },
  { username: 'auditor', displayName: 'Aulia Auditor (contoh)', role: 'auditor', officeCodes: [] },
  { username: 'admin', displayName: 'Andi Admin (contoh)', role: 'admin', officeCodes: [] },
];

/** Whoever the tests know by name, and one person of each role besides. */
export const USERS: readonly SampleUser[] = [
  ...NAMED_USERS,
  ...ROLES.filter((role) => !NAMED_USERS.some((user) => user.role === role)).map((role) => ({
    username: role,
    displayName: `Orang ${role} (contoh)`,
    role,
    officeCodes: ['SBY'],
  })),
];

export const TICKETS: Readonly<Record<string, string>> = {
  'contoh-pilwalkot/1': '1 · Tirtayasa Contohpura dan Kemuningsari Contohlestari',
  'contoh-pilwalkot/2': '2 · Jagatnata Contohwijaya dan Puspaningtyas Contohayu',
  'contoh-pilgub/1': '1 · Bramantya Contohadi dan Sekarwangi Contohwati',
};

/** As far as the console asks for elections: which tickets there are. */
export const ELECTIONS = [
  {
    id: 'contoh',
    title: 'Pemilihan Contoh',
    contests: ['contoh-pilwalkot', 'contoh-pilgub'].map((id) => ({
      id,
      seat: `Jabatan ${id}`,
      tickets: Object.keys(TICKETS).flatMap((ticket) => (ticket.startsWith(`${id}/`) ? [{ id: ticket }] : [])),
    })),
  },
] as unknown as readonly Election[];

const CLAUSES = {
  D2: 'Sosialisasi/kampanye media sosial/online calon.',
  D6: 'Membuat posting, comment, share, like, bergabung/follow dalam group/akun pemenangan/calon.',
  D8: 'Mengadakan kegiatan yang mengarah kepada keberpihakan: pertemuan, ajakan, himbauan, seruan, pemberian barang.',
};

const RULES: Record<string, Omit<RuleCard, 'id' | 'clauses' | 'explanation'>> = {
  'call-to-vote': {
    title: 'Ajakan memilih pasangan calon',
    falsePositives: ['Kutipan berita tentang seruan orang lain', 'Ajakan datang ke TPS tanpa menyebut pilihan'],
  },
  'like-ticket-account': {
    title: 'Menyukai unggahan akun resmi pasangan calon',
    falsePositives: ['Tersentuh tanpa sengaja', 'Akun yang sama juga memuat berita umum'],
  },
  'own-support': {
    title: 'Pernyataan dukungan sendiri',
    falsePositives: ['Nama yang sama dengan orang lain', 'Kalimat sindiran'],
  },
};

const FALLBACK = { title: 'Aturan contoh', falsePositives: [] };

/** Our own stand-in at our own interface: the console needs words for a match, not the engine. */
export const screener: SetWords = {
  describe: (match) => ({
    id: match.rule,
    ...(RULES[match.rule] ?? FALLBACK),
    explanation: `Kata yang ditandai mengarah kepada ${match.tickets.map((t) => TICKETS[t] ?? t).join(', ')} pada masa kampanye.`,
    clauses: match.basis.map((item) => ({
      item,
      text: CLAUSES[item as keyof typeof CLAUSES] ?? 'Bunyi butir (contoh).',
      sourceStatus: 'verified_official',
    })),
  }),
  ticketLabel: (id) => TICKETS[id] ?? id,
  ruleText: (id) => RULES[id] && `id: ${id}\ntitle: ${RULES[id].title}\n`,
  signTitle: (sign) => RULES[sign.replace(/^rule\./, '')]?.title,
};

const clause = (item: keyof typeof CLAUSES) => ({ item, text: CLAUSES[item], sourceStatus: 'verified_official' });

/** As the composer describes the rule files in force. */
export const RULE_ENTRIES: readonly RuleEntry[] = [
  {
    ...{ id: 'call-to-vote', title: RULES['call-to-vote']!.title, status: 'live', subject: 'speech', effect: 'marks' },
    clauses: [clause('D2'), clause('D8')],
    weak: ['Ajakan di samping laporan tugas: 4 dari 14 ditemukan (contoh)'],
  },
  {
    ...{ id: 'own-support', title: RULES['own-support']!.title, status: 'live', subject: 'speech', effect: 'marks' },
    clauses: [clause('D2'), clause('D8')],
    weak: [],
  },
  {
    ...{ id: 'like-ticket-account', title: RULES['like-ticket-account']!.title, status: 'experimental' },
    ...{ subject: 'engagement', effect: 'marks', clauses: [clause('D6')], weak: [] },
  },
  {
    ...{ id: 'quoted-speech', title: 'Kutipan ucapan orang lain (contoh)', status: 'live', subject: 'clearing' },
    ...{ effect: 'clears', clauses: [], weak: [] },
  },
  {
    ...{ id: 'pose-near-ticket', title: 'Pose jari di dekat nama pasangan (contoh)', status: 'shadow' },
    ...{ subject: 'photo', effect: 'marks', clauses: [clause('D6')], weak: [] },
  },
  {
    ...{ id: 'pose-alone', title: 'Pose jari dalam foto kedinasan (contoh)', status: 'live', subject: 'photo' },
    ...{ effect: 'notes', clauses: [], weak: [] },
  },
];

export interface SampleAct {
  readonly id: string;
  readonly account: number;
  readonly kind: ActivityKind;
  readonly text: string;
  readonly hoursAgo: number;
  readonly target?: Activity['target'];
  readonly media?: Activity['media'];
  readonly publishedAtSource?: Activity['publishedAtSource'];
  readonly matches: readonly Match[];
  readonly cleared?: readonly Cleared[];
  readonly notes?: readonly Note[];
  readonly sides?: readonly Side[];
  readonly points?: Points;
}

export const spanOf = (text: string, words: string, means: string): Span => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the sample`);
  return { field: 'text', start, end: start + words.length, means };
};

export const match = (rule: string, spans: readonly Span[], more: Partial<Match> = {}): Match => ({
  rule,
  basis: ['D2', 'D8'],
  tickets: ['contoh-pilwalkot/1'],
  stance: 'support',
  spans,
  ...more,
});

export const HOSTILE =
  'Dukung <img src=x onerror="window.hacked=1"> nomor 1\u202E gnaro\u202C <script>window.hacked=2</script> ' +
  'javascript:window.hacked=3 se\u200Bm\u2060bunyi \u0007 {{7*7}} {"$gt":""}';

const CALL =
  'Ayo warga kampung, tanggal 4 nanti jangan lupa coblos Tirta-Kemuning nomor 1 ya! Rumahku siap jadi posko 😊 #TirtaKemuning';
const REPLY = 'Mantap pak, lanjutkan! Kami sekeluarga siap menangkan.';
const REPLY_TO = 'Terima kasih warga Surabaya. Bersama Jagat-Puspa kampung rapi rejeki menepi.';
const QUOTE = 'Kata berita: "Dukung Jagat-Puspa", seru ketua tim pemenangan. Saya cuma berbagi berita, ASN netral.';

/** Oldest first, as they stand in the queue. `account` counts in `ACCOUNTS`. */
export const ACTS: readonly SampleAct[] = [
  {
    id: 'flagcall0000000000000001',
    account: 0,
    kind: 'post',
    text: CALL,
    hoursAgo: 200,
    matches: [
      match('call-to-vote', [
        spanOf(CALL, 'coblos', 'ajakan memilih'),
        spanOf(CALL, 'Tirta-Kemuning', 'nama pasangan calon nomor 1'),
        spanOf(CALL, 'nomor 1', 'nomor urut'),
        spanOf(CALL, '#TirtaKemuning', 'tagar pasangan calon nomor 1'),
      ]),
    ],
    sides: [{ ticket: 'contoh-pilwalkot/1', stance: 'support' }],
    points: {
      total: 38,
      line: 16,
      signs: [
        { sign: 'rule.call-to-vote', points: 17, spans: [spanOf(CALL, 'coblos', 'ajakan memilih')] },
        { sign: 'ticket.full', points: 14, spans: [] },
        { sign: 'anchor.date', points: 11, spans: [spanOf(CALL, '4', '')] },
        { sign: 'text.long', points: -4, spans: [] },
      ],
    },
  },
  {
    id: 'flagquote000000000000002',
    account: 1,
    kind: 'share',
    text: QUOTE,
    hoursAgo: 30,
    matches: [
      match('own-support', [spanOf(QUOTE, 'Dukung Jagat-Puspa', 'kata dukungan di dekat nama pasangan')], {
        tickets: ['contoh-pilwalkot/2'],
      }),
    ],
    sides: [{ ticket: 'contoh-pilwalkot/2', stance: 'unclear' }],
    points: {
      total: 19,
      line: 16,
      signs: [
        { sign: 'rule.own-support', points: 30, spans: [spanOf(QUOTE, 'Dukung Jagat-Puspa', 'kata dukungan')] },
        { sign: 'ticket.full', points: 14, spans: [] },
        { sign: 'ticket.quoted', points: -21, spans: [] },
        { sign: 'style.reported', points: -4, spans: [] },
      ],
    },
    cleared: [
      {
        reason: 'Kutipan ucapan orang lain',
        spans: [spanOf(QUOTE, '"Dukung Jagat-Puspa", seru', 'seruan ketua tim, bukan ucapan sendiri')],
      },
      {
        reason: 'Membagikan berita tanpa kata sendiri',
        spans: [spanOf(QUOTE, 'cuma berbagi berita', 'menyebut diri hanya membagikan berita')],
      },
    ],
  },
  {
    id: 'flaghostile0000000000003',
    account: 2,
    kind: 'post',
    text: HOSTILE,
    hoursAgo: 20,
    target: { url: 'javascript:window.hacked=4', text: '<svg onload="window.hacked=5">' },
    matches: [
      match('own-support', [spanOf(HOSTILE, 'Dukung', 'kata dukungan'), spanOf(HOSTILE, 'nomor 1', 'nomor urut')]),
    ],
  },
  {
    id: 'flagreply000000000000004',
    account: 3,
    kind: 'comment',
    text: REPLY,
    hoursAgo: 9,
    target: { account: { platform: 'bluesky', handle: 'paslon2-surabaya.contoh.test' }, text: REPLY_TO },
    matches: [
      match(
        'own-support',
        [
          spanOf(REPLY, 'menangkan', 'ajakan memenangkan'),
          { ...spanOf(REPLY_TO, 'Jagat-Puspa', 'nama pasangan pada unggahan yang dibalas'), field: 'target.text' },
        ],
        { basis: ['D6'], tickets: ['contoh-pilwalkot/2'] },
      ),
    ],
  },
  {
    id: 'flaglike0000000000000005',
    account: 4,
    kind: 'like',
    text: '',
    hoursAgo: 5,
    target: {
      account: { platform: 'bluesky', handle: 'pasangan-satu.contoh.test' },
      text: 'Timur terang benderang, mari bergerak bersama.',
    },
    matches: [
      match(
        'like-ticket-account',
        [{ field: 'target.account', start: 0, end: 12, means: 'akun resmi pasangan calon' }],
        {
          basis: ['D6'],
          tickets: ['contoh-pilgub/1'],
          stance: 'unclear',
        },
      ),
    ],
  },
];

export const ACCOUNTS = [
  {
    name: 'Wiratmoko Contohsaputra',
    position: 'Perawat Ahli Muda',
    officeCode: 'SBY-PKM1',
    handle: 'wiratmoko.contoh.test',
  },
  {
    name: 'Lintang Contohandayani',
    position: 'Guru Ahli Pertama',
    officeCode: 'SBY-DISDIK',
    handle: 'lintang.contoh.test',
  },
  { name: 'Jaka Contohnugraha', position: 'Analis Kebijakan', officeCode: 'SBY-DINKES', handle: 'jaka.contoh.test' },
  { name: 'Mega Contohpertiwi', position: 'Pengelola Data', officeCode: 'SBY', handle: 'mega.contoh.test' },
  {
    name: 'Andi Contohmattola',
    position: 'Pemeriksa Pajak Daerah',
    officeCode: 'SULSEL-BAP',
    handle: 'andi.contoh.test',
  },
] as const;
