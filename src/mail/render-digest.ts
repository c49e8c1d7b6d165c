import type { CoverageSummary, NotObservableReason } from '../domain/coverage.js';
import { DAY_MS } from '../domain/days.js';
import { type Digest, MIN_COVERAGE_SHARE, outcomeOf } from '../domain/digest.js';
import { OVERDUE_AFTER_MS } from '../domain/flag.js';
import { zoneLabel } from '../domain/region.js';
import { type Block, blocksToHtml, blocksToText, type Row } from './blocks.js';
import { type Language, type MessageKey, REASONS, say } from './messages.js';

export interface RenderedDigest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface RenderOptions {
  /** `http:` or `https:`; the one link of the mail. */
  readonly consoleUrl: string;
  readonly language?: Language;
}

/**
 * Counts and reasons only: a `Digest` holds no name and no quote, so that none can leave by mail. Both parts are made
 * of the same blocks and say the same.
 */
export function renderDigest(digest: Digest, { consoleUrl, language = 'id' }: RenderOptions): RenderedDigest {
  const words = wordsOf(digest, language);
  const title = words('greeting');
  const blocks: Block[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: words('scope') },
    ...body(digest, { words, language }),
    { type: 'link', text: words('open'), url: linkTo(consoleUrl) },
    { type: 'small', text: words('footer') },
  ];
  return {
    subject: words(SUBJECTS[outcomeOf(digest)]),
    text: blocksToText(blocks),
    html: blocksToHtml(blocks, { title, language }),
  };
}

const SUBJECTS = { sent: 'subjectSent', sent_empty: 'subjectEmpty', withheld: 'subjectWithheld' } as const;

type Words = (key: MessageKey) => string;
interface Wording {
  readonly words: Words;
  readonly language: Language;
}

function wordsOf(digest: Digest, language: Language): Words {
  const { coverage } = digest;
  const values = {
    office: plain(digest.officeName),
    day: longDay(digest.day, language),
    zone: zoneLabel(digest.timeZone),
    new: digest.newFlags,
    waiting: digest.waiting,
    overdue: digest.overdue,
    hidden: coverage.notObservable,
    signals: coverage.signals,
    looked: coverage.seen + coverage.none,
    share: MIN_COVERAGE_SHARE * 100,
    days: OVERDUE_AFTER_MS / DAY_MS,
  };
  return (key) => say(language, key, values);
}

function body(digest: Digest, wording: Wording): Block[] {
  const { words } = wording;
  const outcome = outcomeOf(digest);
  if (outcome === 'withheld') return withheld(digest.coverage, wording);
  const marks: Block[] =
    outcome === 'sent_empty'
      ? [{ type: 'paragraph', text: words('empty') }]
      : [
          { type: 'heading', text: words('marks') },
          { type: 'table', rows: markRows(digest, words) },
          { type: 'paragraph', text: words('unproven') },
        ];
  return [...marks, ...noteBlocks(digest, words), ...coverageBlocks(digest.coverage, wording)];
}

/** One line, below the marks and not among them: a note is no finding. */
function noteBlocks({ notes = [] }: Digest, words: Words): Block[] {
  if (notes.length === 0) return [];
  const list = notes.map(({ title, acts }) => `${plain(title)} (${acts})`).join('; ');
  return [{ type: 'paragraph', text: `${words('notes')}: ${list}.` }];
}

function markRows(digest: Digest, words: Words): Row[] {
  return [
    { label: words('new'), value: digest.newFlags },
    { label: words('waiting'), value: digest.waiting },
    { label: words('overdue'), value: digest.overdue },
    { label: words('decided'), value: digest.decided },
  ];
}

function coverageBlocks(coverage: CoverageSummary, { words, language }: Wording): Block[] {
  return [
    { type: 'heading', text: words('coverage') },
    {
      type: 'table',
      rows: [
        { label: words('accounts'), value: coverage.accounts },
        { label: words('signals'), value: coverage.signals },
        { label: words('seen'), value: coverage.seen },
        { label: words('none'), value: coverage.none },
        { label: words('hidden'), value: coverage.notObservable, note: reasonsInWords(coverage, language) },
      ],
    },
    { type: 'paragraph', text: words('silence') },
  ];
}

/** Says that coverage was too low, why, and who should act; no count of marks. */
function withheld(coverage: CoverageSummary, wording: Wording): Block[] {
  const { words, language } = wording;
  const reason = coverage.signals === 0 ? 'withheldNothingDue' : 'withheld';
  return [
    { type: 'paragraph', text: words(reason) },
    {
      type: 'table',
      rows: [{ label: words('hidden'), value: coverage.notObservable, note: reasonsInWords(coverage, language) }],
    },
    { type: 'heading', text: words('actors') },
    { type: 'table', rows: actorRows(coverage, words) },
    { type: 'paragraph', text: words('silence') },
  ];
}

/** Most frequent first; equal ones in the order of their names, so that the same digest reads the same twice. */
function reasonsOf(coverage: CoverageSummary): [NotObservableReason, number][] {
  const entries = Object.entries(coverage.reasons) as [NotObservableReason, number][];
  return entries.filter(([, n]) => n > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function reasonsInWords(coverage: CoverageSummary, language: Language): string {
  return reasonsOf(coverage)
    .map(([reason, n]) => `${REASONS[reason]?.[language] ?? reason} ${n}`)
    .join(', ');
}

function actorRows(coverage: CoverageSummary, words: Words): Row[] {
  const counts = { actorRegistry: 0, actorOperator: 0, actorNobody: 0 };
  for (const [reason, n] of reasonsOf(coverage)) counts[REASONS[reason]?.actor ?? 'actorOperator'] += n;
  // Without a single signal there was no visit at all, and visits are the operator's.
  if (coverage.signals === 0) return [{ label: words('actorOperator'), value: 0 }];
  const rows = Object.entries(counts) as [keyof typeof counts, number][];
  return rows.filter(([, n]) => n > 0).map(([actor, n]) => ({ label: words(actor), value: n }));
}

function longDay(day: string, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** An office's name and a rule's title come from a file: no control or bidirectional characters, at most 120 characters. */
function plain(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 120);
}

function linkTo(consoleUrl: string): string {
  const url = new URL(consoleUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError('consoleUrl must be http: or https:');
  url.username = '';
  url.password = '';
  return url.href;
}
