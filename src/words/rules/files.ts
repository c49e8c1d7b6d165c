import type { Catalogue } from '../say.js';

/** What is wrong with a rule file, a word list or their folder. */
export const RULE_FAULTS = {
  noFolder: {
    message: { id: 'Folder tidak ada atau tidak dapat dibaca', en: 'The folder is not there or cannot be read' },
    hint: { id: 'periksa --rules', en: 'check --rules' },
  },
  noFile: {
    message: { id: 'Berkas tidak ada atau tidak dapat dibaca', en: 'The file is not there or cannot be read' },
    hint: { id: 'buat berkasnya; lihat rules/README.md', en: 'make it; see rules/README.md' },
  },
  namesCandidate: {
    message: { id: 'Aturan menyebut {owner}: {text}', en: 'The rule names {owner}: {text}' },
    hint: {
      id: 'pakai seleksi "ticket"; nama berasal dari berkas pemilihan',
      en: 'use the selection "ticket"; names come from the election file',
    },
  },
  strayLexicon: {
    message: {
      id: 'id leksikon berbeda dari nama berkas {file}',
      en: 'the id of the word list differs from the file name {file}',
    },
    hint: { id: 'samakan id dengan nama berkas', en: 'make id and file name the same' },
  },
  strayId: {
    message: { id: 'id {id} berbeda dari nama berkas', en: 'the id {id} differs from the file name' },
    hint: { id: 'samakan id dengan nama berkas', en: 'make id and file name the same' },
  },
  doubleId: {
    message: { id: 'id {id} dipakai dua aturan', en: 'two rules have the id {id}' },
    hint: { id: 'beri id lain', en: 'give it another id' },
  },
  noItem: { id: 'Butir {name} tidak ada di clauses.yaml', en: 'There is no item {name} in clauses.yaml' },
  noRule: { id: 'Aturan atau folder {name} tidak ada', en: 'There is no rule or folder {name}' },
  noCondition: {
    message: { id: '"when" tidak punya all atau any', en: '"when" has neither all nor any' },
    hint: { id: 'sebut sedikitnya satu seleksi', en: 'name at least one selection' },
  },
  unused: {
    message: { id: 'Seleksi {name} tidak dipakai', en: 'The selection {name} is not used' },
    hint: { id: 'sebut dalam "when", atau hapus', en: 'name it in "when", or delete it' },
  },
  noLexicon: { id: 'Leksikon {name} tidak ada', en: 'There is no word list {name}' },
  empty: {
    message: { id: 'Seleksi {name} kosong', en: 'The selection {name} is empty' },
    hint: { id: 'isi salah satu: {keys}', en: 'fill in one of: {keys}' },
  },
  ownReference: {
    message: { id: 'Seleksi {name} menunjuk dirinya sendiri', en: 'The selection {name} points at itself' },
    hint: { id: 'tunjuk seleksi lain', en: 'point at another one' },
  },
  noSelection: { id: 'Seleksi {name} tidak ada', en: 'There is no selection {name}' },
  noPart: { id: 'Bagian {name} tidak ada', en: 'There is no part {name}' },
  noPartForSigns: {
    message: { id: '"signs" tanpa "part"', en: '"signs" without "part"' },
    hint: { id: 'sebut bagiannya, seperti part: own-call', en: 'name the part, such as part: own-call' },
  },
  inPart: {
    message: {
      id: 'Seleksi {name} sudah ada dalam bagian yang dipakai',
      en: 'The selection {name} stands in the part already',
    },
    hint: { id: 'beri nama lain, atau hapus', en: 'give it another name, or delete it' },
  },
  noFrame: { id: 'Bingkai {name} tidak ada', en: 'There is no frame {name}' },
  frameInFrame: {
    message: { id: 'Bingkai tidak dapat menyebut bingkai lain: {name}', en: 'A frame cannot name another one: {name}' },
    hint: { id: 'tulis syaratnya dengan kata atau daftar', en: 'write its condition with words or lists' },
  },
  badSign: {
    message: { id: 'Nama tanda salah bentuk', en: 'No name of a sign' },
    hint: { id: 'contoh: rule.call-to-vote', en: 'such as: rule.call-to-vote' },
  },
  noSign: { id: 'Tanda {name} tidak ada', en: 'There is no sign {name}' },
  noSignHint: {
    id: 'hapus baris ini, atau kembalikan berkas yang bernama begitu',
    en: 'delete this line, or bring back the file of that name',
  },
  noPin: { id: 'Tanda {name} dalam "pinned" tidak ada lagi', en: 'The sign {name} in "pinned" is there no more' },
  noPinHint: { id: 'hapus dari "pinned"', en: 'delete it from "pinned"' },
  notWeighing: {
    message: { id: 'Daftar kata {name} tidak menimbang', en: 'The word list {name} does not weigh' },
    hint: {
      id: 'tulis "weighs: for" atau "weighs: against" dalam daftar itu, atau hapus baris ini',
      en: 'write "weighs: for" or "weighs: against" in that list, or delete this line',
    },
  },
  clearsOnly: {
    message: {
      id: 'Tanda {name} meringankan, dan tidak boleh memberatkan siapa pun',
      en: 'The sign {name} clears, and may never count against anybody',
    },
    hint: { id: 'pindahkan ke "against", atau hapus baris ini', en: 'move it to "against", or delete this line' },
  },
  otherSide: {
    message: { id: 'Tanda {name} hanya boleh berdiri di "{side}"', en: 'The sign {name} may only stand in "{side}"' },
    hint: { id: 'pindahkan ke "{side}", atau hapus baris ini', en: 'move it to "{side}", or delete this line' },
  },
  bothSides: {
    message: { id: 'Tanda {name} berdiri di kedua sisi', en: 'The sign {name} stands on both sides' },
    hint: {
      id: 'hapus baris ini; tempatnya di "{side}"',
      en: 'delete this line; its place is in "{side}"',
    },
  },
  noLean: {
    message: { id: '{name} tidak dapat condong ke satu arah', en: '{name} cannot lean to a side' },
    hint: {
      id: 'hapus baris ini; "leans" hanya memuat act.any, aturan yang menandai, dan daftar kata yang memuat "leans"',
      en: 'delete this line; "leans" holds act.any, rules that mark, and lists that say "leans"',
    },
  },
  badId: {
    message: { id: 'id harus huruf kecil, angka dan tanda hubung', en: 'id must be small letters, digits and hyphens' },
    hint: { id: 'contoh: call-to-vote', en: 'such as: call-to-vote' },
  },
  badItem: {
    message: { id: 'Butir SKB tidak dikenal', en: 'No item of the decree' },
    hint: { id: 'contoh: E2, D6', en: 'such as: E2, D6' },
  },
  fewMatches: {
    message: { id: 'Contoh yang harus kena kurang dari 3', en: 'Fewer than 3 samples that must fire' },
    hint: { id: 'tambahkan contoh', en: 'add samples' },
  },
  fewSilent: {
    message: { id: 'Contoh yang tidak boleh kena kurang dari 4', en: 'Fewer than 4 samples that must not fire' },
    hint: { id: 'tambahkan contoh', en: 'add samples' },
  },
} as const satisfies Catalogue;

/** What of a ticket a rule may not name. */
export const NAMED_SIGNS = {
  name: { id: 'nama calon', en: "a candidate's name" },
  alias: { id: 'sebutan calon', en: "a candidate's by-name" },
  tag: { id: 'tagar pasangan calon', en: "the ticket's hashtag" },
  party: { id: 'partai', en: 'a party' },
} as const satisfies Catalogue;

/** What editors show of the files they help to write. */
export const SCHEMA_WORDS = {
  rule: { id: 'Berkas aturan Netra', en: 'A rule file of Netra' },
  ruleGuide: { id: 'Cara menulisnya: rules/README.md', en: 'How to write it: rules/README.md' },
  part: { id: 'Bagian bersama beberapa aturan Netra', en: 'What several rules of Netra share' },
  election: { id: 'Berkas pemilihan Netra', en: 'An election file of Netra' },
  electionGuide: { id: 'Cara menulisnya: docs/elections.md', en: 'How to write it: docs/elections.md' },
} as const satisfies Catalogue;
