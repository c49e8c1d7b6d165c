import type { Advice, Catalogue, Message } from '../say.js';

export const STARTING_SERVICES = {
  id: 'Menyalakan MongoDB dan Redis di mesin ini …',
  en: 'Starting MongoDB and Redis on this machine …',
} as const satisfies Message;

/** What `netra doctor` says of the proxies before the console. */
export const PROXIES = {
  row: { id: 'Proksi', en: 'Proxies' },
  trusted: { id: '{count} dipercaya', en: '{count} trusted' },
  none: { id: 'tidak ada; X-Forwarded-For diabaikan', en: 'none; X-Forwarded-For is ignored' },
  unnamed: {
    id: 'konsol di belakang https, tetapi tidak ada proksi yang disebut: semua orang tampak masuk dari satu alamat',
    en: 'the console is behind https, yet no proxy is named: everybody seems to log in from one address',
  },
} as const satisfies Catalogue;

/** What `netra doctor` says of the scanner of brought files. */
export const SCANNER = {
  row: { id: 'Pemindai', en: 'Scanner' },
  none: {
    id: 'tidak ada: berkas laporan hanya digambar ulang atau disegel, tidak dipindai',
    en: 'none: files of reports are drawn anew or sealed, and not scanned',
  },
  answers: { id: 'menjawab', en: 'answers' },
  fails: {
    id: 'tidak menjawab seperti ClamAV (0 bersih, 1 berbahaya): berkas laporan ditolak sementara',
    en: 'does not answer as ClamAV does (0 clean, 1 harmful): files of reports are refused meanwhile',
  },
} as const satisfies Catalogue;

export const CONSOLE_PORT_TAKEN = {
  message: {
    id: 'Porta konsol {port} sudah dipakai, mungkin oleh Netra lain di mesin ini.',
    en: 'The console port {port} is taken, perhaps by another Netra on this machine.',
  },
  hint: {
    id: 'Hanya menambah pekerja: netra up --workers-only. Konsol kedua: NETRA_CONSOLE_PORT=<porta lain> netra up',
    en: 'Only more workers: netra up --workers-only. A second console: NETRA_CONSOLE_PORT=<another port> netra up',
  },
} as const satisfies Advice;
