import type { Activity } from '../domain/activity.js';

/** `pending` waits for the rules; `marked` has a flag; `unmarked` has lost its content and expires. */
export type ActivityState = 'pending' | 'marked' | 'unmarked';

/** Outcome of the rules for one activity. */
export interface ScreeningOutcome {
  readonly activityId: string;
  readonly isMarked: boolean;
  /** Takes the place of the stored text and target of a marked one: third parties are hidden in it. */
  readonly masked?: Pick<Activity, 'text' | 'target'>;
}

export interface ActivityRepository {
  /** Stores what is new as `pending`; what is known already, in whatever state, changes nothing. Returns the ids that are new. */
  savePendingOnce(activities: readonly Activity[]): Promise<{ newIds: string[]; knownCount: number }>;
  /** Pending ones among these ids, in no particular order; the rest were screened before. */
  findPending(ids: readonly string[]): Promise<Activity[]>;
  /** Marked ones keep their content; of the others only the keyed hash stays, until it expires. Safe to repeat. */
  recordScreening(outcomes: readonly ScreeningOutcome[], now: Date): Promise<void>;
  /** The content behind a flag, while it is kept. */
  findMarked(id: string): Promise<Activity | undefined>;
  /** Ids still pending that came before `before`, oldest first: what a lost queue has to be told again. */
  listPendingIds(options: { before: Date; limit: number; after?: string }): Promise<string[]>;
  countByState(): Promise<Record<ActivityState, number>>;
}
