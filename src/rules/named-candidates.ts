import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Election } from '../domain/election.js';
import type { FileIssue } from '../domain/errors.js';
import { quoted } from './quoted.js';
import { placeOf } from './rule-references.js';
import type { RuleSet } from './rule-set.js';
import { nameWords, plainWords } from './tickets/signs.js';

interface NamedFile {
  readonly path: string;
  readonly terms: readonly string[];
}

/**
 * Rules and word lists that name a candidate, a party or a tag of a loaded election. A rule must treat all tickets
 * alike, so names come from election files only. Ambiguous signs are ordinary words too and are not looked at.
 */
export function namedCandidates(ruleSet: RuleSet, elections: readonly Election[], lexiconDir: string): FileIssue[] {
  const signs = signsOfAll(elections);
  return filesOf(ruleSet, lexiconDir).flatMap(({ path, terms }) =>
    [...new Set(terms)].flatMap((term) => {
      const owner = signs.get(plainWords(term.replaceAll('~', '')).join(' '));
      if (owner === undefined) return [];
      const place = placeOf(sourceOf(path), term);
      const problem = `Aturan menyebut ${owner}: ${quoted(term)}`;
      return [{ path, ...place, problem, hint: 'pakai seleksi "ticket"; nama berasal dari berkas pemilihan' }];
    }),
  );
}

function filesOf({ rules, lexicons }: RuleSet, lexiconDir: string): NamedFile[] {
  return [
    ...rules.map(({ rule, path }) => ({
      path,
      terms: Object.values(rule.selections).flatMap((s) =>
        [s.stem, s.words, s.phrase, s.hashtag, s.except, s.author, s.source].flatMap((list) => list ?? []),
      ),
    })),
    ...lexicons.map((l) => ({
      path: `${lexiconDir}/${l.id}.yaml`,
      terms: [l.words, l.stems, l.phrases].flatMap((list) => list ?? []),
    })),
  ];
}

function signsOfAll(elections: readonly Election[]): Map<string, string> {
  const signs = new Map<string, string>();
  const add = (words: readonly string[], owner: string) => words.length > 0 && signs.set(words.join(' '), owner);
  for (const ticket of elections.flatMap((e) => e.contests).flatMap((c) => c.tickets)) {
    for (const name of ticket.names) add(nameWords(name), 'nama calon');
    for (const alias of ticket.aliases) if (!alias.ambiguous) add(plainWords(alias.text), 'sebutan calon');
    for (const tag of ticket.hashtags) if (!tag.ambiguous) add(plainWords(tag.text), 'tagar pasangan calon');
    for (const party of ticket.parties) if (!party.ambiguous) add(plainWords(party.text), 'partai');
  }
  return signs;
}

function sourceOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return basename(path);
  }
}
