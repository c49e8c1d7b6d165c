import type { ClientSession, Collection } from 'mongoose';
import type { AuditMac } from '../domain/audit-mac.js';
import { digestOf } from './audit-bytes.js';

/** What a flag says from its marking on, and when it opened. What it is found by, who holds it and what is decided stand elsewhere. */
const SAID = [
  'activityId',
  'accountId',
  'officeCode',
  'region',
  'position',
  'platform',
  'kind',
  'actedAt',
  'stage',
  'matches',
  'cleared',
  'notes',
  'sides',
  'points',
  'ruleset',
  'elections',
  'engine',
  'createdAt',
  'openedAt',
] as const;

/** Of the act. What it is found by may be added to it later. */
const ACT = [
  'accountId',
  'platform',
  'source',
  'collectedAt',
  'kind',
  'externalId',
  'text',
  'publishedAt',
  'publishedAtSource',
  'url',
  'target',
  'media',
] as const;

export const SAID_FIELDS = Object.fromEntries(SAID.map((field) => [field, 1])) as Readonly<Record<string, 1>>;

/** A document as it stands: whoever writes the database may have put anything there. */
export type Loose = Readonly<Record<string, unknown>> & { readonly _id: unknown };

export interface ContentDeps {
  readonly flags: Pick<Collection<Loose>, 'find'>;
  readonly activities: Pick<Collection<Loose>, 'find'>;
  readonly mac: Pick<AuditMac, 'ofContent'>;
}

/** What the log says of it, within the transaction that opens or decides it. */
export async function sealContent(deps: ContentDeps, id: string, session: ClientSession): Promise<string> {
  const flags = await deps.flags.find({ _id: id as never }, { session, projection: SAID_FIELDS }).toArray();
  const acts = await findActs(deps, flags, session);
  return contentOf({ _id: id, ...flags[0] }, acts, deps.mac);
}

/** Equal for equal documents, whatever they hold; a flag whose act is gone says something else. */
export function contentOf(flag: Loose, acts: ReadonlyMap<unknown, Loose>, mac: ContentDeps['mac']): string {
  const said = SAID.map((field) => flag[field]);
  const found = acts.get(flag.activityId);
  const act = found && ACT.map((field) => found[field]);
  return mac.ofContent(String(flag._id), digestOf({ said, act }));
}

/** The same before anybody opened it: all that is said then, and nothing that comes with the opening. */
export function markedContentOf(flag: Loose, acts: ReadonlyMap<unknown, Loose>, mac: ContentDeps['mac']): string {
  return contentOf({ ...flag, openedAt: undefined }, acts, mac);
}

export async function findActs(
  { activities }: Pick<ContentDeps, 'activities'>,
  flags: readonly Loose[],
  session?: ClientSession,
): Promise<ReadonlyMap<unknown, Loose>> {
  // Anything else would be no id but a question.
  const ids = flags.map(({ activityId }) => activityId).filter((id) => typeof id === 'string');
  const acts = await activities.find({ _id: { $in: ids as never[] } }, { session }).toArray();
  return new Map(acts.map((act) => [act._id, act]));
}
