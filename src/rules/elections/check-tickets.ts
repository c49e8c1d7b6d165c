import { DOUBLE_WORDS, ELECTION_FAULTS } from '../../words/rules/elections.js';
import { sayIn } from '../../words/say.js';
import { sayProblem } from '../files/say-problem.js';
import { type CrossFault, doublesOf } from './cross-fault.js';
import type { ContestFile, TicketFile } from './election-schema.js';

const say = sayIn('id');

/** What a file may say of its tickets besides: of every ticket of a contest, or of none. */
const OPTIONAL = ['colours', 'position', 'incumbent', 'teams'] as const;

/** Signs that one side alone has, or that two sides share, would treat tickets unalike. */
export function ticketFaults({ tickets }: ContestFile, path: CrossFault['path']): CrossFault[] {
  const at = (t: number, ...keys: (string | number)[]) => [...path, 'tickets', t, ...keys];
  return [
    ...unevenFields(tickets, at),
    ...oddPlaces(tickets, at),
    ...doublesOf(coloursOf(tickets, at), say(DOUBLE_WORDS.colour)),
    ...doublesOf(placesOf(tickets, at), say(DOUBLE_WORDS.position)),
    ...furtherIncumbents(tickets, at),
  ];
}

type At = (ticket: number, ...keys: (string | number)[]) => CrossFault['path'];
type Tickets = readonly TicketFile[];

function unevenFields(tickets: Tickets, at: At): CrossFault[] {
  return OPTIONAL.filter((field) => tickets.some((ticket) => ticket[field] !== undefined)).flatMap((field) =>
    tickets.flatMap((ticket, t) =>
      ticket[field] === undefined
        ? [{ path: at(t), ...sayProblem(ELECTION_FAULTS.uneven, { number: ticket.number, field }) }]
        : [],
    ),
  );
}

const ACROSS: readonly string[] = ['left', 'middle', 'right'];

function oddPlaces(tickets: Tickets, at: At): CrossFault[] {
  return tickets.flatMap(({ position = [] }, t) => {
    const across = position.filter((place) => ACROSS.includes(place)).length;
    const isOdd = across > 1 || position.length - across > 1;
    return isOdd
      ? [{ path: at(t, 'position'), ...sayProblem(ELECTION_FAULTS.oddPlace, { places: position.join(', ') }) }]
      : [];
  });
}

function coloursOf(tickets: Tickets, at: At) {
  return tickets.flatMap(({ colours = [] }, t) =>
    colours.map((colour, c) => ({ value: colour.toLowerCase(), path: at(t, 'colours', c) })),
  );
}

function placesOf(tickets: Tickets, at: At) {
  return tickets.flatMap(({ position }, t) =>
    position === undefined ? [] : [{ value: [...position].sort().join(' '), path: at(t, 'position') }],
  );
}

/** One ticket holds the office; a deputy who runs against the head does not. */
function furtherIncumbents(tickets: Tickets, at: At): CrossFault[] {
  const holders = tickets.flatMap(({ incumbent }, t) => (incumbent === true ? [t] : []));
  return holders.slice(1).map((t) => ({ path: at(t, 'incumbent'), ...sayProblem(ELECTION_FAULTS.twoIncumbents) }));
}
