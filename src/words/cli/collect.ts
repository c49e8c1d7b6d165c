import type { Catalogue } from '../say.js';

export const COLLECTED = {
  visits: {
    id: '{visits} akun dikunjungi; {open} tanda menunggu keputusan.',
    en: '{visits} accounts visited; {open} flags wait for a decision.',
  },
  signals: {
    id: '  sinyal hari ini: {seen} terlihat, {none} nihil, {hidden} tidak dapat diamati',
    en: '  signals today: {seen} seen, {none} none, {hidden} not observable',
  },
  pause: {
    id: '  {platform}: platform meminta jeda {minutes} menit; {visits} kunjungan menunggu.',
    en: '  {platform}: the platform asked for a pause of {minutes} minutes; {visits} visits wait.',
  },
  afterPause: {
    id: '    langkah berikut: jalankan lagi sesudah itu, atau biarkan netra up meneruskannya.',
    en: '    next: run this again afterwards, or let netra up go on with it.',
  },
} as const satisfies Catalogue;
