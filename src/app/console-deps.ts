import type { LoginCounters } from '../console/access/user-store.js';
import type { ConsoleDeps, RuleEntry } from '../console/deps.js';
import type { ReportDesk } from '../console/report-desk.js';
import { electionsInForce } from '../domain/election.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { openPacks } from '../evidence/open-packs.js';
import { looksOfCuts } from '../pictures/look-of-picture.js';
import { wayOf } from '../platforms/index.js';
import { ticketLabelsOf } from '../rules/engine/set-words.js';
import { isClearing, isMarking, type Rule } from '../rules/files/rule-schema.js';
import type { LiveScreener } from '../rules/live-screener.js';
import type { LoadedSet } from '../rules/load-set.js';
import { createFlagEvidence } from '../steps/flag-evidence.js';
import type { Storage } from '../storage/storage.js';
import { createSetReader } from '../study/set-reader.js';
import type { Core } from './core.js';
import type { ReportFiles } from './report-files.js';

/** What the console is given: repositories as they are, and rule sets in the words of its own interface. */
export function consoleDeps(parts: {
  core: Pick<Core, 'storage' | 'failures'>;
  store: EvidenceStore;
  screener: Pick<LiveScreener, 'loaded'>;
  loginCounters: LoginCounters;
  reportFiles: ReportFiles;
  reportDesk: ReportDesk;
  mails: Pick<ConsoleDeps, 'sendInvitation' | 'sendResetNotice'>;
}): ConsoleDeps {
  const { core, store, screener, loginCounters, reportFiles, reportDesk, mails } = parts;
  const { storage, failures } = core;
  const sets = createSetReader(storage.rulesets, { onUnreadable: (error) => failures.tell('console-sets', error) });
  return {
    ...storedDeps(storage),
    publicDoor: publicDoorOf(storage, reportFiles, reportDesk),
    reportDesk,
    looksOfPicture: looksOfCuts,
    ...mails,
    wayOf,
    loginCounters,
    evidence: createFlagEvidence({ packs: openPacks(store), activities: storage.activities }),
    sets,
    rules: () => describeRules(screener.loaded()),
    tickets: () => [...ticketLabelsOf(screener.loaded().elections)].map(([id, label]) => ({ id, label })),
    elections: () => screener.loaded().elections,
    countElectionsInForce: (at) => electionsInForce(screener.loaded().elections, at).length,
  };
}

/** The repositories that the console reads and writes, and none beside them. */
const STORED = [
  'users',
  'tokens',
  'accounts',
  'offices',
  'activities',
  'flags',
  'calibrations',
  'drafts',
  'templates',
  'views',
  'campaignPictures',
  'notices',
  'remarks',
  'coverage',
  'audit',
  'ruleCounts',
  'ruleStates',
  'rulesets',
] as const satisfies readonly (keyof Storage)[];

function storedDeps(storage: Storage): Pick<Storage, (typeof STORED)[number]> {
  return Object.fromEntries(STORED.map((name) => [name, storage[name]])) as Pick<Storage, (typeof STORED)[number]>;
}

function publicDoorOf(
  { reports, accounts, reportKeys }: Storage,
  { uploads }: ReportFiles,
  { enqueueLooks }: Pick<ReportDesk, 'enqueueLooks'>,
): ConsoleDeps['publicDoor'] {
  return { reports, accounts, uploads, enqueueLooks, findReportKey: reportKeys.findReportKey };
}

function describeRules({ ruleSet: { rules, clauses } }: LoadedSet): RuleEntry[] {
  const textOf = new Map(clauses.map((clause) => [clause.item, clause]));
  return rules.map(({ written, subject }) => ({
    id: written.id,
    title: written.title,
    status: written.status,
    subject,
    effect: effectOf(written),
    clauses: itemsOf(written).map((item) => ({
      item,
      text: textOf.get(item)?.text ?? '',
      sourceStatus: textOf.get(item)?.source_status ?? '',
    })),
    weak: written.weak ?? [],
  }));
}

function effectOf(rule: Rule): RuleEntry['effect'] {
  if (isMarking(rule)) return 'marks';
  return isClearing(rule) ? 'clears' : 'notes';
}

function itemsOf(rule: Rule): string[] {
  if (!isMarking(rule)) return [];
  return [...new Set([...rule.basis.before_determined, ...rule.basis.from_determined])];
}
