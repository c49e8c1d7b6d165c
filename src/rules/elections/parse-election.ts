import type { Contest, Election, Sign, StageSpan, Ticket, TicketAccount } from '../../domain/election.js';
import { normaliseHandle } from '../../domain/platform.js';
import { readKnownFile } from '../files/known-file.js';
import { readYamlFile, type YamlFile } from '../files/yaml-file.js';
import { faultsOf } from './check-election.js';
import {
  type ContestFile,
  type ElectionFile,
  electionSchema,
  type StageFile,
  type TicketFile,
} from './election-schema.js';

const checkedElection = electionSchema.superRefine((election, context) => {
  // Some faults of shape let this run; what they hide would be reported as a fault of its own.
  if (context.issues.length > 0) return;
  for (const { path, problem, hint } of faultsOf(election)) {
    context.addIssue({ code: 'custom', path: [...path], message: `${problem}\n${hint}` });
  }
});

/** Reads one election file: shape, then what a shape cannot say. Pure but for the table of region codes. */
export function parseElection(path: string, source: string | Uint8Array): YamlFile<Election> {
  const file = checkElectionFile(path, source);
  return file.ok ? { ...file, value: electionOf(file.value) } : file;
}

/** The same, still in the words of the file. */
export function checkElectionFile(path: string, source: string | Uint8Array): YamlFile<ElectionFile> {
  return readYamlFile(path, source, checkedElection);
}

/** The same of a file that was perhaps read when the program was built. */
export function readElectionFile(path: string, source: Uint8Array): YamlFile<ElectionFile> {
  return readKnownFile(path, source, checkedElection);
}

/** Fills in what a file leaves out: inherited stages, ids of tickets, the empty box. */
export function electionOf(file: ElectionFile): Election {
  const inherited = file.stages.map(spanOf);
  return {
    id: file.id,
    title: file.title,
    contests: file.contests.map((contest) => contestOf(contest, file.id, inherited)),
  };
}

function contestOf(file: ContestFile, electionId: string, inherited: readonly StageSpan[]): Contest {
  return {
    id: file.id,
    electionId,
    seat: file.seat,
    region: file.region,
    stages: file.stages.length > 0 ? file.stages.map(spanOf) : inherited,
    tickets: file.tickets.map((ticket) => ticketOf(ticket, file.id)),
    hasEmptyBox: file.tickets.length === 1,
  };
}

function ticketOf(file: TicketFile, contestId: string): Ticket {
  return {
    id: `${contestId}/${file.number}`,
    number: file.number,
    names: file.names,
    aliases: file.aliases.map(signOf),
    hashtags: file.hashtags.map(signOf),
    slogans: file.slogans.map(signOf),
    parties: file.parties.map(signOf),
    accounts: file.accounts.map(accountOf),
    colours: file.colours,
    places: file.position,
    isIncumbent: file.incumbent,
    teams: file.teams?.map(accountOf),
  };
}

function signOf(sign: TicketFile['aliases'][number]): Sign {
  return typeof sign === 'string' ? { text: sign, ambiguous: false } : sign;
}

/** A `web` handle is an address, whose path may know capitals. */
function accountOf({ platform, handle }: TicketFile['accounts'][number]): TicketAccount {
  return { platform, handle: platform === 'web' ? handle : normaliseHandle(handle) };
}

function spanOf({ stage, from, to }: StageFile): StageSpan {
  // format: hashed with its election.
  return { stage, from, ...(to !== undefined && { to }) };
}
