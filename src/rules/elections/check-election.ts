import { STAGES } from '../../domain/election.js';
import { normaliseHandle } from '../../domain/platform.js';
import { quoted } from '../files/quoted.js';
import type { ContestFile, ElectionFile, StageFile } from './election-schema.js';
import { knownRegions } from './known-regions.js';

/** A fault between values, at the path of the value that has to change. */
export interface CrossFault {
  readonly path: (string | number)[];
  readonly problem: string;
  readonly hint: string;
}

/** What a shape cannot say: order of stages, doubles, regions that do not exist. */
export function faultsOf(election: ElectionFile): CrossFault[] {
  return [
    ...stageFaults(election.stages, ['stages']),
    ...election.contests.flatMap((contest, i) => contestFaults(contest, election, ['contests', i])),
    ...doubles(
      election.contests.map((contest) => contest.id),
      (i) => ['contests', i, 'id'],
      'Id kontes',
    ),
  ];
}

function contestFaults(contest: ContestFile, election: ElectionFile, path: CrossFault['path']): CrossFault[] {
  const faults = stageFaults(contest.stages, [...path, 'stages']);
  if (contest.stages.length === 0 && election.stages.length === 0) {
    faults.push({
      path,
      problem: `Kontes ${quoted(contest.id)} tidak punya tahapan`,
      hint: 'tulis "stages" pada pemilihan atau pada kontes ini',
    });
  }
  if (!knownRegions().has(contest.region)) faults.push(unknownRegion(contest.region, [...path, 'region']));
  faults.push(
    ...doubles(
      contest.tickets.map((ticket) => ticket.number),
      (i) => [...path, 'tickets', i, 'number'],
      'Nomor urut',
    ),
    ...sharedAccounts(contest, path),
  );
  return faults;
}

function unknownRegion(region: string, path: CrossFault['path']): CrossFault {
  const hint = "pakai kode Kemendagri, misalnya '35' atau '35.78'";
  return { path, problem: `Kode wilayah tidak dikenal: ${quoted(region)}`, hint };
}

function doubles(
  values: readonly (string | number)[],
  pathOf: (index: number) => CrossFault['path'],
  what: string,
): CrossFault[] {
  const seen = new Set<string | number>();
  return values.flatMap((value, i) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [
      { path: pathOf(i), problem: `${what} dipakai dua kali: ${quoted(String(value))}`, hint: 'ubah salah satunya' },
    ];
  });
}

/** One account cannot speak for two sides of one contest: every act on it would count for both. */
function sharedAccounts(contest: ContestFile, path: CrossFault['path']): CrossFault[] {
  const accounts = contest.tickets.flatMap((ticket, t) =>
    ticket.accounts.map((account, a) => ({
      key: `${account.platform}:${normaliseHandle(account.handle)}`,
      path: [...path, 'tickets', t, 'accounts', a],
    })),
  );
  return doubles(
    accounts.map((account) => account.key),
    (i) => accounts[i]!.path,
    'Akun',
  );
}

// After a vote a second round may follow: these may come again.
const SECOND_ROUND = new Set(['numbers_drawn', 'campaign', 'quiet', 'voting']);

function stageFaults(stages: readonly StageFile[], path: CrossFault['path']): CrossFault[] {
  return stages.flatMap((span, i) => {
    const at = (key: string) => [...path, i, key];
    const previous = stages[i - 1];
    const faults: CrossFault[] = [];
    if (span.to !== undefined && span.to < span.from) {
      faults.push({
        path: at('to'),
        problem: `Tahap ${quoted(span.stage)} berakhir sebelum mulai`,
        hint: 'tukar tanggalnya',
      });
    }
    if (!previous) return faults;
    if (!mayFollow(previous, span)) {
      faults.push({
        path: at('stage'),
        problem: `Urutan tahap salah: ${quoted(span.stage)} sesudah ${quoted(previous.stage)}`,
        hint: `urutan: ${STAGES.join(', ')}`,
      });
    }
    if (span.from < previous.from) {
      faults.push({
        path: at('from'),
        problem: `Tahap ${quoted(span.stage)} mulai sebelum ${quoted(previous.stage)} (${previous.from})`,
        hint: 'tulis tahap menurut tanggal mulainya',
      });
    } else if (outlasts(previous, span)) {
      faults.push({
        path: [...path, i - 1, 'to'],
        problem: `Tahap ${quoted(previous.stage)} (sampai ${previous.to}) melewati akhir tahap ${quoted(span.stage)} (${span.to})`,
        hint: `akhiri ${quoted(previous.stage)} sebelum ${span.from}`,
      });
    }
    return faults;
  });
}

function mayFollow(previous: StageFile, next: StageFile): boolean {
  if (STAGES.indexOf(next.stage) > STAGES.indexOf(previous.stage)) return true;
  return (previous.stage === 'voting' || previous.stage === 'counting') && SECOND_ROUND.has(next.stage);
}

/** An earlier stage that comes back after a later one has ended is a slip of the pen, never a plan. */
function outlasts(earlier: StageFile, later: StageFile): boolean {
  return earlier.to !== undefined && later.to !== undefined && later.from > earlier.from && earlier.to > later.to;
}
