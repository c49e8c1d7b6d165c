import type { PostOutcome, PostReading } from '../domain/post-reading.js';
import type { Terms } from './terms.js';

/** What came of looking at a post, as a reviewer is told it. */
export const POST_OUTCOME_TERMS = {
  seen: { id: 'unggahan terlihat', en: 'the post was seen' },
  wall: {
    id: 'platform meminta masuk atau menutup diri bagi mesin',
    en: 'the platform wants a log-in or shuts machines out',
  },
  private: { id: 'hanya terlihat oleh kalangan pemiliknya', en: 'only those whom its owner lets in can see it' },
  gone: { id: 'sudah tidak ada, menurut dua bukti yang berbeda', en: 'it is gone, by two unlike proofs' },
  ambiguous: { id: 'belum dapat dipastikan: lihat dengan mata', en: 'nothing is sure: look at it yourself' },
  age: { id: 'dibatasi usia', en: 'barred by age' },
  place: { id: 'tidak ditayangkan di tempat ini', en: 'not shown in this place' },
  rate_limited: { id: 'platform meminta jeda; coba lagi nanti', en: 'the platform asks for a pause; try again later' },
  bot_challenge: {
    id: 'platform meminta bukti bahwa pembacanya manusia',
    en: 'the platform wants proof that a person reads',
  },
  own_side: {
    id: 'gangguan di pihak kita; tidak ada yang dapat dikatakan tentang unggahan ini',
    en: 'a fault on our side; nothing can be said of this post',
  },
} as const satisfies Terms<PostOutcome>;

export const POST_READ_BY_TERMS = {
  read: { id: 'dibaca lewat jalan terbuka platformnya', en: "read by the platform's open ways" },
  shown: {
    id: 'isinya hanya boleh ditayangkan, tidak dibaca: gambar tersegel menjadi satu-satunya bukti',
    en: 'what it holds may only be shown, not read: the sealed picture is all the evidence',
  },
  not_asked: {
    id: 'tautan ini tidak dibuka',
    en: 'this link was not opened',
  },
} as const satisfies Terms<PostReading['by']>;
