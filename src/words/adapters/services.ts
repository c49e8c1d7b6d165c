import type { Catalogue } from '../say.js';

/** Why a private server could not be started. */
export const SERVER_FAULTS = {
  passwordRefused: {
    message: {
      id: 'MongoDB menolak kata sandi yang tersimpan di samping datanya.',
      en: 'MongoDB refuses the password that is kept beside its data.',
    },
    hint: {
      id: 'Pulihkan berkas "password" di folder mongo dari cadangan, atau pindahkan folder itu untuk mulai dari kosong.',
      en: 'Restore the file "password" in the folder mongo from a backup, or move the folder away to begin empty.',
    },
  },
  otherProduct: {
    message: {
      id: 'Data di {folder} ditulis oleh {written}, sedangkan yang ditemukan sekarang {product}.',
      en: 'The data in {folder} was written by {written}, what is found now is {product}.',
    },
    hint: {
      id: 'Tunjuk program yang lama dengan MONGOMS_SYSTEM_BINARY, atau pindahkan folder {folder} untuk mulai dari kosong.',
      en: 'Name the old program with MONGOMS_SYSTEM_BINARY, or move the folder {folder} away to begin empty.',
    },
  },
  notPrimary: {
    message: { id: 'mongod tidak menjadi primary', en: 'mongod does not become primary' },
    hint: { id: 'netra doctor', en: 'netra doctor' },
  },
  portTaken: {
    message: { id: '{name} tidak dapat dinyalakan: {output}', en: '{name} cannot be started: {output}' },
    hint: { id: 'Coba lagi: porta itu dipakai program lain.', en: 'Try again: another program uses that port.' },
  },
  cannotStart: {
    message: { id: '{name} tidak dapat dinyalakan: {output}', en: '{name} cannot be started: {output}' },
    hint: { id: 'netra doctor', en: 'netra doctor' },
  },
  noRedis: {
    message: { id: 'redis-server tidak ditemukan.', en: 'redis-server was not found.' },
    hint: { id: 'node scripts/setup.mjs', en: 'node scripts/setup.mjs' },
  },
} as const satisfies Catalogue;

/** What is said while private servers start and stop. */
export const SERVER_LINES = {
  givenUp: {
    id: '{name} berhenti terus-menerus dan tidak dinyalakan lagi. Periksa: netra doctor',
    en: '{name} stops again and again and is not started any more. Check: netra doctor',
  },
  startedAgain: {
    id: '{name} berhenti sendiri ({code}); dinyalakan lagi dengan data yang sama.',
    en: '{name} stopped by itself ({code}); started again with the same data.',
  },
  saysNothing: { id: 'tanpa keterangan', en: 'it says nothing' },
  waiting: {
    id: 'Menunggu program lain ({pid}) selesai menyalakan layanan …',
    en: 'Waiting for another program ({pid}) to start the services …',
  },
  orphanEnded: {
    id: '{name} sisa program yang mati telah dihentikan.',
    en: '{name}, left by a program that died, was stopped.',
  },
} as const satisfies Catalogue;
