import type { Catalogue } from '../say.js';

/** Why a report cannot become a flag, whoever finds it true. */
export const REPORT_FAULTS = {
  notTied: {
    message: {
      id: 'Laporan ini belum terhubung ke akun terdaftar.',
      en: 'This report is tied to no registered account.',
    },
    hint: { id: 'Pilih dahulu akun yang dimaksud.', en: 'Choose the account that is meant first.' },
  },
  notChecked: {
    message: {
      id: 'Jenis, isi atau waktu tindakan belum diperiksa.',
      en: 'Kind, words or time of the act are not checked.',
    },
    hint: {
      id: 'Isi ketiganya seperti yang terlihat pada bukti.',
      en: 'Fill in all three as the evidence shows them.',
    },
  },
  noStage: {
    message: {
      id: 'Pada waktu tindakan itu tidak ada tahapan pemilihan yang berlaku di wilayah akun ini.',
      en: 'At the time of the act no stage of an election was in force in the region of this account.',
    },
    hint: {
      id: 'Periksa waktunya; bila benar, putuskan sebagai di luar kewenangan.',
      en: 'Check the time; if it is right, decide that it is not our matter.',
    },
  },
  otherPlatform: {
    message: {
      id: 'Tautannya dari platform lain daripada akun yang dipilih.',
      en: 'The link is of another platform than the account that was chosen.',
    },
    hint: {
      id: 'Pilih akun terdaftar di platform itu; bila tidak ada, serahkan ke registri.',
      en: 'Choose the account registered there; if there is none, leave it to the registry.',
    },
  },
  unproven: {
    message: {
      id: 'Kepemilikan akun ini belum terbukti, jadi tindakannya belum boleh masuk antrean.',
      en: 'It is not proven whose account this is, so its acts may not enter the queue.',
    },
    hint: {
      id: 'Minta pemilik registri melengkapi bukti kepemilikan, lalu putuskan lagi.',
      en: "Ask the registry's owner for the proof, then decide again.",
    },
  },
  outsideMandate: {
    message: {
      id: 'Waktu tindakan ini di luar masa mandat akun.',
      en: 'The time of this act is outside the mandate of the account.',
    },
    hint: {
      id: 'Periksa waktunya; bila benar, putuskan sebagai di luar kewenangan.',
      en: 'Check the time; if it is right, decide that it is not our matter.',
    },
  },
} as const satisfies Catalogue;
