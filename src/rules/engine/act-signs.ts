import { UNIT, type Units } from '../../text/units.js';
import type { ActSignName } from '../../words/rules/act-signs.js';
import { FRAME, isClearing, isMarking } from '../files/rule-schema.js';
import { distanceBetween, type Occurrence } from '../scene/occurrence.js';
import { type Scene, TARGET_FIELD } from '../scene/scene.js';
import { isInScope } from '../scene/scopes.js';
import { ANCHOR_KINDS, type AnchorKind } from '../tickets/anchors.js';
import type { TicketHit } from '../tickets/ticket-hit.js';
import { answersElsewhere } from './answers-elsewhere.js';
import type { CompiledRule } from './compile-rules.js';
import type { Fired } from './fired-rules.js';
import { isListed, namesBox, numbersOf, ticketsOf } from './named-tickets.js';

/** A thing that is true of an act, by its name in the scorecard, and where it shows. */
export interface ActSign {
  readonly name: string;
  readonly places: readonly Occurrence[];
  /** What it counts in a card that does not know it, in lines: a new rule marks by itself until it is weighed. */
  readonly unweighed: 1 | 0 | -1;
}

/** On which side a sign may have points: what speaks for marking never speaks against it. */
export type Side = 'for' | 'against';

interface Reading {
  readonly scene: Scene;
  readonly marking: readonly Fired[];
  /** Signs of tickets in the own words and pictures. */
  readonly own: readonly TicketHit[];
}

/** Every sign that the program names, but for anchors and what follows from all the others. */
type GeneralSign = Exclude<ActSignName, `anchor.${AnchorKind}` | typeof UNFRAMED | typeof FREE>;

/** What a scorecard may give points to besides rules and frames. It sees no name, number, party, person or office. */
const GENERAL_SIGNS: Readonly<Record<GeneralSign, readonly [Side, (reading: Reading) => boolean]>> = {
  'ticket.full': ['for', ({ own }) => own.some(isFull)],
  'ticket.pointed': ['against', ({ own }) => own.length > 0 && own.every(isPointing)],
  'ticket.chosen': ['against', ({ own }) => own.length > 0 && own.every(({ by }) => by === 'choice')],
  'ticket.topical': ['against', ({ own }) => own.length > 0 && own.every(({ by }) => by === 'power')],
  'ticket.first-name': ['against', ({ own }) => own.length > 0 && own.every(isFirstName)],
  'ticket.slogan': ['against', ({ own }) => own.length > 0 && own.every(({ kind }) => kind === 'slogan')],
  'ticket.party': ['against', ({ own }) => own.length > 0 && own.every(({ kind }) => kind === 'party')],
  'ticket.pictured': [
    'against',
    ({ own, scene: { units } }) => own.length > 0 && own.every((hit) => units.field[hit.first] !== 0),
  ],
  'ticket.answered': ['for', ({ own, scene }) => own.length === 0 && scene.targetTickets.length > 0],
  'ticket.team': ['against', ({ scene }) => scene.isTeamTarget],
  // A like or a bare share says nothing of its own that could be turned around.
  'ticket.retold': [
    'against',
    ({ own, scene }) =>
      own.length === 0 && scene.hits.length > 0 && scene.targetTickets.length === 0 && ownWords(scene.units) > 1,
  ],
  'ticket.quoted': [
    'against',
    ({ own, scene }) => own.length > 0 && own.every((hit) => isInScope(scene, 'quoted', hit.first)),
  ],
  'ticket.asked': [
    'against',
    ({ own, scene }) => own.length > 0 && own.every((hit) => isInScope(scene, 'question', hit.first)),
  ],
  'numbers.several': ['against', ({ own }) => numbersOf(own) > 1],
  'target.elsewhere': ['against', ({ scene }) => answersElsewhere(scene)],
  'tickets.several': [
    'against',
    ({ own }) => ticketsOf(own) > 1 && !own.every(({ candidates }) => candidates.length > 1),
  ],
  'tickets.listed': ['against', ({ own, scene }) => isListed(scene.units, own)],
  'tickets.contrast': ['for', ({ marking }) => isContrast(marking)],
  'tickets.even': ['against', ({ own, marking }) => ticketsOf(own) > 1 && !isOneSided(marking) && !isContrast(marking)],
  'tickets.box': ['against', ({ own, scene }) => namesBox(own) && ticketsOf(own) > 0 && !scene.namesEveryTicket()],
  'tickets.every': ['against', ({ scene }) => scene.namesEveryTicket()],
  'rules.two': ['for', ({ marking }) => rulesOf(marking) >= 2],
  'rules.three': ['for', ({ marking }) => rulesOf(marking) >= 3],
  'words.near': ['for', ({ scene, marking }) => marking.some((f) => isNear(scene.units, f))],
  'words.question': ['against', ({ scene, marking }) => marking.every((f) => isAsked(scene, f))],
  'text.short': ['for', ({ scene: { units } }) => ownWords(units) <= 8],
  'text.long': ['against', ({ scene: { units } }) => ownWords(units) > 30],
  'style.news': ['against', ({ scene }) => scene.style().isNews],
  'style.reported': ['against', ({ scene }) => scene.style().isReported],
  'style.headline': ['against', ({ scene }) => scene.style().isHeadline],
  'style.formal': ['against', ({ scene }) => scene.style().isFormal],
  'style.bare': ['for', ({ scene }) => scene.style().isBare],
  'kind.comment': ['for', ({ scene }) => scene.input.kind === 'comment'],
  'kind.share': ['for', ({ scene }) => scene.input.kind === 'share'],
};

