import type { Catalogue } from '../say.js';

/** The public form at `/lapor`. Read by people on a telephone who may be afraid: short, plain, and no promise that is not kept. */
export const FORM = {
  title: { id: 'Lapor pelanggaran netralitas ASN', en: 'Report a breach of neutrality' },
  lead: {
    id: 'Melihat ASN (PNS atau PPPK) memihak calon di media sosial? Laporkan di sini. Tanpa nama, tanpa akun.',
    en: 'Saw a civil servant take a side on social media? Report it here. No name, no log-in.',
  },
  otherLanguage: { id: 'English', en: 'Bahasa Indonesia' },
  openThread: { id: 'Sudah pernah melapor? Buka dengan tanda terima', en: 'Reported before? Open it by your receipt' },
  skip: { id: 'Langsung ke formulir', en: 'Skip to the form' },
  step: { id: 'Bagian {n} dari 3', en: 'Part {n} of 3' },
  what: { id: 'Apa yang terjadi', en: 'What happened' },
  who: { id: 'Siapa', en: 'Who' },
  when: { id: 'Kapan dan di mana', en: 'When and where' },
  link: { id: 'Tautan (link)', en: 'Link' },
  linkHint: {
    id: 'Unggahan, komentar atau akunnya, bila ada.',
    en: 'Of the post, comment or account, if there is one.',
  },
  story: { id: 'Apa yang Anda lihat?', en: 'What did you see?' },
  storyHint: {
    id: 'Singkat saja. Salin tulisannya. Jangan tulis nama Anda.',
    en: 'In short. Copy what is written there. Do not write your own name.',
  },
  files: { id: 'Tangkapan layar, foto, PDF atau video', en: 'Screenshots, photographs, PDF or video' },
  filesHint: {
    id: 'Paling banyak {files} berkas, {all} MB. Lokasi dan jenis telepon dibuang dari gambar; PDF dan video tetap apa adanya: periksa apakah nama Anda terlihat.',
    en: '{files} files at most, {all} MB. Place and device are removed from pictures; PDF and video stay as they are: look whether they show your name.',
  },
  filesAgain: { id: 'Pilih berkasnya sekali lagi, ya.', en: 'Please choose the files once more.' },
  name: { id: 'Nama orang yang dilaporkan', en: 'Name of the person' },
  nameHint: { id: 'Boleh kosong.', en: 'May be empty.' },
  office: { id: 'Kantor atau instansinya', en: 'Their office' },
  officeHint: {
    id: 'Misalnya: Kelurahan Contoh',
    en: 'For example: Kelurahan Contoh',
  },
  handle: { id: 'Nama akunnya', en: 'Name of the account' },
  handleHint: { id: 'Misalnya: @nama.contoh', en: 'For example: @nama.contoh' },
  platform: { id: 'Di mana akun itu', en: 'Where that account is' },
  platformOpen: { id: 'tidak tahu / tertulis di tautan', en: 'not known / the link says it' },
  seenOn: { id: 'Kapan Anda melihatnya?', en: 'When did you see it?' },
  seenOnHint: { id: 'Tanggal pertama kali Anda tahu.', en: 'The day on which you first knew.' },
  place: { id: 'Di mana kejadiannya?', en: 'Where did it happen?' },
  placeHint: {
    id: 'Kota, desa, acara atau grup. Boleh kosong.',
    en: 'City, village, event or group. May be empty.',
  },
  channel: { id: 'Siapa saja dapat melihatnya?', en: 'Can everybody see it?' },
  channelPublic: { id: 'Ya, terbuka untuk umum', en: 'Yes, it is public' },
  channelPrivate: {
    id: 'Tidak, di grup tertutup (kami tidak masuk ke sana)',
    en: 'No, in a closed group (we do not enter it)',
  },
  identity: { id: 'Sebutkan nama Anda (tidak wajib)', en: 'Give your name (only if you want)' },
  identityLead: {
    id: 'Disandikan di telepon Anda. Hanya penjaga kunci satgas dapat membukanya: bukan server, bukan administrator.',
    en: 'Sealed on your device. Only the keeper of the key can open it: no server, no administrator.',
  },
  identityName: { id: 'Nama Anda', en: 'Your name' },
  identityContact: { id: 'Nomor telepon atau surel', en: 'Telephone or mail address' },
  identityFailed: {
    id: 'Penyandian tidak berjalan di peramban ini. Laporan tetap dapat dikirim tanpa nama.',
    en: 'Sealing does not work in this browser. The report can still be sent without a name.',
  },
  before: { id: 'Sebelum dikirim', en: 'Before you send' },
  next: {
    id: 'Anda mendapat tanda terima 16 angka: dengan itu Anda melihat jalannya laporan dan menjawab pertanyaan, tetap tanpa nama.',
    en: 'You get a receipt of 16 digits: with it you see how the report goes on and answer questions, still without a name.',
  },
  howLong: {
    id: 'Akunnya dikenali dalam {identify} hari, kebenarannya diperiksa dalam {check} hari. Orang yang memutus.',
    en: 'Whose account it is: within {identify} days; whether it is true: within {check} days. People decide.',
  },
  bawaslu: {
    id: 'Laporan resmi ke Bawaslu lain lagi: memerlukan nama Anda, paling lambat 7 hari sejak Anda tahu.',
    en: 'A formal report to Bawaslu is another: it needs your name, within 7 days of your knowing.',
  },
  bawasluDay: {
    id: 'Tahu sejak {known}: paling lambat {last}.',
    en: 'Known since {known}: due on {last} at the latest.',
  },
  bawasluLate: {
    id: 'Tahu sejak {known}: batasnya {last}, sudah lewat. Laporan di sini tetap kami periksa.',
    en: 'Known since {known}: it was due on {last}. A report here is looked into all the same.',
  },
  notHere: {
    id: 'Bukan untuk pintu ini: ancaman atau keadaan darurat (polisi, 110), keluhan layanan (lapor.go.id), orang yang bukan ASN (Bawaslu).',
    en: 'Not for this door: threats or emergencies (police, 110), complaints about services (lapor.go.id), people who are no civil servants (Bawaslu).',
  },
  kept: {
    id: 'Isian disimpan di telepon Anda sampai terkirim.',
    en: 'What you type is kept on your device until it is sent.',
  },
  forget: { id: 'Hapus dari telepon ini', en: 'Delete from this device' },
  send: { id: 'Kirim laporan', en: 'Send the report' },
  sending: { id: 'Mengirim …', en: 'Sending …' },
  working: {
    id: 'Banyak laporan datang dari jaringan ini; telepon Anda membuktikan diri dahulu, beberapa detik …',
    en: 'Many reports come from this network; your device proves itself first, some seconds …',
  },
  noNetwork: {
    id: 'Tidak ada jaringan. Isian Anda aman di telepon ini; coba kirim lagi nanti.',
    en: 'No network. What you typed is safe on this device; try again later.',
  },
  forward: { id: 'Lanjut', en: 'Next' },
  back: { id: 'Kembali', en: 'Back' },
} as const satisfies Catalogue;

