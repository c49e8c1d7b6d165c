import type { DigestRhythm } from '../domain/account.js';
import { addDays, DAY_MS } from '../domain/days.js';
import type { Digest } from '../domain/digest.js';
import { type Share, WAITS_FOR } from '../domain/digest-detail.js';
import { OVERDUE_AFTER_MS } from '../domain/flag.js';
import { stepOwnerOf, WAITING_STATES } from '../domain/report-clock.js';
import { SETTLING_VERDICTS } from '../domain/verdict.js';
import type { Language } from '../words/language.js';
import { DIGEST, DIGEST_RHYTHM } from '../words/mail.js';
import { REPORT_STATE_TERMS } from '../words/reports/terms.js';
import { capital, type Say } from '../words/say.js';
import {
  KIND_TERMS,
  PLATFORM_TERMS,
  ROLE_TERMS,
  STAGE_TERMS,
  type Terms,
  termOf,
  VERDICT_TERMS,
} from '../words/terms.js';
import type { Block, Row } from './blocks.js';
import type { ConsolePage } from './console-pages.js';
import { middleDay, plain, shortDay } from './plain-words.js';

export interface Wording {
  readonly words: Say;
  readonly language: Language;
  /** Absent where no console could answer. */
  readonly pageOf: ((page: ConsolePage) => string) | undefined;
}

/** A longer list is for the console. */
const OFFICES_SHOWN = 10;

export function rhythmOf({ days }: Digest): DigestRhythm {
  return days === 1 ? 'daily' : 'weekly';
}

export function flagRows(digest: Digest, { words, language, pageOf }: Wording): Row[] {
  const { waitingSince, dueThisWeek, decidedAs } = digest.detail;
  const said = DIGEST_RHYTHM[rhythmOf(digest)];
  const since = waitingSince && words(DIGEST.waitingSince, { day: middleDay(waitingSince, language) });
  const verdicts = SETTLING_VERDICTS.filter((verdict) => decidedAs[verdict]);
  const how = verdicts.map((verdict) => `${termOf(VERDICT_TERMS, verdict, language)} ${decidedAs[verdict]}`).join(', ');
  const { day, days } = digest;
  const filters = days === 1 ? { day } : { day: addDays(day, 1 - days), until: day };
  const decidedPage = pageOf?.({ path: 'decisions', filters });
  return [
    { label: words(said.new), value: digest.newFlags },
    { label: words(DIGEST.waiting), value: digest.waiting, note: since, url: pageOf?.({}) },
    {
      label: words(DIGEST.overdue, { days: OVERDUE_AFTER_MS / DAY_MS }),
      value: digest.overdue,
      url: digest.overdue > 0 ? pageOf?.({ filters: { due: 'overdue' } }) : undefined,
    },
    { label: words(DIGEST.dueThisWeek), value: dueThisWeek },
    {
      label: words(said.decided),
      value: digest.decided,
      note: how,
      url: digest.decided > 0 ? decidedPage : undefined,
    },
  ];
}

/** Where the new ones stand, who is waited for, and how this week compares with the one before. */
export function detailBlocks(digest: Digest, wording: Wording): Block[] {
  return [...newBlocks(digest, wording), ...waitsBlocks(digest, wording), ...weekBlocks(digest, wording)];
}

function newBlocks({ newFlags, detail: { newBy } }: Digest, wording: Wording): Block[] {
  const { words } = wording;
  if (newFlags === 0) return [];
  return [
    { type: 'heading', text: words(DIGEST.newByOffice) },
    { type: 'table', rows: officeRows(newBy.office, wording) },
    { type: 'heading', text: words(DIGEST.newByKind) },
    {
      type: 'table',
      rows: [
        { label: words(DIGEST.kinds), value: inWords(newBy.kind, KIND_TERMS, wording) },
        { label: words(DIGEST.stages), value: inWords(newBy.stage, STAGE_TERMS, wording) },
        { label: words(DIGEST.platforms), value: inWords(newBy.platform, PLATFORM_TERMS, wording) },
      ],
    },
  ];
}

function officeRows(offices: Digest['detail']['newBy']['office'], { words, pageOf }: Wording): Row[] {
  const shown = offices.slice(0, OFFICES_SHOWN).map(({ value, name, flags }) => ({
    label: plain(name),
    value: flags,
    url: pageOf?.({ filters: { office: value } }),
  }));
  const rest = offices.slice(OFFICES_SHOWN);
  if (rest.length === 0) return shown;
  const flags = rest.reduce((sum, office) => sum + office.flags, 0);
  return [...shown, { label: words(DIGEST.otherOffices, { count: rest.length }), value: flags }];
}

function inWords<Code extends string>(
  shares: readonly Share<Code>[],
  terms: Terms<Code>,
  { language }: Wording,
): string {
  return shares.map(({ value, flags }) => `${termOf(terms, value, language)} ${flags}`).join(', ');
}

/** Whoever knows and does nothing is liable too: each late step with whose turn it is. */
export function overdueReportBlocks({ overdueReports = {} }: Digest, { words, language, pageOf }: Wording): Block[] {
  const rows = WAITING_STATES.flatMap((state) => {
    const [late, owner] = [overdueReports[state] ?? 0, stepOwnerOf(state)];
    if (late === 0 || owner === undefined) return [];
    const step = termOf(REPORT_STATE_TERMS, state, language);
    const label = words(DIGEST.overdueStep, { owner: capital(termOf(ROLE_TERMS, owner, language)), step });
    return [{ label, value: late, url: pageOf?.({ path: 'reports', filters: { due: 'overdue', state } }) }];
  });
  if (rows.length === 0) return [];
  return [
    { type: 'heading', text: words(DIGEST.overdueReports) },
    { type: 'table', rows },
  ];
}

function waitsBlocks({ waiting, detail: { waitsFor } }: Digest, { words }: Wording): Block[] {
  if (waiting === 0) return [];
  const rows = WAITS_FOR.filter((what) => waitsFor[what] > 0).map((what) => ({
    label: words(DIGEST.waiter[what]),
    value: waitsFor[what],
  }));
  return [
    { type: 'heading', text: words(DIGEST.waitsFor) },
    { type: 'table', rows },
  ];
}

function weekBlocks({ detail: { week } }: Digest, { words, language }: Wording): Block[] {
  if (week.every(({ newFlags, weekBefore }) => newFlags + weekBefore === 0)) return [];
  const bars = week.map(({ day, newFlags, weekBefore }) => ({
    label: shortDay(day, language),
    value: newFlags,
    beside: weekBefore,
    text: words(DIGEST.besideWeek, { new: newFlags, before: weekBefore }),
  }));
  return [
    { type: 'heading', text: words(DIGEST.week) },
    { type: 'bars', bars },
  ];
}