/** A word list that is a sign by itself. */
export interface WeighedList {
  readonly id: string;
  readonly side: Side;
  readonly set: number;
}

/** What a rule is called in the scorecard; `undefined` for one that only teaches. */
export function signNameOf({ written, subject }: Pick<CompiledRule, 'written' | 'subject'>): string | undefined {
  if (isMarking(written)) return `rule.${written.id}`;
  return isClearing(written) ? `${subject === FRAME ? 'frame' : 'clearing'}.${written.id}` : undefined;
}

/** The side of a sign, or `undefined` where there is no such sign. */
export function sideOf(name: string, lists: readonly Pick<WeighedList, 'id' | 'side'>[] = []): Side | undefined {
  if (name === UNFRAMED || name === FREE) return 'for';
  if (name.startsWith(WORD)) return lists.find(({ id }) => name === WORD + id)?.side;
  if (name.startsWith('rule.') || name.startsWith('anchor.')) return 'for';
  if (name.startsWith('frame.') || name.startsWith('clearing.')) return 'against';
  return Object.hasOwn(GENERAL_SIGNS, name) ? GENERAL_SIGNS[name as GeneralSign][0] : undefined;
}

/** What is aimed at a team weighs less than what is aimed at the ticket's own account, weighed or not. */
const TEAM = 'ticket.team' satisfies ActSignName;

export const WORD = 'word.';
/** No frame holds and nothing is said that weighs against. */
const UNFRAMED = 'text.unframed';
/** The same, and what some rule found takes a side. */
const FREE = 'rules.free';

/** All signs of an act that some rule would mark. `fired`: the rules and frames that hold, silenced marks left out. */
export function signsOfAct(scene: Scene, fired: readonly Fired[], lists: readonly WeighedList[]): ActSign[] {
  const marking = fired.filter(({ rule }) => isMarking(rule.written));
  const own = scene.hits.filter(({ first }) => scene.units.field[first] !== TARGET_FIELD);
  const reading = { scene, marking, own };
  const general = Object.entries(GENERAL_SIGNS).filter(([, [, holds]]) => holds(reading));
  const words = lists
    .map(({ id, side, set }) => ({
      id,
      side,
      places: scene.places.of(set).filter((p) => isOwnWord(scene.units, p.first)),
    }))
    .filter(({ places }) => places.length > 0);
  const isUnframed = !fired.some(({ rule }) => rule.subject === FRAME) && !words.some(({ side }) => side === 'against');
  return [
    ...fired.flatMap((f) => signOfRule(f)),
    ...ANCHOR_KINDS.map((kind) => signOf(`anchor.${kind}`, scene.anchors.of(kind))).filter(showsSomewhere),
    ...words.map(({ id, places }) => signOf(WORD + id, places)),
    ...(isUnframed ? [signOf(UNFRAMED)] : []),
    ...(isUnframed && marking.some(isSided) ? [signOf(FREE)] : []),
    ...general.map(([name]) => ({ ...signOf(name), unweighed: name === TEAM ? (-1 as const) : (0 as const) })),
  ];
}