/** Why the form comes back; whatever was typed stands in it. */
export const FORM_FAULTS = {
  heading: { id: 'Laporan belum terkirim', en: 'The report was not sent yet' },
  nothing: {
    message: {
      id: 'Isi paling sedikit satu: tautan, cerita, atau berkas.',
      en: 'Give at least a link, what you saw, or a file.',
    },
    hint: { id: 'Isian lain tetap ada di bawah.', en: 'Everything else you typed is still below.' },
  },
  stale: {
    message: { id: 'Formulir ini sudah terlalu lama terbuka.', en: 'This form has been open for too long.' },
    hint: { id: 'Periksa isiannya, lalu kirim sekali lagi.', en: 'Look it over and send it once more.' },
  },
  too_long: {
    message: {
      id: 'Isian "{field}" terlalu panjang: paling banyak {limit} huruf.',
      en: '"{field}" is too long: {limit} letters at most.',
    },
    hint: { id: 'Singkatkan, lalu kirim lagi.', en: 'Make it shorter and send again.' },
  },
  bad_day: {
    message: { id: 'Tanggal itu tidak ada, atau belum tiba.', en: 'There is no such day, or it has not come yet.' },
    hint: { id: 'Pilih tanggal lain, atau kosongkan.', en: 'Choose another one, or leave it empty.' },
  },
  bad_identity: {
    message: { id: 'Nama yang disandikan tidak sampai utuh.', en: 'The sealed name did not arrive whole.' },
    hint: {
      id: 'Muat ulang halaman, lalu isi lagi bagian nama.',
      en: 'Load the page again and fill in that part again.',
    },
  },
  prove: {
    message: { id: 'Banyak laporan datang dari jaringan ini.', en: 'Many reports come from this network.' },
    hint: {
      id: 'Tanpa skrip di peramban, kirim lagi {minutes} menit lagi, atau dari jaringan lain.',
      en: 'Without script in your browser, send again in {minutes} minutes, or from another network.',
    },
  },
  wait: {
    message: { id: 'Terlalu banyak laporan datang dari jaringan ini.', en: 'Too many reports come from this network.' },
    hint: {
      id: 'Kirim lagi {minutes} menit lagi, atau dari jaringan lain.',
      en: 'Send again in {minutes} minutes, or from another network.',
    },
  },
  unread: {
    message: { id: 'Kiriman ini tidak sampai utuh.', en: 'What was sent did not arrive whole.' },
    hint: { id: 'Periksa isiannya, lalu kirim sekali lagi.', en: 'Look it over and send it once more.' },
  },
  later: {
    message: { id: 'Laporan belum dapat disimpan.', en: 'The report cannot be kept at the moment.' },
    hint: {
      id: 'Coba lagi beberapa menit lagi; isiannya tetap ada di bawah.',
      en: 'Try again in a few minutes; what you typed is still below.',
    },
  },
  busy: {
    message: { id: 'Terlalu banyak berkas sedang dikirim.', en: 'Too many files are being sent.' },
    hint: { id: 'Coba lagi satu menit lagi.', en: 'Try again in a minute.' },
  },
} as const satisfies Catalogue;
