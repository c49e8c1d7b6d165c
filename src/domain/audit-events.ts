import type { ApiToken } from './api-token.js';
import type { AuditEvent } from './audit.js';
import type { FlagFacts } from './audit-contradiction.js';
import type { AuditMac } from './audit-mac.js';
import type { CampaignPicture } from './campaign-picture.js';
import type { EvidenceSeal } from './evidence.js';
import type { Flag, Review } from './flag.js';
import type { Notice } from './notice.js';
import type { PendingDecision } from './pending-decision.js';
import { kindAsked } from './question.js';
import type { ReasonTemplate } from './reason-template.js';
import type { Remark } from './remark.js';
import type { SavedView } from './saved-view.js';

/** What the log says of acts that repositories write together with their entry. */

/**
 * Names each: a flag that is in the database and not here, or here and not there, is somebody's doing. `contents`: the keyed
 * seal of what each says and of its act, in the same order.
 */
export function marksEvent(
  flags: readonly Pick<Flag, 'id' | 'ruleset' | 'createdAt'>[],
  contents: readonly string[],
): AuditEvent | undefined {
  const [first] = flags;
  if (!first) return undefined;
  return {
    at: first.createdAt,
    actor: 'system:rules',
    action: 'flags_marked',
    subject: first.ruleset,
    details: { count: flags.length, flags: flags.map(({ id }) => id).join(' '), contents: contents.join(' ') },
  };
}

/** `content`: the keyed seal of what the flag says and of its act, as they stand from now on. */
export function openingEvent(
  id: string,
  { manifestSha256: manifest }: Pick<EvidenceSeal, 'manifestSha256'>,
  { at, content }: { at: Date; content: string },
): AuditEvent {
  return { at, actor: 'system:evidence', action: 'flag_opened', subject: id, details: { manifest, content } };
}

export function claimEvent(
  action: 'flag_claimed' | 'flag_released',
  id: string,
  { by, now }: { by: string; now: Date },
) {
  return { at: now, actor: by, action, subject: id, details: {} } as const satisfies AuditEvent;
}

/** Without `assignee` it is nobody's; `former`: whose it was. */
export function assignmentEvent(
  id: string,
  { from, to, by, at }: { from: string | undefined; to: string | undefined; by: string; at: Date },
): AuditEvent {
  return { at, actor: by, action: 'flag_assigned', subject: id, details: { assignee: to, former: from } };
}

/** A decision that waited: of its id each is a verdict once, or was undone. */
type Giving = Pick<PendingDecision, 'id' | 'givenAt' | 'together'>;

export function undoingEvent(
  { id, flagId }: Pick<PendingDecision, 'id' | 'flagId'>,
  { by, now }: { by: string; now: Date },
): AuditEvent {
  return { at: now, actor: by, action: 'decision_undone', subject: flagId, details: { giving: id } };
}

/**
 * `isBlind`: the reviewer did not see what others had decided. `content`: as in the opening; what the verdict is about.
 * `pending`: what it waited as, if it did before it counted. `told`: who was told that they are asked.
 */
export function verdictEvent(
  { id, version, question }: Pick<Flag, 'id' | 'version' | 'question'>,
  review: Review,
  given: { mac: AuditMac; isBlind: boolean; content: string; pending?: Giving | undefined; told: readonly string[] },
): AuditEvent {
  const { verdict, weighed, reviewerId, at } = review;
  const { mac, content, told } = given;
  const details = {
    verdict,
    version,
    weighed: weighed.length,
    blind: given.isBlind ? true : undefined,
    given: given.pending?.givenAt.toISOString(),
    giving: given.pending?.id,
    together: given.pending?.together,
    review: mac.ofReview(id, review),
    content,
    asked: question && kindAsked(question),
    until: question?.day,
    told: told.length > 0 ? told.join(' ') : undefined,
  };
  return { at, actor: reviewerId, action: 'verdict_given', subject: id, details };
}

/** Which flag people are asked about to calibrate; it is not changed by that. */
export function goldenEvent(
  flagId: string,
  change: 'created' | 'removed',
  { by, at }: { by: string; at: Date },
): AuditEvent {
  return { at, actor: by, action: 'golden_changed', subject: flagId, details: { change } };
}

