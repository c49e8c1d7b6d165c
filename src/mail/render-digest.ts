import type { CoverageSummary, NotObservableReason } from '../domain/coverage.js';
import { type Digest, MIN_COVERAGE_SHARE, outcomeOf, readableSignals } from '../domain/digest.js';
import type { Signal } from '../domain/platform.js';
import { ACTORS, type Actor, REASON_ACTORS } from '../domain/reason-actors.js';
import { zoneLabel } from '../domain/region.js';
import { SIGNAL_WAYS } from '../domain/signal-way.js';
import { ACTOR_TERMS, HIDDEN_TERMS, SIGNAL_WAY_TERMS } from '../words/coverage-terms.js';
import type { Language } from '../words/language.js';
import { DIGEST, DIGEST_RHYTHM, DIGEST_SUBJECTS } from '../words/mail.js';
import { capital, type Say, sayIn } from '../words/say.js';
import { PLATFORM_TERMS, SIGNAL_TERMS, termOf } from '../words/terms.js';
import { type Block, blocksToHtml, blocksToText, type Row } from './blocks.js';
import { pagesOf } from './console-pages.js';
import { detailBlocks, flagRows, overdueReportBlocks, rhythmOf, type Wording } from './digest-detail.js';
import { daysUpTo, longDay, plain } from './plain-words.js';

export interface RenderedDigest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface RenderOptions {
  /** `http:` or `https:`; the one link of the mail. Without it the mail says where the rest is, and links nowhere. */
  readonly consoleUrl?: string | undefined;
  readonly language?: Language;
}

/**
 * Counts and reasons only: a `Digest` holds no name and no quote, so that none can leave by mail. Both parts are made
 * of the same blocks and say the same.
 */
export function renderDigest(digest: Digest, { consoleUrl, language = 'id' }: RenderOptions): RenderedDigest {
  const words = sayIn(language);
  const said = DIGEST_RHYTHM[rhythmOf(digest)];
  const title = words(said.greeting);
  const zone = zoneLabel(digest.timeZone);
  const at = { office: plain(digest.officeName), day: spanInWords(digest, language) };
  const blocks: Block[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: words(DIGEST.scope, { ...at, zone }) },
    ...body(digest, { words, language, pageOf: consoleUrl === undefined ? undefined : pagesOf(consoleUrl) }),
    consoleUrl === undefined
      ? { type: 'paragraph', text: words(DIGEST.inConsole) }
      : { type: 'link', text: words(DIGEST.open), url: pagesOf(consoleUrl)({}) },
    ...headBlocks(digest, words),
    { type: 'small', text: words(said.footer) },
  ];
  return {
    subject: words(DIGEST_SUBJECTS[outcomeOf(digest)], { ...at, ...countsOf(digest) }),
    text: blocksToText(blocks),
    html: blocksToHtml(blocks, { title, language }),
  };
}

function spanInWords({ day, days }: Digest, language: Language): string {
  return days === 1 ? longDay(day, language) : daysUpTo(day, days, language);
}

/** Every number that a subject may name. */
function countsOf({ newFlags, waiting, overdue, coverage }: Digest) {
  return { new: newFlags, waiting, overdue, hidden: coverage.notObservable, signals: coverage.signals };
}

function body(digest: Digest, wording: Wording): Block[] {
  const { words } = wording;
  const outcome = outcomeOf(digest);
  const late = overdueReportBlocks(digest, wording);
  if (outcome === 'withheld') return [...withheld(digest, wording), ...late];
  const flags: Block[] =
    outcome === 'sent_empty'
      ? [{ type: 'paragraph', text: words(DIGEST.empty) }]
      : [
          { type: 'heading', text: words(DIGEST.flags) },
          { type: 'table', rows: flagRows(digest, wording) },
          { type: 'paragraph', text: words(DIGEST.unproven) },
          ...detailBlocks(digest, wording),
        ];
  return [...flags, ...late, ...noteBlocks(digest, words), ...coverageBlocks(digest, wording)];
}

/** One line, below the flags and not among them: a note is no flag. */
function noteBlocks({ notes = [] }: Digest, words: Say): Block[] {
  if (notes.length === 0) return [];
  const list = notes.map(({ title, acts }) => `${plain(title)} (${acts})`).join('; ');
  return [{ type: 'paragraph', text: `${words(DIGEST.notes)}: ${list}.` }];
}

/** What a mailbox outside keeps of the log, so that nobody inside can cut its tail unseen. */
function headBlocks({ auditHead }: Digest, words: Say): Block[] {
  return auditHead === undefined ? [] : [{ type: 'small', text: words(DIGEST.auditHead, { head: auditHead }) }];
}

