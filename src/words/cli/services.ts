import type { Catalogue, Message } from '../say.js';

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