/** That it was no decision, on which flag, and not what was answered: nobody is reckoned up from the log. */
export function calibrationEvent(
  step: 'begun' | 'answered',
  { id, flagId }: { id: string; flagId: string },
  { by, at }: { by: string; at: Date },
): AuditEvent {
  return { at, actor: by, action: `calibration_${step}`, subject: id, details: { flag: flagId } };
}

export interface SetsInForce {
  readonly ruleset: string;
  readonly elections: string;
}

export function rulesEvent(
  { ruleset, elections }: SetsInForce,
  { before, engine, at }: { before?: SetsInForce | undefined; engine: string; at: Date },
): AuditEvent {
  const { ruleset: rulesetBefore = '', elections: electionsBefore = '' } = before ?? {};
  const details = { elections, engine, rulesetBefore, electionsBefore };
  return { at, actor: 'system:rules', action: 'rules_changed', subject: ruleset, details };
}

/** `keyId` tells keys apart and nothing of them. `isLost`: what the one before had sealed is given up. */
export function nipKeyEvent(
  { keyId, before, isLost }: { keyId: string; before: string | undefined; isLost: boolean },
  { at, actor }: { at: Date; actor: string },
): AuditEvent {
  return { at, actor, action: 'nip_key_changed', subject: keyId, details: { before, isLost: isLost || undefined } };
}

/** Words stay out of the log: they are the office's to change. */
export function templateEvent(
  { id, officeCode, verdict, rule }: ReasonTemplate,
  change: 'created' | 'changed' | 'removed',
  { by, at }: { by: string; at: Date },
): AuditEvent {
  return {
    at,
    actor: by,
    action: 'template_changed',
    subject: id,
    details: { change, offices: officeCode, verdict, rule },
  };
}

/** A campaign picture is public and names a ticket: which one, and of which file, is what the log has to say. */
export function campaignPictureEvent(
  { id, election, ticket, file }: CampaignPicture,
  change: 'created' | 'removed',
  { by, at }: { by: string; at: Date },
): AuditEvent {
  const details = { change, elections: election, ticket, files: file.broughtSha256 };
  return { at, actor: by, action: 'campaign_picture_changed', subject: id, details };
}

/** Of what an office keeps. Its name and its filters are the office's to change; one's own leaves no trace. */
export function viewEvent(
  { id, officeCode }: Pick<SavedView, 'id' | 'officeCode'>,
  change: 'created' | 'removed',
  { by, at }: { by: string; at: Date },
): AuditEvent | undefined {
  if (officeCode === undefined) return undefined;
  return { at, actor: by, action: 'view_changed', subject: id, details: { change, offices: officeCode } };
}

/** That it was written and who was called by it; its words are the flag's. */
export function remarkEvent(
  { id, flagId, by, at }: Omit<Remark, 'text'>,
  notices: readonly Pick<Notice, 'userId'>[],
): AuditEvent {
  const told = notices.length === 0 ? undefined : notices.map(({ userId }) => userId).join(' ');
  return { at, actor: by, action: 'remark_written', subject: flagId, details: { remark: id, told } };
}

/** Which program may ask for what in whose name; its secret is in no entry, and its name neither. */
export function tokenEvent(
  { id, userId, abilities, mayWrite, expiresAt }: ApiToken,
  change: 'token_made' | 'token_removed',
  at: Date,
): AuditEvent {
  const until = expiresAt.toISOString();
  const details = { change, apiToken: id, abilities: abilities.join(' '), writes: mayWrite || undefined, until };
  return { at, actor: userId, action: 'user_changed', subject: userId, details };
}

/** Its words are a remark. */
export function questionEvent({ id, flagId, by, at }: Omit<Remark, 'text'>, asker: string): AuditEvent {
  return { at, actor: by, action: 'question_answered', subject: flagId, details: { remark: id, told: asker } };
}

/** What stood in the database before the log told of flags. */
export function adoptionEvent(flags: readonly Omit<FlagFacts, 'state'>[], at: Date): AuditEvent {
  const named = flags.map(({ id, manifest = '', seals }) =>
    // Ids and seals of ours have no sign that changes by this; what somebody forged may hold those between the parts.
    [id, manifest, seals.join('+')].map((part) => encodeURIComponent(part).replaceAll('%2B', '+')).join('|'),
  );
  const details = { count: flags.length, flags: named.join(' ') };
  return { at, actor: 'system:audit', action: 'flags_adopted', subject: 'flags', details };
}
