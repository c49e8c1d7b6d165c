import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import { MAX_WORDS, WordAutomaton } from '../../text/word-automaton.js';
import type { Anchors } from './anchors.js';
import type { Ballot, Candidate, View } from './ballot.js';
import { isInCapitals } from './capitals.js';
import { confirmAnswers } from './confirm-answers.js';
import { NumberSigns } from './number-signs.js';
import { OfficeHolders, type OfficePlaces } from './office-holders.js';
import { isPartOfWord } from './part-of-word.js';
import { ROLE } from './roles.js';
import { ShortNames, type Written } from './short-names.js';
import { SignCompany } from './sign-company.js';
import { type Sign, SignTable } from './sign-table.js';
import { plainWords, type SignKind, signsOf } from './signs.js';
import { SumSigns } from './sum-signs.js';
import type { TargetAccounts } from './target-accounts.js';
import type { Sight, TicketHit } from './ticket-hit.js';
import { EMPTY_BOX, PICTURED, SKIPPED_IN_NAMES } from './ticket-words.js';

/** A sight of no place yet. */
type Unplaced = Omit<Sight, 'first' | 'last'>;

/** What an act says besides its words of tickets. */
export interface SeenAround extends Written {
  readonly anchors: Anchors;
  /** Tickets to whom the account is registered that the act answers. */
  readonly targetTickets: readonly number[];
  readonly office: OfficePlaces;
  /** Units of this field are those of the text that is answered. */
  readonly targetField: number;
}

/** Where the words of people and of accounts are read. */
interface Readers {
  /** The reader turns some forms of address into plain words (`Uda` is also a way to write `sudah`). */
  readonly slang: ReadonlyMap<string, readonly string[]>;
  readonly accounts: TargetAccounts;
}

/** Finds the tickets that a text names. Built once for a set of elections; every lookup is linear in the text. */
export class TicketFinder {
  readonly #automaton: WordAutomaton;
  readonly #signs = new SignTable();
  readonly #tags = new Map<string, number[]>();
  readonly #numbers: NumberSigns;
  readonly #company: SignCompany;
  readonly #holders: OfficeHolders;
  readonly #shortNames: ShortNames;
  readonly #sums: SumSigns;
  #view!: View;
  #at = 0;
  #best: Sight | undefined;
  #steps = 0;
  readonly #slang: Readers['slang'];
  readonly #accounts: TargetAccounts;
  constructor(ballot: Ballot, vocabulary: Vocabulary, { slang, accounts }: Readers) {
    this.#slang = slang;
    this.#accounts = accounts;
    this.#company = new SignCompany(vocabulary, ballot);
    this.#automaton = new WordAutomaton([...SKIPPED_IN_NAMES].map((w) => vocabulary.addWord(w)));
    for (const candidate of ballot.candidates) this.#addCandidate(candidate, vocabulary);
    this.#numbers = new NumberSigns(ballot, vocabulary);
    this.#holders = new OfficeHolders(ballot);
    this.#shortNames = new ShortNames(ballot, vocabulary, slang);
    this.#sums = new SumSigns(ballot, vocabulary);
    this.#automaton.seal(vocabulary.size);
  }

  get work(): number {
    return this.#automaton.work + this.#signs.work + this.#steps;
  }

