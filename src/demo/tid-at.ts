import { tidOf } from '../platforms/bluesky/tid.js';
import type { ScriptedAct } from './script.js';

export function publishedAt(anchor: Date, act: Pick<ScriptedAct, 'hoursAgo'>): Date {
  return new Date(anchor.getTime() - act.hoursAgo * 3_600_000);
}

/** The same record key at every start, so that an act is never written twice. */
export function tidAt(anchor: Date, act: Pick<ScriptedAct, 'hoursAgo'>): string {
  return tidOf(publishedAt(anchor, act));
}
