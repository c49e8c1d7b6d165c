import type { Catalogue } from '../say.js';

/** Why the audit log was not written, gone on with or stamped. */
export const AUDIT_FAULTS = {
  broken: {
    message: {
      id: 'Catatan audit tidak utuh pada catatan {seq} ({problem}); tidak ada yang ditulis.',
      en: 'The audit log does not hold at entry {seq} ({problem}); nothing is written.',
    },
    hint: { id: 'Jalankan: netra audit verify', en: 'Run: netra audit verify' },
  },
  tooBusy: {
    message: { id: 'Catatan audit terlalu sibuk.', en: 'The audit log is too busy.' },
    hint: { id: 'Ulangi tindakan ini.', en: 'Do this again.' },
  },
  stillWritten: {
    message: {
      id: 'Sementara itu catatan audit terus ditulisi.',
      en: 'The audit log was written all the while.',
    },
    hint: { id: 'Ulangi perintah ini.', en: 'Run this command again.' },
  },
  nothingBroken: {
    message: {
      id: 'Catatan audit utuh sampai ujungnya: tidak ada yang dilanjutkan.',
      en: 'The audit log holds to its end: there is nothing to go on after.',
    },
    hint: { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' },
  },
  nothingLeft: {
    message: {
      id: 'Yang putus atau bertentangan sudah dijawab dengan nama dan alasan: tidak ada yang dilanjutkan lagi.',
      en: 'What was broken or contradicted is answered for by name: there is nothing left to go on after.',
    },
    hint: { id: 'Baca siapa dan mengapa: netra audit verify', en: 'Read who and why: netra audit verify' },
  },
  brokenElsewhere: {
    message: {
      id: 'Catatan audit putus pada catatan {seq}, bukan {brokenAt}.',
      en: 'The audit log is broken at entry {seq}, not {brokenAt}.',
    },
    hint: { id: 'Baca lagi: netra audit verify', en: 'Read again: netra audit verify' },
  },
  stray: {
    message: {
      id: 'Dokumen dengan _id {id} di koleksi audit bukan catatan: tempatnya tidak ada.',
      en: 'The document with _id {id} in the collection audit is no entry: there is no such place.',
    },
    hint: {
      id: 'Pindahkan dengan mongosh ke koleksi audit_strays (simpan sebagai bukti), lalu ulangi.',
      en: 'Move it to the collection audit_strays with mongosh (keep it as evidence), then do this again.',
    },
  },
  otherKey: {
    message: {
      id: 'Tidak satu pun catatan disegel dengan kunci yang dipakai sekarang.',
      en: 'No entry is sealed with the key in use now.',
    },
    hint: {
      id: 'Kembalikan NETRA_AUDIT_KEY yang lama. Hanya bila kunci itu hilang untuk selamanya: --key-lost',
      en: 'Bring the former NETRA_AUDIT_KEY back. Only where it is lost for ever: --key-lost',
    },
  },
  noUser: {
    message: {
      id: 'Pengguna {user} tidak ada di basis data {database}.',
      en: 'There is no user {user} in the database {database}.',
    },
    hint: {
      id: 'Buat dulu penggunanya dengan db.createUser, lalu ulangi; atau beri nama lain dengan --user.',
      en: 'Make the user with db.createUser first, then do this again; or name another one with --user.',
    },
  },
  notStamped: {
    message: { id: 'Cap waktu gagal ({problem}).', en: 'The time-stamp failed ({problem}).' },
    hint: {
      id: 'Periksa NETRA_TIMESTAMP_URL, lalu: netra audit timestamp',
      en: 'Check NETRA_TIMESTAMP_URL, then: netra audit timestamp',
    },
  },
  noCertificates: {
    message: { id: 'Tidak ada sertifikat di {path}.', en: 'There is no certificate in {path}.' },
    hint: { id: 'NETRA_TIMESTAMP_CA=/jalur/ke/ca.pem', en: 'NETRA_TIMESTAMP_CA=/path/to/ca.pem' },
  },
} as const satisfies Catalogue;

/** Why NIPs could not be read or sealed. */
export const NIP_KEY_FAULTS = {
  otherKey: {
    message: {
      id: 'NIP di basis data ini disegel dengan kunci yang tidak dipegang proses ini.',
      en: 'The NIPs of this database are sealed with a key that this process does not hold.',
    },
    hint: {
      id: 'Pasang kunci itu (NETRA_FIELD_KEY, atau NETRA_FORMER_FIELD_KEYS bila sudah diganti). Bila hilang: netra keys rotate --lost',
      en: 'Give it that key (NETRA_FIELD_KEY, or NETRA_FORMER_FIELD_KEYS once it was changed). If it is lost: netra keys rotate --lost',
    },
  },
  notYetInUse: {
    message: {
      id: 'Kunci NIP yang baru belum dipakai basis data ini.',
      en: 'This database does not use the new key of NIPs yet.',
    },
    hint: {
      id: 'Selesaikan penggantiannya dulu: netra keys rotate',
      en: 'Finish the change first: netra keys rotate',
    },
  },
} as const satisfies Catalogue;
