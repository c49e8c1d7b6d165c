import { existsSync, readdirSync } from 'node:fs';
import { assertName, SkeletonError } from './skeleton.mjs';

/** Folders of \`rules\` that hold other things than rules that mark. */
const OTHERS = ['clearing', 'elections', 'example', 'frame', 'lexicon', 'part', 'recipes', 'schema'];

/**
 * A rule that counts nowhere yet, with samples that hold: each part is there to be replaced, and `rules test` stays
 * green from the first minute.
 *
 * @param {string} path `folder/id`
 * @returns {import('./skeleton.mjs').Skeleton}
 */
export function ruleSkeleton(path) {
  const [folder = '', id = '', ...rest] = path.split('/');
  if (id === '' || rest.length > 0) {
    throw new SkeletonError(
      `"${path}": tulis FOLDER/NAMA, seperti speech/one-heart. Folder: ${folders().join(', ')}`,
      64,
    );
  }
  assertName(id, 'one-heart');
  if (!folders().includes(folder)) {
    throw new SkeletonError(
      `Folder rules/${folder} bukan folder aturan yang menandai. Pilih: ${folders().join(', ')}`,
      64,
    );
  }
  const taken = folders().find((other) => existsSync(`rules/${other}/${id}.yaml`));
  if (taken) throw new SkeletonError(`Id "${id}" sudah dipakai: rules/${taken}/${id}.yaml`, 1);
  return {
    files: [
      { path: `rules/${folder}/${id}.yaml`, text: ruleText(id) },
      { path: `rules/${folder}/${id}.samples.yaml`, text: SAMPLES },
    ],
    edits: [],
    next: [
      'Sekarang: ganti "kata ganti saya" dan contoh-contohnya, lalu: npx netra rules check && npx netra rules test',
    ],
  };
}

function folders() {
  const found = readdirSync('rules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return found.map(({ name }) => name).filter((name) => !OTHERS.includes(name));
}

/** @param {string} id */
function ruleText(id) {
  return `# yaml-language-server: $schema=../schema/rule.schema.json
title: 'TULIS: apa yang ditandai, satu baris'
id: ${id}
status: experimental
basis: { before_determined: [E2], from_determined: [D2, D8] }
stance: support
applies_to: [post, comment, share]
selections:
  ticket: { ticket: any }
  wording: { phrase: [kata ganti saya], within: 6 words of ticket, unless: [quoted, question] }
when: { all: [ticket, wording] }
explain: 'TULIS: apa yang dilakukan {ticket} pada tahap {stage}.'
false_positives: ['TULIS: kapan tanda ini keliru']
`;
}

const SAMPLES = `match:
  - { note: lugas, text: 'Kata ganti saya untuk {ticket.pair}' }
  - { note: nama dulu, text: '{ticket.name}, kata ganti saya' }
  - { note: huruf diulang, text: 'kata ganti sayaaa {ticket.pair} yaa' }
no_match:
  - { note: tanpa pasangan calon, text: 'Kata ganti saya dalam bahasa daerah apa ya' }
  - { note: dikutip, text: 'Spanduk itu berbunyi "kata ganti saya, {ticket.pair}"' }
  - { note: ditanyakan, text: 'Apakah kata ganti saya untuk {ticket.pair}?' }
  - { note: jauh dari namanya, text: 'Debat {ticket.pair} tayang malam ini. Pelajaran bahasa besok pagi membahas kata ganti saya' }
`;
