import type { Terms } from './terms.js';

/**
 * What a quoted sign of a ticket is. The Indonesian words are part of a flag's spans, which are compared byte for byte:
 * another wording is another engine.
 */
export const SIGN_TERMS = {
  name: { id: 'nama calon', en: "a candidate's name" },
  alias: { id: 'sebutan calon', en: "a candidate's by-name" },
  pair: { id: 'nama pasangan calon', en: "the ticket's name" },
  hashtag: { id: 'tagar pasangan calon', en: "the ticket's hashtag" },
  slogan: { id: 'semboyan pasangan calon', en: "the ticket's slogan" },
  party: { id: 'partai pengusung', en: 'a party behind it' },
  number: { id: 'nomor urut', en: 'ballot number' },
  sum: { id: 'hitungan yang hasilnya nomor urut', en: 'a sum whose answer is the ballot number' },
  finger: { id: 'simbol jari', en: 'fingers shown' },
  position: { id: 'letak di surat suara', en: 'place on the ballot paper' },
  colour: { id: 'warna pasangan calon', en: "the ticket's colour" },
  incumbent: { id: 'sebutan petahana', en: 'words for the incumbent' },
  empty_box: { id: 'kotak kosong', en: 'the empty box' },
  mention: { id: 'akun yang menyebut nama calon', en: 'an account that names a candidate' },
  account: { id: 'akun terdaftar pasangan calon', en: "the ticket's registered account" },
  team: { id: 'akun tim pasangan calon', en: "an account of the ticket's team" },
  poster: { id: 'gambar kampanye terdaftar', en: 'a registered campaign picture' },
  unnamed: { id: 'calon yang tidak disebut namanya', en: 'whoever stands, unnamed' },
} as const satisfies Terms<string>;

/** What ties an act to an election; the Indonesian words are part of spans as those of the signs are. */
export const ANCHOR_TERMS = {
  ballot: { id: 'surat suara atau bilik', en: 'the ballot' },
  contest: { id: 'pemilihan', en: 'the contest' },
  date: { id: 'hari pemungutan suara', en: 'the day of voting' },
  eve: { id: 'hari pemungutan suara yang sebentar lagi', en: 'the day of voting, soon' },
  choice: { id: 'memilih atau mendukung', en: 'choosing' },
  power: { id: 'jabatan dan kekuasaan', en: 'office and power' },
} as const satisfies Terms<string>;