  /** The roles that words have here. */
  rolesOf(id: number, stem: number): number {
    const signs = this.#automaton.begins(id, stem) ? ROLE.sign : 0;
    return signs | (this.#numbers.isPointing(id) ? ROLE.place : 0) | (this.#shortNames.isLed(id) ? ROLE.address : 0);
  }

  /** Marks the words of what it finds as signs. Not re-entrant. */
  find(units: Units, around: SeenAround): TicketHit[] {
    const { view } = around;
    this.#view = view;
    const seen: Sight[] = [];
    const mentions = this.#findTags(units, seen);
    for (let i = 0; i < units.count; i++) {
      if ((units.roles[i]! & ROLE.sign) === 0 || (units.flags[i]! & UNIT.url) !== 0) continue;
      if (mentions.has(units.tag[i]!)) continue;
      const sight = this.#longestAt(units, i);
      if (sight === undefined) continue;
      seen.push(sight);
      // A shorter sign inside a longer one says nothing new.
      if (sight.needs === undefined) i = sight.last;
    }
    this.#numbers.find(units, view, (sight) => seen.push(sight));
    this.#shortNames.find(units, around, (sight) => seen.push(sight));
    this.#sums.find(units, around, (sight) => seen.push(sight));
    const hits = seen.length === 0 ? [] : this.#told(units, seen, around);
    return hits.length === 0 && around.targetTickets.length === 0 ? this.#holders.find(units, around) : hits;
  }

  #told(units: Units, seen: readonly Sight[], around: SeenAround): TicketHit[] {
    this.#steps += seen.length;
    const sure = seen.filter((s) => s.needs === undefined);
    if (sure.length === seen.length) return this.#settle(units, sure);
    const weak = seen.filter((s) => s.needs !== undefined);
    return this.#settle(units, [...sure, ...confirmAnswers(this.#company, units, { sure, weak, ...around })]);
  }