function coverageBlocks(digest: Digest, wording: Wording): Block[] {
  const { coverage } = digest;
  const { words, language } = wording;
  return [
    { type: 'heading', text: words(DIGEST.coverage) },
    {
      type: 'table',
      rows: [
        { label: words(DIGEST.accounts), value: coverage.accounts },
        { label: words(DIGEST_RHYTHM[rhythmOf(digest)].signals), value: coverage.signals },
        { label: words(DIGEST.seen), value: coverage.seen },
        { label: words(DIGEST.none), value: coverage.none },
        { label: words(DIGEST.hidden), value: coverage.notObservable, note: reasonsInWords(coverage, language) },
      ],
    },
    ...(coverage.notObservable > 0
      ? [
          { type: 'paragraph' as const, text: words(DIGEST.changers) },
          { type: 'table' as const, rows: actorRows(digest, wording) },
        ]
      : []),
    ...beginBlocks(digest, { words, language }),
    ...wayBlocks(digest, { words, language }),
    { type: 'paragraph', text: words(DIGEST.silence) },
  ];
}

/** Days before anything was ever looked at are told apart from those on which nothing could be seen. */
function beginBlocks({ watchedFrom }: Digest, { words, language }: Pick<Wording, 'words' | 'language'>): Block[] {
  if (watchedFrom === undefined) return [];
  return [{ type: 'paragraph', text: words(DIGEST.watchedFrom, { day: longDay(watchedFrom, language) }) }];
}

/** Each platform once, with what is read, what is only brought, and what nobody sees. */
function wayBlocks({ ways = [] }: Digest, { words, language }: Pick<Wording, 'words' | 'language'>): Block[] {
  if (ways.length === 0) return [];
  const rows = ways.map((one) => ({
    label: termOf(PLATFORM_TERMS, one.platform, language),
    value: SIGNAL_WAYS.filter((way) => one[way].length > 0)
      .map((way) => `${termOf(SIGNAL_WAY_TERMS, way, language)}: ${signalsInWords(one[way], language)}`)
      .join('; '),
  }));
  return [
    { type: 'heading', text: words(DIGEST.ways) },
    { type: 'table', rows },
  ];
}

function signalsInWords(signals: readonly Signal[], language: Language): string {
  return signals.map((signal) => termOf(SIGNAL_TERMS, signal, language)).join(', ');
}

/** Says that coverage was too low, why, and who should act; no count of flags. */
function withheld(digest: Digest, wording: Wording): Block[] {
  const { coverage } = digest;
  const { words, language } = wording;
  const signals = readableSignals(coverage);
  const looked = coverage.seen + coverage.none;
  const why =
    signals === 0
      ? words(DIGEST.withheldNothingDue)
      : words(DIGEST.withheld, { looked, signals, share: MIN_COVERAGE_SHARE * 100 });
  return [
    { type: 'paragraph', text: why },
    {
      type: 'table',
      rows: [{ label: words(DIGEST.hidden), value: coverage.notObservable, note: reasonsInWords(coverage, language) }],
    },
    { type: 'heading', text: words(DIGEST.actors) },
    { type: 'table', rows: actorRows(digest, wording) },
    ...beginBlocks(digest, { words, language }),
    ...wayBlocks(digest, { words, language }),
    { type: 'paragraph', text: words(DIGEST.silence) },
  ];
}

/** Most frequent first; equal ones in the order of their names, so that the same digest reads the same twice. */
function reasonsOf(coverage: CoverageSummary): [NotObservableReason, number][] {
  const entries = Object.entries(coverage.reasons) as [NotObservableReason, number][];
  return entries.filter(([, n]) => n > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function reasonsInWords(coverage: CoverageSummary, language: Language): string {
  return reasonsOf(coverage)
    .map(([reason, n]) => `${termOf(HIDDEN_TERMS, reason, language)} ${n}`)
    .join(', ');
}

/** Whoever keeps the registry is led to the accounts that lack something. */
function actorRows({ coverage, officeCode }: Digest, { language, pageOf }: Wording): Row[] {
  const counts = new Map<Actor, number>(ACTORS.map((actor) => [actor, 0]));
  for (const [reason, n] of reasonsOf(coverage)) {
    const actor = REASON_ACTORS[reason] ?? 'operator';
    counts.set(actor, (counts.get(actor) ?? 0) + n);
  }
  const toRegistry = pageOf?.({ path: 'registry', filters: { office: officeCode } });
  const rowOf = (actor: Actor, value: number): Row => ({
    label: capital(termOf(ACTOR_TERMS, actor, language)),
    value,
    url: actor === 'registry' ? toRegistry : undefined,
  });
  // Without a single signal there was no visit at all, and visits are the operator's.
  if (coverage.signals === 0) return [rowOf('operator', 0)];
  return [...counts].filter(([, n]) => n > 0).map(([actor, n]) => rowOf(actor, n));
}
