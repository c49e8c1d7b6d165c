import type { Catalogue } from '../say.js';

/** Why something on Bluesky could not be read: details of a fault, in small letters. */
export const BLUESKY = {
  wish: {
    id: 'pemilik akun meminta agar tidak ditampilkan kepada orang yang tidak masuk',
    en: 'the owner asks not to be shown to people who are not logged in',
  },
  budget: { id: 'jatah kunjungan habis; sisanya menyusul', en: 'the budget of the visit is used up; the rest follows' },
  waiting: {
    id: '{count} tindakan menunggu: tujuannya belum dapat dicari; dicari lagi pada kunjungan berikut',
    en: '{count} acts wait: whom they are aimed at could not be looked up yet; the next visit tries again',
  },
  otherDid: { id: 'dokumen DID milik akun lain', en: 'the DID document is of another account' },
  unknownDid: { id: 'jenis DID tidak dikenal', en: 'a kind of DID that is not known' },
  noServer: { id: 'akun tidak lagi mempunyai server', en: 'the account has no server any more' },
  manyWaiting: {
    id: 'terlalu banyak tujuan belum dapat dicari; menyusul',
    en: 'too many targets could not be looked up yet; they follow',
  },
  shape: { id: 'jawaban tidak berbentuk seperti yang diharapkan', en: 'the answer has not the expected form' },
  answeredWith: { id: 'jawaban {status} {error}', en: 'answered {status} {error}' },
  refused: { id: 'permintaan ditolak dengan {status}', en: 'the request was refused with {status}' },
  notJson: { id: 'jawaban bukan JSON', en: 'the answer is not JSON' },
} as const satisfies Catalogue;

/** What is wrong with a folder of recipes. */
export const RECIPES = {
  doubleId: {
    message: { id: 'Resep dengan id "{id}" sudah ada', en: 'There is a recipe with the id "{id}" already' },
    hint: { id: 'Beri id lain, sama dengan nama berkasnya.', en: 'Give it another id, the same as its file name.' },
  },
} as const satisfies Catalogue;

/** The same of a page of the web. */
export const WEB_PAGE = {
  tooLarge: { id: 'halaman terlalu besar', en: 'the page is too large' },
  endless: { id: 'halaman tidak kunjung selesai', en: 'the page does not come to its end' },
  ledInside: { id: 'dialihkan ke jaringan dalam', en: 'led into the inner network' },
  silent: { id: 'halaman tidak menjawab', en: 'the page does not answer' },
  download: { id: 'bukan halaman, tetapi unduhan', en: 'no page but a download' },
  cannotOpen: { id: 'peramban tidak dapat membuka halaman', en: 'the browser cannot open the page' },
  browserStopped: { id: 'peramban berhenti', en: 'the browser stopped' },
  ledAway: { id: 'dialihkan ke halaman yang tidak dikenal resep', en: 'led to a page that the recipe does not know' },
  manyItems: { id: 'lebih dari {count} kiriman pada satu halaman', en: 'more than {count} items on one page' },
  nothingFound: {
    id: 'pemilih "{selector}" tidak menemukan apa pun; resep {recipe} perlu diperiksa',
    en: 'the selector "{selector}" finds nothing; the recipe {recipe} needs a look',
  },
  asksToLogIn: { id: 'halaman meminta masuk', en: 'the page asks to log in' },
  noRecipe: { id: 'tidak ada resep untuk alamat ini', en: 'there is no recipe for this address' },
  brokenRecipe: { id: 'resep rusak; jalankan: netra rules check', en: 'the recipe is broken; run: netra rules check' },
  badAddress: { id: 'alamat halaman tidak dapat dibaca', en: 'the address of the page cannot be read' },
  unreadable: { id: '{unreadable} dari {count} tidak terbaca', en: '{unreadable} of {count} could not be read' },
  restLater: {
    id: '{count} kiriman baru terbaca; sisanya pada kunjungan berikut',
    en: '{count} new items were read; the rest on the next visit',
  },
} as const satisfies Catalogue;

/** A setting of one post by its link. */
export const ONE_POST = {
  noControl: {
    message: {
      id: 'NETRA_CONTROL_LINKS memuat teks yang bukan tautan ke sebuah unggahan: {link}',
      en: 'NETRA_CONTROL_LINKS holds a text that is no link to a post: {link}',
    },
    hint: {
      id: 'Tulis tautan lengkap ke unggahan publik, dipisah spasi; periksa dengan: netra link -- TAUTAN',
      en: 'Write whole links to public posts, with spaces between; check with: netra link -- LINK',
    },
  },
} as const satisfies Catalogue;