  /** Sorted hits without those that a registered tag already says, with their words marked as signs. */
  #settle(units: Units, sure: readonly TicketHit[]): TicketHit[] {
    const byTag = new Map(sure.filter((h) => h.kind === 'hashtag').map((h) => [units.tag[h.first]!, h]));
    const hits = sure.filter((hit) => {
      const tag = byTag.get(units.tag[hit.first]!);
      return tag === undefined || tag === hit || !hit.candidates.every((c) => tag.candidates.includes(c));
    });
    for (const { first, last, kind } of hits) {
      // What a tag says beside the name in it is said by its writer, registered or not.
      if (!POINTING.has(kind)) for (let i = first; i <= last; i++) units.flags[i]! |= UNIT.sign;
    }
    return hits.sort((a, b) => a.first - b.first || a.last - b.last);
  }

  #addCandidate(candidate: Candidate, vocabulary: Vocabulary): void {
    const { ticket, index, contestIndex } = candidate;
    const whose = { candidate: index, contest: contestIndex };
    if (ticket === undefined) {
      const sign = { kind: 'empty_box', ...whose, needs: undefined, isKnownAnywhere: false } as const;
      for (const words of EMPTY_BOX) this.#addSign(words, sign, vocabulary);
      return;
    }
    if (candidate.contest.hasEmptyBox) {
      const sign = { kind: 'position', ...whose, needs: 'act', isKnownAnywhere: false } as const;
      for (const words of PICTURED) this.#addSign(words, sign, vocabulary);
    }
    for (const { words, ...sign } of signsOf(ticket)) this.#addSign(words, { ...sign, ...whose }, vocabulary);
    const ambiguous = new Set(ticket.aliases.filter((a) => a.ambiguous).map((a) => plainWords(a.text).join('')));
    for (const tag of ticket.hashtags) {
      const text = plainWords(tag.text).join('');
      // A tag that is only an ambiguous alias with a # before it is no surer than the alias.
      const needs = tag.ambiguous || ambiguous.has(text) ? 'ticket' : undefined;
      const sign = this.#signs.add({ kind: 'hashtag', ...whose, needs, isKnownAnywhere: true });
      this.#tags.set(text, [...(this.#tags.get(text) ?? []), sign]);
    }
  }

  #addSign(words: readonly string[], sign: Sign, vocabulary: Vocabulary): void {
    if (words.length > MAX_WORDS) return;
    const isName =
      sign.needs !== 'ticket' &&
      sign.needs !== 'rare' &&
      (sign.kind === 'name' || sign.kind === 'alias' || sign.kind === 'pair');
    const symbols = words.map((w) => (isName ? vocabulary.addName(w) : vocabulary.addWord(w)));
    const output = this.#signs.add(sign);
    this.#automaton.add(symbols, output);
    if (words.length > 1 && words.some((w) => this.#slang.has(w))) {
      const read = words.flatMap((w) => this.#slang.get(w) ?? [w]);
      this.#automaton.add(
        read.map((w) => vocabulary.addWord(w)),
        output,
      );
    }
  }

  /** Registered tags, and mentions of tickets' accounts and teams: answers which handles are known so. */
  #findTags(units: Units, seen: Sight[]): ReadonlySet<number> {
    if (units.tags.length === 0) return NO_TAGS;
    const mentions = new Set<number>();
    for (const [i, { text, firstUnit }] of units.tags.entries()) {
      const isMention = (units.flags[firstUnit]! & UNIT.mention) !== 0;
      const sight = isMention ? this.#mentionOf(text) : this.#tagOf(text);
      if (sight === undefined) continue;
      let last = firstUnit;
      while (last + 1 < units.count && units.tag[last + 1] === units.tag[firstUnit]) last++;
      seen.push({ ...sight, first: firstUnit, last });
      if (isMention) mentions.add(i + 1);
    }
    return mentions;
  }

  #tagOf(text: string): Unplaced | undefined {
    const outputs = this.#tags.get(text);
    return outputs === undefined ? undefined : this.#signs.sightOf(outputs, this.#view);
  }

  #mentionOf(text: string): Unplaced | undefined {
    const candidates = this.#accounts.mentioned(text, this.#view);
    if (candidates.length === 0) return undefined;
    return { kind: 'mention', candidates, needs: undefined, by: 'itself' };
  }

  #longestAt(units: Units, i: number): Sight | undefined {
    this.#at = i;
    this.#best = undefined;
    this.#automaton.walk(units, i, this.#keepLongest);
    const best = this.#best as Sight | undefined;
    if (best === undefined) return undefined;
    if (best.last === i && isPartOfWord(units, i)) return undefined;
    const isHandle = (units.flags[i]! & UNIT.mention) !== 0;
    if (isHandle) return best.kind === 'colour' ? undefined : { ...best, kind: 'mention' };
    // One word in another spelling may be somebody else's name.
    const isGuess = best.needs === undefined && best.last === i && (units.flags[i]! & UNIT.respelled) !== 0;
    if (isGuess) return { ...best, needs: 'address' };
    // Another spelling of a name that is weak as it stands is most likely another name.
    const isWeakGuess = best.kind === 'alias' && best.last === i && (units.flags[i]! & UNIT.respelled) !== 0;
    if (isWeakGuess && best.needs === 'ticket') return undefined;
    const isShouted = best.isAcronym && (units.flags[i]! & UNIT.allCaps) !== 0 && !isInCapitals(units, i);
    return isShouted && (best.needs === 'ticket' || best.needs === 'rare') ? { ...best, needs: 'act' } : best;
  }

  /** Surest first, then longest. */
  readonly #keepLongest = (outputs: readonly number[], last: number): void => {
    const best = this.#best;
    const sight = this.#signs.sightOf(outputs, this.#view);
    if (sight === undefined) return;
    const isSurer = best === undefined || (best.needs !== undefined && sight.needs === undefined);
    const isLess = best?.needs === undefined && sight.needs !== undefined;
    if (!isSurer && (last <= best.last || isLess)) return;
    const { kind, candidates, needs, isAcronym, by } = sight;
    this.#best = { kind, candidates, needs, isAcronym, by, first: this.#at, last };
  };
}

const NO_TAGS: ReadonlySet<number> = new Set();

/** What stands in a tag beside the name in it, a number and a raised finger are said by the writer. */
const POINTING: ReadonlySet<SignKind> = new Set(['number', 'sum', 'hashtag', 'finger', 'position', 'colour']);
