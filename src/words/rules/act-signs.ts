import type { Terms } from '../terms.js';

/**
 * Signs of the scorecard that the program itself finds, as a person reads them: said of the act, small, so that they
 * stand in a sentence. Rules, frames and word lists are named by their own files.
 */
export const ACT_SIGN_TERMS = {
  'ticket.full': { id: 'pasangan calon disebut dengan jelas', en: 'a ticket clearly named' },
  'ticket.pointed': {
    id: 'pasangan calon hanya ditunjuk: nomor, jari, warna, letak di surat suara atau sebutan petahana',
    en: 'the ticket is only pointed at: number, fingers, colour, place on the ballot paper or as the incumbent',
  },
  'ticket.chosen': {
    id: 'pasangan calon hanya dikenali dari kata memilih di dekatnya',
    en: 'only a word of choosing ties the sign to a ticket',
  },
  'ticket.topical': {
    id: 'pasangan calon hanya dikenali dari kata jabatan dan kekuasaan di dekatnya',
    en: 'only words of office and power tie the sign to a ticket',
  },
  'ticket.first-name': { id: 'hanya nama depan, yang dimiliki banyak orang', en: 'only a first name, as many have' },
  'ticket.slogan': { id: 'hanya semboyan', en: 'only a slogan' },
  'ticket.party': { id: 'hanya nama partai', en: 'only the name of a party' },
  'ticket.pictured': { id: 'pasangan calon hanya ada dalam gambar', en: 'the ticket is only in a picture' },
  'ticket.answered': { id: 'menanggapi akun pasangan calon', en: "answers a ticket's account" },
  'ticket.team': {
    id: 'akun yang dituju milik tim, bukan akun terdaftar',
    en: "a team's account, not the registered one",
  },
  'ticket.retold': { id: 'kata sendiri tidak menyebut pasangan calon', en: 'the own words name no ticket' },
  'ticket.quoted': { id: 'pasangan calon hanya disebut dalam kutipan', en: 'the ticket is named in a quotation only' },
  'ticket.asked': { id: 'pasangan calon hanya disebut dalam pertanyaan', en: 'the ticket is named in a question only' },
  'numbers.several': { id: 'lebih dari satu nomor disebut', en: 'more than one number is named' },
  'target.elsewhere': {
    id: 'yang dijawab atau dibagikan tidak menyebut pemilihan',
    en: 'what is answered or shared speaks of no election',
  },
  'tickets.several': { id: 'lebih dari satu pasangan calon disebut', en: 'more than one ticket is named' },
  'tickets.listed': { id: 'pasangan calon disebut berjajar', en: 'tickets are named side by side' },
  'tickets.contrast': { id: 'yang satu dipuji, yang lain dicela', en: 'one is praised, another one blamed' },
  'tickets.even': {
    id: 'beberapa pasangan calon disebut, tidak satu pun diutamakan',
    en: 'several tickets are named and none is preferred',
  },
  'tickets.box': {
    id: 'pasangan calon dan kotak kosong disebut bersama',
    en: 'ticket and empty box are named together',
  },
  'tickets.every': { id: 'semua pasangan calon disebut', en: 'every ticket is named' },
  'rules.two': { id: 'sedikitnya dua aturan kena', en: 'at least two rules fire' },
  'rules.three': { id: 'sedikitnya tiga aturan kena', en: 'at least three rules fire' },
  'rules.free': { id: 'memihak, dan tidak ada yang meringankan', en: 'takes a side, and nothing clears' },
  'words.near': { id: 'katanya tepat di samping pasangan calon', en: 'the words stand right beside the ticket' },
  'words.question': { id: 'seluruhnya berupa pertanyaan', en: 'all of it is a question' },
  'text.short': { id: 'teksnya pendek', en: 'the text is short' },
  'text.long': { id: 'teksnya panjang', en: 'the text is long' },
  'text.unframed': { id: 'tidak ada yang meringankan dalam teksnya', en: 'nothing in the text clears' },
  'style.news': { id: 'berbentuk berita', en: 'it has the form of news' },
  'style.reported': { id: 'memberitakan ucapan orang lain', en: 'it reports what others said' },
  'style.headline': { id: 'berbentuk judul berita', en: 'it has the form of a headline' },
  'style.formal': { id: 'bergaya resmi', en: 'it is formal' },
  'style.bare': { id: 'hanya nama, tagar atau tautan', en: 'names, tags or links only' },
  'kind.comment': { id: 'berupa komentar', en: 'it is a comment' },
  'kind.share': { id: 'berupa bagikan', en: 'it is a share' },
  'anchor.ballot': { id: 'menyebut surat suara atau bilik', en: 'speaks of the ballot' },
  'anchor.contest': { id: 'menyebut pemilihan', en: 'speaks of the contest' },
  'anchor.date': { id: 'menyebut hari pemungutan suara', en: 'speaks of the day of voting' },
  'anchor.eve': { id: 'menyebut hari pemungutan suara yang sebentar lagi', en: 'speaks of the vote as near' },
  'anchor.power': { id: 'berbicara tentang jabatan dan kekuasaan', en: 'speaks of office and power' },
  'anchor.choice': { id: 'berbicara tentang memilih', en: 'speaks of choosing' },
} as const satisfies Terms<string>;
export type ActSignName = keyof typeof ACT_SIGN_TERMS;
