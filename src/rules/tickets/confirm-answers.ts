import type { Units } from '../../text/units.js';
import type { Around, SignCompany } from './sign-company.js';
import type { Sight, TicketHit } from './ticket-hit.js';

interface Seen {
  readonly sure: readonly TicketHit[];
  readonly weak: readonly Sight[];
  readonly anchors: Around['anchors'];
  /** Tickets to whom the account is registered that the act answers. */
  readonly targetTickets: readonly number[];
  readonly targetField: number;
}

/** The weak signs that count: first those of the text that is answered, whose tickets then vouch for the own words. */
export function confirmAnswers(
  company: SignCompany,
  units: Units,
  { sure, weak, anchors, targetTickets, targetField }: Seen,
): TicketHit[] {
  const isAnswered = ({ first }: TicketHit) => units.field[first] === targetField;
  const heard = weak.filter(isAnswered);
  const told = company.confirm(units, { sure, weak: heard }, { anchors, answered: new Set(targetTickets) });
  const named = [...sure.filter(isAnswered), ...told].flatMap(({ candidates }) => candidates);
  const own = heard.length === 0 ? weak : weak.filter((sight) => !isAnswered(sight));
  const answered = new Set([...targetTickets, ...named]);
  return [...told, ...company.confirm(units, { sure: [...sure, ...told], weak: own }, { anchors, answered })];
}
