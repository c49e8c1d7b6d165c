import type { Catalogue } from '../say.js';

/** What a person should know of a link besides what it says. */
export const LINK_NOTES = {
  no_link: { id: 'tidak ada tautan pada teks ini', en: 'there is no link in this text' },
  text_cut: { id: 'hanya {max} huruf pertama yang dibaca', en: 'only the first {max} letters were read' },
  opaque_id: {
    id: 'nomor unggahan ini disandikan Facebook: unggahan yang sama dapat tertulis dengan nomor lain',
    en: "Facebook has disguised this post's number: the same post may be written with another one",
  },
  comment_author: {
    id: 'siapa yang menulis komentar ini tidak terbaca dari tautannya',
    en: 'who wrote this comment cannot be read from its link',
  },
  more_links: { id: 'masih ada {count} tautan lain pada teks ini', en: 'there are {count} more links in this text' },
  unwrapped: { id: 'diambil dari dalam alamat {host}', en: 'taken out of an address of {host}' },
  mirror: { id: '{host} hanya menayangkan ulang unggahan orang', en: "{host} only shows other people's posts again" },
  look_alike: {
    id: '{host} mirip nama sebuah platform, tetapi bukan miliknya',
    en: '{host} looks like the name of a platform, but is not its own',
  },
  followed: { id: 'diikuti dari {host}', en: 'followed from {host}' },
  not_followed: {
    id: 'tujuan tautan pendek ini tidak diketahui: {why}',
    en: 'where this short link leads is not known: {why}',
  },
  unreadable: {
    id: 'baris ini tidak terbaca: terlalu panjang atau bukan UTF-8',
    en: 'this line cannot be read: too long or not UTF-8',
  },
} as const satisfies Catalogue;

/** Why what a short link leads to was not found out. */
export const NOT_FOLLOWED = {
  too_many_hops: { id: 'lebih dari {max} pengalihan', en: 'more than {max} redirects' },
  leads_nowhere: { id: 'tidak mengarah ke mana pun', en: 'it leads nowhere' },
  robots: { id: 'robots.txt situs itu melarang', en: "the site's robots.txt forbids it" },
  not_public: { id: 'mengarah ke jaringan dalam', en: 'it leads into an inner network' },
  gone: { id: 'situsnya tidak ada', en: 'there is no such site' },
  not_now: { id: 'situs itu meminta jeda; coba lagi nanti', en: 'the site asks for a pause; try again later' },
  no_answer: { id: 'situs itu tidak menjawab; coba lagi nanti', en: 'the site does not answer; try again later' },
} as const satisfies Catalogue;
