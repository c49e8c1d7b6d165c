import type { AskedKind, QuestionState } from '../../domain/question.js';
import type { Advice, Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

export const ASKED_TERMS = {
  colleague: { id: 'rekan', en: 'a colleague' },
  office_head: { id: 'pimpinan OPD (kantor Sekda)', en: 'head of office (Sekda office)' },
  registry_owner: { id: 'pengelola registri (admin)', en: "the registry's owner (admin)" },
} as const satisfies Terms<AskedKind>;

export const QUESTION_STATE_TERMS = {
  waiting: { id: 'menunggu jawaban', en: 'waiting for an answer' },
  late: { id: 'lewat hari', en: 'past its day' },
  gone: { id: 'yang ditanya sudah tidak bertugas', en: 'whoever was asked is here no more' },
  answered: { id: 'sudah dijawab', en: 'answered' },
} as const satisfies Terms<QuestionState>;

export const QUESTION = {
  title: { id: 'Pertanyaan', en: 'Question' },
  whom: { id: 'Ditanyakan kepada', en: 'Asked of' },
  choose: { id: 'pilih yang ditanya', en: 'choose whom to ask' },
  toDoDay: { id: 'isi hari jawabannya', en: 'give the day of the answer' },
  toDoText: { id: 'tulis pertanyaan', en: 'write the question' },
  day: { id: 'Dijawab paling lambat', en: 'To be answered by' },
  text: { id: 'Pertanyaan (wajib)', en: 'Question (required)' },
  textHint: { id: 'Apa yang perlu diketahui sebelum memutuskan.', en: 'What has to be known before deciding.' },
  seesNoFlag: {
    id: 'Yang ditanya tidak melihat tandanya: tulis yang perlu ia ketahui.',
    en: 'Whoever is asked does not see the flag: write what they need to know.',
  },
  askedOf: { id: 'ditanyakan kepada {name} sampai {day}', en: 'asked of {name} until {day}' },
  by: { id: 'Ditanyakan {name}, {time}', en: 'Asked by {name}, {time}' },
  byHidden: { id: 'Ditanyakan (nama disembunyikan), {time}', en: 'Asked (name hidden), {time}' },
  textHidden: {
    id: 'Pertanyaan ini terlihat sesudah Anda memutuskan: penanyanya sudah memutuskan tanda ini.',
    en: 'You see this question once you have decided: whoever asks it has decided on this flag.',
  },
  answerBy: { id: 'Jawaban {name}, {time}', en: 'Answer of {name}, {time}' },
  answerByHidden: { id: 'Jawaban (nama disembunyikan), {time}', en: 'Answer (name hidden), {time}' },
  answerHidden: {
    id: 'Jawabannya terlihat sesudah Anda memutuskan.',
    en: 'The answer is in sight once you have decided.',
  },
  yours: { id: 'Jawaban Anda', en: 'Your answer' },
  send: { id: 'Jawab', en: 'Answer' },
  keys: { id: 'b: jawab · Ctrl+Enter di kolomnya: kirim jawaban', en: 'b: answer · Ctrl+Enter in it: send the answer' },
  isAnswer: { id: 'jawaban', en: 'answer' },
} as const satisfies Catalogue;

export const FOR_ME = {
  title: { id: 'Untuk saya', en: 'For me' },
  explain: {
    id: 'Pertanyaan yang menunggu jawaban Anda, yang paling dekat harinya dahulu.',
    en: 'Questions that wait for your answer, those whose day is nearest first.',
  },
  empty: { id: 'Tidak ada pertanyaan yang menunggu jawaban Anda.', en: 'No question waits for your answer.' },
  open: { id: 'Buka tandanya dan jawab', en: 'Open the flag and answer' },
  until: { id: 'sampai {day}', en: 'until {day}' },
} as const satisfies Catalogue;

/** Of the queue: what is left out of it until its answer, or its day. */
export const ASKED_LIST = {
  waiting: { id: '{n} menunggu jawaban', en: '{n} waiting for an answer' },
  empty: {
    id: 'Tidak ada yang dapat diputuskan sekarang: {n} tanda menunggu jawaban.',
    en: 'There is nothing to decide now: {n} flag(s) wait for an answer.',
  },
} as const satisfies Catalogue;

export const QUESTION_REFUSALS = {
  nobody_to_ask: {
    message: { id: 'Tidak ada yang dapat ditanya begitu di sini.', en: 'There is nobody here who can be asked so.' },
    hint: { id: 'Muat ulang, lalu pilih dari daftar.', en: 'Reload, then choose from the list.' },
  },
  asks_after_verdict: {
    message: {
      id: 'Anda sudah memutuskan tanda ini: pertanyaan kepada rekan dapat membuka keputusan itu baginya.',
      en: 'You have decided on this flag: a question to a colleague may tell them that verdict.',
    },
    hint: {
      id: 'Tanyakan kepada pimpinan OPD atau pengelola registri: mereka tidak memutuskan.',
      en: "Ask the head of office or the registry's owner: they do not decide.",
    },
  },
  too_many_questions: {
    message: { id: 'Tanda ini sudah {limit} kali ditanyakan.', en: 'This flag was asked about {limit} times already.' },
    hint: {
      id: 'Putuskan menurut yang ada, atau serahkan kepada penyelia.',
      en: 'Decide by what is there, or hand it to a supervisor.',
    },
  },
  day_too_far: {
    message: {
      id: 'Harinya harus hari ini sampai {days} hari lagi.',
      en: 'The day has to be today or within {days} days.',
    },
    hint: { id: 'Pilih hari lain.', en: 'Choose another day.' },
  },
  answered_already: {
    message: {
      id: 'Pertanyaan ini sudah dijawab, ditarik, atau tandanya sudah diputuskan.',
      en: 'This question was answered or withdrawn already, or its flag is decided.',
    },
    hint: { id: 'Muat ulang daftar Anda.', en: 'Reload your list.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;
