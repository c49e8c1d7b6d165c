import type { Catalogue } from '../say.js';

export const ASSIGNMENT = {
  title: { id: 'Tugas siapa', en: 'Whose work' },
  filter: { id: 'Saring tugas', en: 'Filter by whose work it is' },
  all: { id: 'Tugas siapa pun', en: "Anybody's work" },
  mine: { id: 'Tugas saya', en: 'My work' },
  none: { id: 'Belum ditugaskan', en: "Nobody's yet" },
  isOf: { id: 'tugas {name}', en: 'work of {name}' },
  isYours: { id: 'tugas Anda', en: 'your work' },
  take: { id: 'Jadikan tugas saya', en: 'Make it my work' },
  giveBack: { id: 'Lepas tugas ini', en: 'Give this work back' },
} as const satisfies Catalogue;