function signOf(name: string, places: readonly { first: number; last: number }[] = []): ActSign {
  return { name, places: places.map(asOccurrence), unweighed: 0 };
}

function showsSomewhere({ places }: ActSign): boolean {
  return places.length > 0;
}

function rulesOf(marking: readonly Fired[]): number {
  return new Set(marking.map((f) => f.rule.written.id)).size;
}

/** Not of the text that is answered, nor of somebody's handle. */
export function isOwnWord(units: Units, unit: number): boolean {
  return units.field[unit] !== TARGET_FIELD && (units.flags[unit]! & UNIT.mention) === 0;
}

function signOfRule({ rule, outcome: { places, isUnclear } }: Fired): ActSign[] {
  const name = signNameOf(rule);
  if (name === undefined) return [];
  const { written } = rule;
  const isWeakening = isClearing(written) && (written.clears.effect === 'weaken' || isUnclear);
  return [{ name, places, unweighed: isMarking(written) ? 1 : isWeakening ? -1 : 0 }];
}

function asOccurrence({ first, last }: { first: number; last: number }): Occurrence {
  return { first, last, tickets: undefined, means: '' };
}

const FULL: ReadonlySet<string> = new Set(['name', 'pair', 'hashtag', 'alias', 'mention']);
const POINTING: ReadonlySet<string> = new Set(['number', 'sum', 'finger', 'position', 'colour', 'incumbent']);

function isFull({ kind, by }: TicketHit): boolean {
  return by === 'itself' && FULL.has(kind);
}

/** A name that many people have, which only its surroundings make a candidate's. */
function isFirstName({ kind, by }: TicketHit): boolean {
  return kind === 'alias' && by !== 'itself' && by !== 'ticket' && by !== 'disguise';
}

function isPointing({ kind }: TicketHit): boolean {
  return POINTING.has(kind);
}

function isSided(fired: Fired): boolean {
  return stanceOf(fired) !== 'unclear';
}

const stanceOf = ({ rule: { written } }: Fired) => (isMarking(written) ? written.stance : 'unclear');

/** The tickets that rules with this stance speak of. */
function sidedTickets(marking: readonly Fired[], stance: 'support' | 'attack'): ReadonlySet<number> {
  return new Set(marking.filter((f) => stanceOf(f) === stance).flatMap((f) => f.outcome.tickets));
}

/** One ticket is praised and another one blamed: both are named, and the act takes a side. */
function isContrast(marking: readonly Fired[]): boolean {
  const [liked, blamed] = [sidedTickets(marking, 'support'), sidedTickets(marking, 'attack')];
  return [...liked].some((t) => !blamed.has(t)) && [...blamed].some((t) => !liked.has(t));
}

/** Several tickets are named, and all that is said is said of one. */
function isOneSided(marking: readonly Fired[]): boolean {
  const sided = new Set([...sidedTickets(marking, 'support'), ...sidedTickets(marking, 'attack')]);
  return sided.size === 1;
}

const NEAR = 3;

/** Some word of the rule stands right beside the ticket that it is said of. */
function isNear(units: Units, { outcome: { places } }: Fired): boolean {
  const [words, signs] = [places.filter((p) => p.first >= 0), places];
  return words.slice(0, 8).some((a) => signs.slice(0, 8).some((b) => a !== b && distanceBetween(units, a, b) <= NEAR));
}

function isAsked(scene: Scene, { outcome: { places } }: Fired): boolean {
  const words = places.filter((p) => p.first >= 0);
  return words.length > 0 && words.slice(0, 8).every((p) => isInScope(scene, 'question', p.first));
}

function ownWords(units: Units): number {
  let count = 0;
  const skipped = UNIT.emoji | UNIT.url | UNIT.number;
  for (let i = 0; i < units.count; i++) if (units.field[i] === 0 && (units.flags[i]! & skipped) === 0) count++;
  return count;
}
