import type { Catalogue } from '../say.js';

/** What every command says of what went wrong. */
export const FAILURE = {
  next: { id: '  langkah berikut: {hint}\n', en: '  next: {hint}\n' },
  both: { id: '\n  {problem}\n  langkah berikut: {hint}', en: '\n  {problem}\n  next: {hint}' },
} as const satisfies Catalogue;

/** What `netra up` says while it runs. */
export const UP = {
  console: { id: 'Konsol: {url}\n', en: 'Console: {url}\n' },
  data: { id: 'Data: {folder} · berhenti dengan Ctrl+C\n', en: 'Data: {folder} · stop with Ctrl+C\n' },
  notBoth: {
    id: '--console-only dan --workers-only: pilih salah satu, tidak keduanya.',
    en: '--console-only and --workers-only: choose one of them, not both.',
  },
  reader: { id: 'pembaca berjalan sebagai proses sendiri', en: 'the reader runs as a process of its own' },
  readerAgain: { id: 'pembaca berhenti; dinyalakan lagi', en: 'the reader stopped; started again' },
} as const satisfies Catalogue;

/** What `netra demo` says of itself. */
export const DEMO = {
  loading: { id: '[0/7] Memuat program …', en: '[0/7] Loading the program …' },
  filled: { id: '\nAntrean terisi. Buka {url}', en: '\nThe queue is filled. Open {url}' },
  howToStop: {
    id: 'Berhenti dengan Ctrl+C; data disimpan untuk lain kali.',
    en: 'Stop with Ctrl+C; the data is kept for another time.',
  },
} as const satisfies Catalogue;

/** What long work counts. */
export const PROGRESS = {
  acts: { id: 'tindakan', en: 'acts' },
  lines: { id: 'baris', en: 'lines' },
  packs: { id: 'paket', en: 'packs' },
} as const satisfies Catalogue;
