import { may, type Role } from './abilities.js';
import { addDays } from './days.js';
import { instantOf, localDay, type RegionCode, timeZoneOf } from './region.js';
import type { User } from './user.js';
import { settles, type Verdict } from './verdict.js';

/** Whom a question may go to beside a colleague: whoever has this role here. They see the question, and no flag. */
const OFFICES = { office_head: 'sekda', registry_owner: 'admin' } as const satisfies Record<string, Role>;
export type AskedOffice = keyof typeof OFFICES;
export const ASKED_OFFICES = Object.keys(OFFICES) as readonly AskedOffice[];

export const ASKED_KINDS = ['colleague', ...ASKED_OFFICES] as const;
export type AskedKind = 'colleague' | AskedOffice;

/** What is asked stands in the review that asks. */
export interface Asking {
  /** A user id, or one of `ASKED_OFFICES`. */
  readonly to: string;
  /** By its end, in the zone of the flag, an answer is waited for. */
  readonly day: string;
}

export interface Question extends Asking {
  readonly by: string;
  readonly at: Date;
  readonly until: Date;
  /** Whoever was asked is here no more: nobody waits for their answer. */
  readonly isGone?: true | undefined;
  /** Its words are a remark of this person, by this id. */
  readonly answer?: { readonly by: string; readonly at: Date; readonly remark: string } | undefined;
}

/** `late`, `gone`: its day is over, or nobody is there to answer; the flag is as any other again, and an answer may still come. */
export const QUESTION_STATES = ['waiting', 'late', 'gone', 'answered'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const MAX_ASKED_DAYS = 60;
/** On one flag, of whomever: else it could be kept from being decided for as long as somebody goes on asking. */
export const MAX_QUESTIONS = 12;

export function mayAskAgain(reviews: readonly { readonly verdict: Verdict }[]): boolean {
  return reviews.filter(({ verdict }) => !settles(verdict)).length < MAX_QUESTIONS;
}

export function kindAsked({ to }: Pick<Asking, 'to'>): AskedKind {
  return ASKED_OFFICES.find((office) => office === to) ?? 'colleague';
}

export function roleAsked(office: AskedOffice): Role {
  return OFFICES[office];
}

export function questionState({ until, answer, isGone }: Question, now: Date): QuestionState {
  if (answer) return 'answered';
  if (isGone) return 'gone';
  return until > now ? 'waiting' : 'late';
}

export function toQuestion(asked: Asking, { by, at, region }: { by: string; at: Date; region: RegionCode }): Question {
  const { to, day } = asked;
  return { to, day, by, at, until: instantOf(addDays(day, 1), 0, timeZoneOf(region)) };
}

/** Today is one: until its end. */
export function isAskedDay(day: string, { region, now }: { region: RegionCode; now: Date }): boolean {
  const today = localDay(now, timeZoneOf(region));
  return day >= today && day <= addDays(today, MAX_ASKED_DAYS);
}

/** What stands in this person's list: their own, and what goes to whoever has their role. */
export function askedAs({ id, role }: Pick<User, 'id' | 'role'>): string[] {
  const offices = ASKED_OFFICES.filter((office) => OFFICES[office] === role);
  return may({ role }, 'decide') ? [id, ...offices] : [...offices];
}

/** Also when its day is over; in whose offices the flag lies is asked apart. */
export function isAskedOf({ to, answer }: Question, user: Pick<User, 'id' | 'role'>): boolean {
  return !answer && askedAs(user).includes(to);
}
