import { type Ability, abilitiesOf, type Role } from './abilities.js';

export const MAX_TOKEN_DAYS = 365;
/** A person's, those that have ended and were not removed included. */
export const MAX_TOKENS = 20;
export const MAX_TOKEN_NAME = 60;

/**
 * What a token may be given, and then only to read what the ability opens. Not among them: users, templates, whose work
 * a flag is, and who reported; that a person does, or nobody.
 */
export const TOKEN_ABILITIES = [
  'see_queue',
  'decide',
  'review_second',
  'adjudicate',
  'see_coverage',
  'see_symmetry',
  'see_rules',
  'see_rule_health',
  'read_audit',
  'check_reports',
  'find_accounts',
  'bring_findings',
] as const satisfies readonly Ability[];
export type TokenAbility = (typeof TOKEN_ABILITIES)[number];

/** What a program of a person's may ask for in their name, and until when. Its secret is kept nowhere. */
export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly abilities: readonly TokenAbility[];
  /** May bring findings too; else it only reads. */
  readonly mayWrite: boolean;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  /** To the minute. */
  readonly lastUsedAt?: Date | undefined;
}

export interface ListedToken extends ApiToken {
  /** Something that ends every session of the person has ended it too. */
  readonly isEnded: boolean;
}

/** Of this role, what its people may hand on. */
export function grantableOf(role: Role): readonly TokenAbility[] {
  return TOKEN_ABILITIES.filter((ability) => abilitiesOf(role).includes(ability));
}
