import type { Flag } from './flag.js';
import type { Verdict } from './verdict.js';

/** Words for a reason that an office keeps for itself and those below it. A beginning: whoever decides goes on from it. */
export interface ReasonTemplate {
  readonly id: string;
  readonly officeCode: string;
  readonly verdict: Verdict;
  /** Absent: for whatever rule marked the act. */
  readonly rule?: string | undefined;
  readonly text: string;
}

export const MAX_TEMPLATE_LENGTH = 1_000;
/** Of one office: more are not chosen by a key, and not read. */
export const MAX_TEMPLATES = 100;

/** Those for this flag: what was written for its rules first, then what its own office wrote before those above it. */
export function templatesFor(
  { matches }: Pick<Flag, 'matches'>,
  templates: readonly ReasonTemplate[],
  officeLine: readonly string[],
): ReasonTemplate[] {
  const rules = new Set(matches.map((match) => match.rule));
  const place = ({ rule, officeCode }: ReasonTemplate) =>
    (rule === undefined ? officeLine.length : 0) + officeLine.indexOf(officeCode);
  return templates
    .filter(({ rule, officeCode }) => officeLine.includes(officeCode) && (rule === undefined || rules.has(rule)))
    .sort((a, b) => place(a) - place(b) || (a.text < b.text ? -1 : 1));
}
