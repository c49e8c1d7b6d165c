import type { Catalogue } from '../say.js';

export const SEARCH = {
  label: {
    id: 'Cari orang, akun, kata, OPD, aturan, pasangan, hari',
    en: 'Search person, account, words, office, rule, ticket, day',
  },
  placeholder: { id: 'Cari ( / )', en: 'Search ( / )' },
  found: { id: 'Yang cocok', en: 'What fits' },
  words: { id: 'Tindakan dengan kata “{q}”', en: 'Acts with the words “{q}”' },
  decided: { id: 'sudah diputuskan', en: 'decided' },
  person: { id: 'Orang', en: 'Person' },
  office: { id: 'OPD', en: 'Office' },
  rule: { id: 'Aturan', en: 'Rule' },
  ticket: { id: 'Pasangan calon', en: 'Ticket' },
  reviewer: { id: 'Diputuskan', en: 'Decided by' },
  acted: { id: 'Hari', en: 'Day' },
  actedOn: { id: 'Tindakan pada {day}', en: 'Acts of {day}' },
  decidedOn: { id: 'Diputuskan pada {day}', en: 'Decided on {day}' },
  chip: {
    words: { id: 'kata: {value}', en: 'words: {value}' },
    account: { id: 'orang: {value}', en: 'person: {value}' },
    ticket: { id: 'pasangan: {value}', en: 'ticket: {value}' },
    rule: { id: 'aturan: {value}', en: 'rule: {value}' },
  },
  drop: { id: 'Hapus pencarian {value}', en: 'Drop the search for {value}' },
  alsoQueue: { id: 'Cari yang sama di antrean', en: 'Search the same in the queue' },
  alsoDecisions: { id: 'Cari yang sama di keputusan', en: 'Search the same in the decisions' },
  filterHeld: { id: 'Saring pegangan', en: 'Filter by who holds it' },
  allHeld: { id: 'Semua pegangan', en: 'Held by anybody' },
  heldMine: { id: 'Saya pegang', en: 'Held by me' },
  filterActed: { id: 'Saring hari tindakan', en: 'Filter by day of the act' },
} as const satisfies Catalogue;
