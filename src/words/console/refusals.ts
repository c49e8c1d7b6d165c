import type { Advice } from '../say.js';
import { GOLDEN_REFUSALS } from './golden.js';
import { LOGIN_REFUSALS } from './login-refusals.js';
import { QUESTION_REFUSALS } from './question.js';
import { REMARK_REFUSALS } from './remarks.js';
import { SAME_REFUSALS } from './same.js';

/** What the API says when it refuses, by the code of the answer. */
export const REFUSALS = {
  ...LOGIN_REFUSALS,
  ...GOLDEN_REFUSALS,
  forbidden: {
    message: { id: 'Peran Anda tidak membuka bagian ini.', en: 'Your role does not open this part.' },
    hint: { id: 'Bila Anda memerlukannya, hubungi admin.', en: 'If you need it, ask an admin.' },
  },
  csrf: {
    message: {
      id: 'Permintaan ditolak karena tidak berasal dari halaman Netra yang sedang terbuka.',
      en: 'The request was refused: it does not come from an open page of Netra.',
    },
    hint: { id: 'Muat ulang halaman, lalu ulangi.', en: 'Reload the page and try again.' },
  },
  not_found: {
    message: { id: 'Tidak ditemukan.', en: 'Not found.' },
    hint: {
      id: 'Mungkin di luar OPD Anda atau sudah tidak ada. Kembali ke antrean.',
      en: 'It may be outside your offices or gone. Go back to the queue.',
    },
  },
  in_future: {
    message: { id: 'Waktu itu belum tiba.', en: 'That time is still to come.' },
    hint: { id: 'Isi kapan tindakan itu dilakukan atau dilihat.', en: 'Give when the act was done or seen.' },
  },
  bad_request: {
    message: { id: 'Permintaan tidak dapat dibaca: {where}.', en: 'The request could not be read: {where}.' },
    hint: { id: 'Muat ulang halaman, lalu ulangi.', en: 'Reload the page and try again.' },
  },
  too_large: {
    message: { id: 'Isian terlalu besar.', en: 'That is too large.' },
    hint: { id: 'Persingkat, lalu kirim lagi.', en: 'Shorten it and send again.' },
  },
  request_timeout: {
    message: { id: 'Permintaan tidak selesai dikirim.', en: 'The request was not sent to its end.' },
    hint: { id: 'Periksa jaringan Anda, lalu ulangi.', en: 'Check your network and try again.' },
  },
  headers_too_large: {
    message: { id: 'Tajuk permintaan terlalu besar.', en: 'The headers of the request are too large.' },
    hint: {
      id: 'Hapus kuki situs ini di peramban, lalu masuk lagi.',
      en: "Delete this site's cookies and log in again.",
    },
  },
  held_by_other: {
    message: {
      id: 'Tanda ini sedang ditinjau {name} sampai {until}.',
      en: 'This flag is being reviewed by {name} until {until}.',
    },
    hint: {
      id: 'Ambil tanda berikutnya; tanda ini bebas lagi setelah waktu itu bila belum diputuskan.',
      en: 'Take the next flag; this one is free again after that time if still undecided.',
    },
  },
  decided_by_other: {
    message: {
      id: 'Tanda ini sudah diputuskan {name} pada {at}. Keputusan Anda tidak disimpan.',
      en: 'This flag was decided by {name} at {at}. Your decision was not saved.',
    },
    hint: { id: 'Lanjut ke tanda berikutnya.', en: 'Go to the next flag.' },
  },
  decided_meanwhile: {
    message: {
      id: 'Tanda ini sudah diputuskan orang lain pada {at}. Keputusan Anda tidak disimpan.',
      en: 'This flag was decided by somebody else at {at}. Your decision was not saved.',
    },
    hint: {
      id: 'Lanjut ke tanda berikutnya. Siapa dan apa yang diputuskan terlihat sesudah orang kedua memutuskan.',
      en: 'Go to the next flag. Who decided what is in sight once a second person has decided.',
    },
  },
  contrary: {
    message: {
      id: 'Dua orang sudah memutuskan tanda ini berlawanan.',
      en: 'Two people have decided this flag against each other.',
    },
    hint: {
      id: 'Penyelia yang belum memutuskannya yang menyelesaikan. Anda diberi tahu sesudahnya.',
      en: 'A supervisor who has given neither verdict settles it. You will be told.',
    },
  },
  settle_first: {
    message: {
      id: 'Ini terlihat sesudah Anda memutuskan di antara dua pendapat itu.',
      en: 'You see this once you have decided between the two opinions.',
    },
    hint: {
      id: 'Putuskan menurut tindakan, aturan, dan kedua alasannya.',
      en: 'Decide by the act, the rules and both reasons.',
    },
  },
  settles_only: {
    message: {
      id: 'Di antara dua keputusan yang berlawanan, "perlu konteks" tidak dapat dipilih.',
      en: 'Between two contrary verdicts, "needs context" cannot be chosen.',
    },
    hint: { id: 'Pilih dikonfirmasi atau dikesampingkan.', en: 'Choose confirmed or dismissed.' },
  },
  given_already: {
    message: {
      id: 'Anda sudah memutuskan tanda ini; keputusan itu segera berlaku.',
      en: 'You have decided on this flag; that decision is about to count.',
    },
    hint: { id: 'Urungkan dulu bila hendak mengubahnya.', en: 'Undo it first if you want to change it.' },
  },
  undo_too_late: {
    message: {
      id: 'Tidak ada keputusan Anda yang masih dapat diurungkan pada tanda ini.',
      en: 'No decision of yours on this flag can still be undone.',
    },
    hint: {
      id: 'Muat ulang tanda ini. Bila keputusan itu sudah berlaku, penyelia dapat meninjaunya lagi.',
      en: 'Reload this flag. If that decision counts already, a supervisor can look at it again.',
    },
  },
  no_claim_needed: {
    message: {
      id: 'Tanda ini sudah diputuskan; tinjauan kedua tidak perlu diambil dulu.',
      en: 'This flag is decided; a second review needs no claim.',
    },
    hint: {
      id: 'Baca buktinya, lalu simpan keputusan Anda sendiri.',
      en: 'Read the evidence, then save your own decision.',
    },
  },
  order_changed: {
    message: {
      id: 'Urutan antrean sudah diperbarui sejak halaman ini dibuka.',
      en: 'The order of the queue was renewed since this page was opened.',
    },
    hint: { id: 'Muat ulang antrean; tidak ada tanda yang hilang.', en: 'Reload the queue; no flag is lost.' },
  },
  changed_meanwhile: {
    message: {
      id: 'Tanda ini sudah berubah sejak Anda membukanya. Keputusan Anda tidak disimpan.',
      en: 'This flag has changed since you opened it. Your decision was not saved.',
    },
    hint: { id: 'Muat ulang halaman, lalu putuskan lagi.', en: 'Reload the page, then decide again.' },
  },
  unweighed: {
    message: {
      id: 'Ada hal yang meringankan yang belum ditimbang.',
      en: 'Something that speaks against the mark has not been weighed yet.',
    },
    hint: {
      id: 'Centang setiap hal pada daftar "Yang berbicara sebaliknya".',
      en: 'Tick everything on the list "What speaks against it".',
    },
  },
  too_many_rows: {
    message: { id: 'Daftar ini lebih dari {limit} keputusan.', en: 'This list has more than {limit} decisions.' },
    hint: {
      id: 'Persempit masa, OPD, atau keputusannya, lalu unduh lagi.',
      en: 'Narrow the period, office or verdict, then download again.',
    },
  },
  too_many_posters: {
    message: { id: 'Sudah ada {limit} gambar kampanye.', en: 'There are {limit} campaign pictures already.' },
    hint: { id: 'Hapus yang sudah tidak dipakai.', en: 'Remove those that are no longer needed.' },
  },
  poster_known: {
    message: {
      id: 'Gambar ini sudah terdaftar untuk pasangan calon itu.',
      en: 'This picture is registered for that ticket already.',
    },
    hint: { id: 'Lihat daftarnya di bawah.', en: 'Look at the list below.' },
  },
  too_many_templates: {
    message: {
      id: 'OPD ini sudah punya {limit} contoh alasan.',
      en: 'This office has {limit} reason templates already.',
    },
    hint: { id: 'Hapus yang tidak dipakai lagi, lalu simpan.', en: 'Remove what is no longer used, then save.' },
  },
  too_many_views: {
    message: {
      id: 'Sudah ada {limit} tampilan tersimpan.',
      en: 'There are {limit} saved views already.',
    },
    hint: { id: 'Hapus yang tidak dipakai lagi, lalu simpan.', en: 'Remove what is no longer used, then save.' },
  },
  ...REMARK_REFUSALS,
  ...QUESTION_REFUSALS,
  ...SAME_REFUSALS,
  not_confirmed: {
    message: {
      id: 'Berkas hanya ada untuk tanda yang dikonfirmasi, dan tidak sebelum tinjauan kedua Anda sendiri.',
      en: 'A dossier is there of confirmed flags only, and not before your own second review.',
    },
    hint: { id: 'Putuskan dulu tanda ini, lalu unduh lagi.', en: 'Decide on this flag first, then download again.' },
  },
  evidence_gone: {
    message: { id: 'Berkas bukti ini tidak ada dalam paket.', en: 'This item is not in the evidence pack.' },
    hint: {
      id: 'Lihat daftar yang tidak dapat diambil pada tanda; jalankan: netra evidence verify',
      en: 'See what could not be captured on the flag; run: netra evidence verify',
    },
  },
  evidence_broken: {
    message: {
      id: 'Paket bukti ini tidak sama dengan saat disegel; isinya tidak ditampilkan.',
      en: 'This evidence pack is not as it was sealed; nothing of it is shown.',
    },
    hint: {
      id: 'Jangan memutuskan tanda ini. Beri tahu admin: netra evidence verify',
      en: 'Do not decide on this flag. Tell an admin: netra evidence verify',
    },
  },
  web_not_built: {
    message: { id: 'Halaman konsol belum dibangun.', en: 'The console page has not been built.' },
    hint: { id: 'Jalankan: node scripts/setup.mjs', en: 'Run: node scripts/setup.mjs' },
  },
  busy: {
    message: { id: 'Layanan sedang sibuk.', en: 'The service is busy.' },
    hint: { id: 'Coba lagi sebentar lagi.', en: 'Try again in a moment.' },
  },
  internal: {
    message: {
      id: 'Terjadi gangguan di pihak Netra. Tidak ada yang tersimpan sebagian.',
      en: 'Something went wrong inside Netra. Nothing was half saved.',
    },
    hint: {
      id: 'Coba lagi. Bila menetap, beri admin nomor ini: {requestId}',
      en: 'Try again. If it stays, give an admin this number: {requestId}',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;
