/** What the API says when it refuses: what happened, and what to do next. Indonesian first, English second. */
export type Language = 'id' | 'en';
interface Said {
  readonly message: string;
  readonly hint: string;
}

export const MESSAGES = {
  login_required: {
    id: { message: 'Anda belum masuk, atau sesi Anda sudah berakhir.', hint: 'Masuk lagi dengan akun Anda.' },
    en: { message: 'You are not logged in, or your session has ended.', hint: 'Log in again with your account.' },
  },
  login_failed: {
    id: {
      message: 'Nama pengguna atau kata sandi tidak cocok.',
      hint: 'Periksa keduanya. Bila lupa, minta admin membuat kata sandi baru.',
    },
    en: {
      message: 'User name or password does not match.',
      hint: 'Check both. If you forgot it, ask an admin for a new password.',
    },
  },
  login_locked: {
    id: {
      message: 'Terlalu banyak percobaan masuk. Log-in untuk nama ini dikunci sementara.',
      hint: 'Tunggu {minutes} menit, lalu coba lagi. Bila bukan Anda yang mencoba, beri tahu admin.',
    },
    en: {
      message: 'Too many attempts. Log-in for this name is locked for a while.',
      hint: 'Wait {minutes} minutes, then try again. If it was not you, tell an admin.',
    },
  },
  forbidden: {
    id: { message: 'Peran Anda tidak membuka bagian ini.', hint: 'Bila Anda memerlukannya, hubungi admin.' },
    en: { message: 'Your role does not open this part.', hint: 'If you need it, ask an admin.' },
  },
  csrf: {
    id: {
      message: 'Permintaan ditolak karena tidak berasal dari halaman Netra yang sedang terbuka.',
      hint: 'Muat ulang halaman, lalu ulangi.',
    },
    en: {
      message: 'The request was refused: it does not come from an open page of Netra.',
      hint: 'Reload the page and try again.',
    },
  },
  not_found: {
    id: { message: 'Tidak ditemukan.', hint: 'Mungkin di luar OPD Anda atau sudah tidak ada. Kembali ke antrean.' },
    en: { message: 'Not found.', hint: 'It may be outside your offices or gone. Go back to the queue.' },
  },
  bad_request: {
    id: { message: 'Permintaan tidak dapat dibaca: {where}.', hint: 'Muat ulang halaman, lalu ulangi.' },
    en: { message: 'The request could not be read: {where}.', hint: 'Reload the page and try again.' },
  },
  too_large: {
    id: { message: 'Isian terlalu besar.', hint: 'Persingkat, lalu kirim lagi.' },
    en: { message: 'That is too large.', hint: 'Shorten it and send again.' },
  },
  held_by_other: {
    id: {
      message: 'Tanda ini sedang ditinjau {name} sampai {until}.',
      hint: 'Ambil tanda berikutnya; tanda ini bebas lagi setelah waktu itu bila belum diputuskan.',
    },
    en: {
      message: 'This flag is being reviewed by {name} until {until}.',
      hint: 'Take the next flag; this one is free again after that time if still undecided.',
    },
  },
  decided_by_other: {
    id: {
      message: 'Tanda ini sudah diputuskan {name} pada {at}. Keputusan Anda tidak disimpan.',
      hint: 'Baca keputusan itu, atau lanjut ke tanda berikutnya. Keberatan dibahas dengan penyelia.',
    },
    en: {
      message: 'This flag was decided by {name} at {at}. Your decision was not saved.',
      hint: 'Read that decision or go to the next flag. Raise objections with a supervisor.',
    },
  },
  no_claim_needed: {
    id: {
      message: 'Tanda ini sudah diputuskan; tinjauan kedua tidak perlu diambil dulu.',
      hint: 'Baca buktinya, lalu simpan keputusan Anda sendiri.',
    },
    en: {
      message: 'This flag is decided; a second review needs no claim.',
      hint: 'Read the evidence, then save your own decision.',
    },
  },
  order_changed: {
    id: {
      message: 'Urutan antrean sudah diperbarui sejak halaman ini dibuka.',
      hint: 'Muat ulang antrean; tidak ada tanda yang hilang.',
    },
    en: {
      message: 'The order of the queue was renewed since this page was opened.',
      hint: 'Reload the queue; no flag is lost.',
    },
  },
  changed_meanwhile: {
    id: {
      message: 'Tanda ini sudah berubah sejak Anda membukanya. Keputusan Anda tidak disimpan.',
      hint: 'Muat ulang halaman, lalu putuskan lagi.',
    },
    en: {
      message: 'This flag has changed since you opened it. Your decision was not saved.',
      hint: 'Reload the page, then decide again.',
    },
  },
  unweighed: {
    id: {
      message: 'Ada hal yang meringankan yang belum ditimbang.',
      hint: 'Centang setiap hal pada daftar "Yang berbicara sebaliknya".',
    },
    en: {
      message: 'Something that speaks against the mark has not been weighed yet.',
      hint: 'Tick everything on the list "What speaks against it".',
    },
  },
  evidence_gone: {
    id: {
      message: 'Berkas bukti ini tidak ada dalam paket.',
      hint: 'Lihat daftar yang tidak dapat diambil pada tanda; jalankan: netra evidence verify',
    },
    en: {
      message: 'This item is not in the evidence pack.',
      hint: 'See what could not be captured on the flag; run: netra evidence verify',
    },
  },
  web_not_built: {
    id: { message: 'Halaman konsol belum dibangun.', hint: 'Jalankan: node scripts/setup.mjs' },
    en: { message: 'The console page has not been built.', hint: 'Run: node scripts/setup.mjs' },
  },
  busy: {
    id: { message: 'Layanan sedang sibuk.', hint: 'Coba lagi sebentar lagi.' },
    en: { message: 'The service is busy.', hint: 'Try again in a moment.' },
  },
  internal: {
    id: {
      message: 'Terjadi gangguan di pihak Netra. Tidak ada yang tersimpan sebagian.',
      hint: 'Coba lagi. Bila menetap, beri admin nomor ini: {requestId}',
    },
    en: {
      message: 'Something went wrong inside Netra. Nothing was half saved.',
      hint: 'Try again. If it stays, give an admin this number: {requestId}',
    },
  },
} as const satisfies Record<string, Record<Language, Said>>;

export type MessageCode = keyof typeof MESSAGES;

/** English only where it is asked for before Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = /(?:^|[,\s])(id|in|en)(?:-[\w-]*)?\s*(?:;|,|$)/i.exec(acceptLanguage ?? '')?.[1];
  return wanted?.toLowerCase() === 'en' ? 'en' : 'id';
}

export function say(code: MessageCode, language: Language, params: Readonly<Record<string, string>>): Said {
  const { message, hint } = MESSAGES[code][language];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…');
  return { message: fill(message), hint: fill(hint) };
}
