import type { Catalogue } from '../say.js';

/** What became of the browser. */
export const BROWSER = {
  lost: {
    message: {
      id: 'Peramban berhenti saat membaca halaman ({detail}).',
      en: 'The browser stopped while it read a page ({detail}).',
    },
    hint: {
      id: 'Halaman dibaca lagi sendiri; bila menetap, jalankan: netra doctor',
      en: 'The page is read again by itself; if this stays, run: netra doctor',
    },
  },
  stopping: { id: 'program berhenti', en: 'the program is stopping' },
  died: { id: 'proses mati', en: 'the process died' },
  cannotRun: { id: 'tidak dapat dijalankan', en: 'it cannot be run' },
} as const satisfies Catalogue;

export const REACH = {
  notWritten: { id: 'belum ditulis', en: 'not written yet' },
  notAsked: {
    id: 'halaman membuka alamat tanpa robots.txt ditanya',
    en: 'the page opened an address without robots.txt being asked',
  },
  sendsForm: { id: 'halaman mengirim formulir', en: 'the page sends a form' },
  robots: { id: 'robots.txt melarang halaman ini', en: 'robots.txt forbids this page' },
  redirects: { id: 'terlalu banyak pengalihan', en: 'too many redirects' },
  answered: { id: 'jawaban {status}', en: 'answered {status}' },
  answerTooLarge: { id: 'jawaban lebih dari {maxBytes} bita', en: 'an answer of more than {maxBytes} bytes' },
  wontClose: { id: 'halaman tidak mau ditutup', en: 'the page will not close' },
  tooSlow: { id: 'lebih dari {ms} ms', en: 'more than {ms} ms' },
  noSuchSite: { id: 'nama situs tidak ditemukan', en: 'there is no site of this name' },
  brokenAnswer: { id: 'jawaban rusak ({code})', en: 'a broken answer ({code})' },
  noConnection: { id: 'sambungan gagal', en: 'no connection' },
  innerAddress: { id: 'alamat jaringan dalam tidak dibuka', en: 'an address of the inner network is not opened' },
} as const satisfies Catalogue;

/** How Netra names itself to sites. */
export const ROBOT = {
  userAgent: {
    id: '{name}/0.1 (pengawasan netralitas ASN; hanya halaman publik; {contact})',
    en: '{name}/0.1 (watches the neutrality of civil servants; public pages only; {contact})',
  },
  contact: { id: 'kontak: pengelola instansi', en: 'contact: the office that runs it' },
} as const satisfies Catalogue;
