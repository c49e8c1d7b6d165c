import type { Catalogue } from './say.js';

/** Why a step of an act's way could not be done. */
export const STEP_FAULTS = {
  noFlag: {
    message: { id: 'Tanda {flag} tidak ada.', en: 'There is no flag {flag}.' },
    hint: {
      id: 'Tidak perlu tindakan: antrean dibangun ulang dari MongoDB.',
      en: 'Nothing to do: queues are built again from MongoDB.',
    },
  },
  notStored: {
    message: { id: 'Isi tanda {flag} belum tersimpan.', en: 'The content of flag {flag} is not stored yet.' },
    hint: { id: 'Tidak perlu tindakan: dicoba lagi sendiri.', en: 'Nothing to do: it is tried again by itself.' },
  },
  noAccount: {
    message: { id: 'Akun {account} tidak ada di registri.', en: 'There is no account {account} in the registry.' },
    hint: { id: 'Akun mungkin sudah dihapus; tidak perlu tindakan.', en: 'It may have been deleted; nothing to do.' },
  },
  pictureAway: {
    message: { id: 'Gambar tanda {flag} belum dapat diambil.', en: 'A picture of flag {flag} cannot be had yet.' },
    hint: { id: 'Tidak perlu tindakan: dicoba lagi sendiri.', en: 'Nothing to do: it is tried again by itself.' },
  },
  pictureChanged: {
    id: 'Gambarnya sudah bukan yang dinilai.',
    en: 'The picture is no longer the one that was judged.',
  },
  lineNotJudged: { id: 'Baris ini tidak dapat dinilai.', en: 'This line could not be judged.' },
  ruleFailed: { id: 'Aturan {rule} gagal menilai baris ini.', en: 'The rule {rule} failed on this line.' },
  tellDevelopers: {
    id: 'Laporkan kepada pengembang; impor lagi berkas ini sesudah diperbaiki, baris lain tidak berlipat.',
    en: 'Tell the developers; import the file again once it is mended, the other lines do not double.',
  },
} as const satisfies Catalogue;

/** Why a digest could not be sent. */
export const DIGEST_FAULTS = {
  noSunday: {
    message: {
      id: '{day} bukan hari Minggu: OPD ini menerima rekap mingguan, Senin sampai Minggu.',
      en: '{day} is no Sunday: this office gets a weekly digest, Monday to Sunday.',
    },
    hint: {
      id: 'Pakai --date dengan hari Minggu pekan itu, atau ubah digest_every di daftar OPD.',
      en: 'Use --date with the Sunday of that week, or change digest_every in the list of offices.',
    },
  },
  takenOver: {
    message: { id: 'Rekap ini sudah diambil alih pekerja lain.', en: 'Another worker took this digest over.' },
    hint: { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' },
  },
  noRecipient: {
    message: {
      id: 'OPD {office} tidak ada atau tidak punya penerima rekap.',
      en: 'There is no office {office}, or it has no recipient of digests.',
    },
    hint: { id: 'Isi penerima rekap OPD itu di registri.', en: 'Fill in its recipient in the registry.' },
  },
  dayGoesOn: {
    message: {
      id: 'Hari {day} belum berakhir di {zone}: rekapnya belum dapat dikirim.',
      en: 'The day {day} has not ended in {zone}: its digest cannot be sent yet.',
    },
    hint: {
      id: 'Kirim setelah tengah malam {zone}; tanpa --send rekap sementara dapat dilihat.',
      en: 'Send it after midnight {zone}; without --send you see it as it stands.',
    },
  },
  outcomeUnknown: {
    message: {
      id: 'Pekerja berhenti saat mengirim: tidak diketahui apakah surel keluar.',
      en: 'The worker stopped while sending: nobody knows whether the mail went out.',
    },
    hint: {
      id: 'Tanyakan kepada penerima apakah surel tiba; bila tidak: netra digest --send --force',
      en: 'Ask the recipient whether it arrived; if not: netra digest --send --force',
    },
  },
} as const satisfies Catalogue;

/** Why an old decision cannot be computed again, or a set of rules cannot be read. */
export const STUDY_FAULTS = {
  rulesNotKept: {
    message: {
      id: 'Aturan {hash} tidak tersimpan: tanda ini tidak dapat dihitung ulang.',
      en: 'The rules {hash} are not kept: this flag cannot be computed again.',
    },
    hint: {
      id: 'Ambil berkas dari riwayat git dan bandingkan sidiknya dengan: netra screen; atau pulihkan koleksi "rulesets".',
      en: 'Take the files from the history of git and compare their hash with: netra screen; or restore the collection "rulesets".',
    },
  },
  electionsNotKept: {
    message: {
      id: 'Pemilihan {hash} tidak tersimpan: tanda ini tidak dapat dihitung ulang.',
      en: 'The elections {hash} are not kept: this flag cannot be computed again.',
    },
    hint: {
      id: 'Ambil berkas dari riwayat git dan bandingkan sidiknya dengan: netra screen; atau pulihkan koleksi "rulesets".',
      en: 'Take the files from the history of git and compare their hash with: netra screen; or restore the collection "rulesets".',
    },
  },
  damaged: {
    message: {
      id: 'Salinan aturan {hash} rusak: isinya tidak cocok dengan sidiknya.',
      en: 'The copy of the rules {hash} is damaged: it does not match its hash.',
    },
    hint: {
      id: 'Pulihkan koleksi "rulesets" dari cadangan; catatan perubahan: netra audit verify.',
      en: 'Restore the collection "rulesets" from a backup; what was changed: netra audit verify.',
    },
  },
  noFlag: {
    message: { id: 'Tanda {flag} tidak ada.', en: 'There is no flag {flag}.' },
    hint: { id: 'Salin id dari alamat halaman tanda.', en: "Copy the id from the address of the flag's page." },
  },
  contentGone: {
    message: {
      id: 'Isi tindakan di balik tanda {id} sudah tidak disimpan.',
      en: 'The content of the act behind flag {id} is no longer kept.',
    },
    hint: {
      id: 'Isi yang dihapus menurut jadwal tidak kembali; yang tersisa adalah paket bukti: netra evidence verify.',
      en: 'What was deleted by schedule does not come back; what is left is the pack of evidence: netra evidence verify.',
    },
  },
  notInForce: {
    message: { id: 'Set baru belum dapat berlaku.', en: 'The new set cannot come into force yet.' },
    hint: { id: 'netra doctor', en: 'netra doctor' },
  },
} as const satisfies Catalogue;
