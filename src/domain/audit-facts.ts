import type { AuditEntry } from './audit.js';
import { readAnswers } from './audit-answers.js';
import { type ContentsReport, readContents } from './audit-contents.js';
import type { FactProblem, FlagContradiction, FlagFacts } from './audit-contradiction.js';

interface Logged {
  readonly seq: number;
  /** Of what it said before it was opened. */
  marked?: string | undefined;
  opened?: { readonly seq: number; readonly manifest: string } | undefined;
  readonly reviews: { readonly seq: number; readonly seal: string }[];
  /** Of what the flag said when it opened, and at each verdict. */
  contents: readonly LoggedContent[];
  /** The state and the decision that a person answered for, although evidence and verdicts come to others. */
  readonly state?: string;
  readonly decision?: string;
  isThere: boolean;
}

interface LoggedContent {
  readonly seq: number;
  readonly seal: string;
  readonly at: Date;
}

/** What the database says and the log did not when it was asked: it may have been written in between. */
type Unlogged = { readonly flagId: string; readonly problem: FactProblem; isLogged(): boolean };

/**
 * Holds the log against the flags, both ways. First every entry, then every flag, then the entries that were written
 * meanwhile: what the log said at first the database must have, and what the database has the log must say in the end.
 */
export function createFactCheck() {
  const logged = new Map<string, Logged>();
  const unlogged: Unlogged[] = [];
  const found: FlagContradiction[] = [];
  const answered: FlagContradiction[] = [];
  const givings = createGivings();
  return {
    entry(entry: AuditEntry): void {
      givings.entry(entry);
      if (entry.action === 'flags_answered') answered.push(...answer(logged, entry));
      else learn(logged, entry);
    },
    flag(flag: FlagFacts): void {
      const known = logged.get(flag.id);
      if (known) known.isThere = true;
      const add = (problem: FactProblem, seq?: number) => found.push({ problem, flagId: flag.id, seq });
      const doubt = (problem: FactProblem, isLogged: () => boolean) =>
        unlogged.push({ flagId: flag.id, problem, isLogged });
      if (!known) doubt('flag_unlogged', () => logged.has(flag.id));
      compareOpening(flag, known, { add, doubt: (problem) => doubt(problem, () => !!logged.get(flag.id)?.opened) });
      compareReviews(flag, known, {
        add,
        doubt: (problem, index) =>
          doubt(problem, () => logged.get(flag.id)?.reviews[index]?.seal === flag.seals[index]),
      });
      compareSaid(flag, known, add);
    },
    /** Every flag was given. */
    endFlags(): void {
      for (const [flagId, { isThere, seq }] of logged) {
        if (!isThere) found.push({ problem: 'flag_missing', flagId, seq });
      }
    },
    /** `answered`: what a named person has taken over as it stood then. */
    result(): { all: FlagContradiction[]; answered: FlagContradiction[]; contents: ContentsReport } {
      const never = unlogged.filter(({ isLogged }) => !isLogged());
      const all = [...found, ...never.map(({ flagId, problem }) => ({ flagId, problem })), ...givings.replayed()];
      return { all, answered, contents: reportContents(logged.values()) };
    },
  };
}

/** A decision that waited is undone or counts, once: one that was put back into the database does both, or counts twice. */
function createGivings() {
  const undone = new Set<unknown>();
  const counted = new Map<unknown, { readonly flagId: string; readonly seq: number }[]>();
  return {
    entry({ action, subject: flagId, seq, details }: AuditEntry): void {
      const { giving } = details;
      if (action === 'decision_undone') undone.add(giving);
      if (action === 'verdict_given' && giving !== undefined)
        counted.set(giving, [...(counted.get(giving) ?? []), { flagId, seq }]);
      if (action === 'flags_answered') forget(details.flags);
    },
    replayed(): FlagContradiction[] {
      return [...counted].flatMap(([giving, all]) =>
        all.slice(undone.has(giving) ? 0 : 1).map((one) => ({ problem: 'verdict_replayed' as const, ...one })),
      );
    },
  };

  /** What a named person has answered for. */
  function forget(flags: unknown): void {
    const of = readAnswers(flags).filter(({ problems }) => problems.includes('verdict_replayed'));
    const ids = new Set(of.map(({ id }) => id));
    for (const [giving, [first]] of counted) if (first && ids.has(first.flagId)) counted.delete(giving);
  }
}

/** One that has a seal in its opening, or since a person answered for it, is held from there on. */
function reportContents(logged: Iterable<Logged>): ContentsReport {
  let [late, unsealed, lateMs] = [0, 0, 0];
  for (const { opened, contents } of logged) {
    const [first] = contents;
    if (!opened || first?.seq === opened.seq) continue;
    if (!first) unsealed += 1;
    else {
      late += 1;
      lateMs = Math.max(lateMs, first.at.getTime());
    }
  }
  return { late, lateAt: late > 0 ? new Date(lateMs) : undefined, unsealed };
}

type Add = (problem: FactProblem, seq?: number) => void;

function compareOpening(
  { manifest }: FlagFacts,
  known: Logged | undefined,
  { add, doubt }: { add: Add; doubt: (problem: FactProblem) => void },
): void {
  const { opened } = known ?? {};
  if (opened && !manifest) add('opening_missing', opened.seq);
  if (opened && manifest && opened.manifest !== manifest) add('seal_differs', opened.seq);
  if (!opened && manifest) doubt('opening_unlogged');
}

function compareReviews(
  { seals }: FlagFacts,
  known: Logged | undefined,
  tell: { add: Add; doubt: (problem: FactProblem, index: number) => void },
): void {
  const said = known?.reviews ?? [];
  for (const [index, { seq, seal }] of said.entries()) {
    if (index >= seals.length) tell.add('verdict_missing', seq);
    else if (seals[index] !== seal) tell.add('verdict_differs', seq);
  }
  for (let index = said.length; index < seals.length; index += 1) tell.doubt('verdict_unlogged', index);
}

/** What the flag says, and what is made of its evidence and verdicts to be counted and found. */
function compareSaid(flag: FlagFacts, known: Logged | undefined, add: Add): void {
  if (flag.state !== stateOf(flag) && flag.state !== known?.state) add('state_differs', lastSeqOf(known));
  // Where the verdicts themselves are not what the log says, that is what is wrong.
  const isOfVerdicts = flag.seals.join() === known?.reviews.map(({ seal }) => seal).join();
  if (isOfVerdicts && !flag.isDecisionKept && flag.decision !== known.decision)
    add('decision_differs', lastSeqOf(known));
  const other = known?.contents.find(({ seal }) => seal !== flag.content);
  if (known?.marked && known.marked !== flag.marked) add('content_differs', known.seq);
  else if (other) add('content_differs', other.seq);
}

/** What the flag's own evidence and reviews come to. */
function stateOf({ manifest, stateOfReviews }: FlagFacts): string {
  if (!manifest) return 'sealing';
  return stateOfReviews;
}

function lastSeqOf(known: Logged | undefined): number | undefined {
  return known?.reviews.at(-1)?.seq ?? known?.opened?.seq ?? known?.seq;
}

function learn(logged: Map<string, Logged>, entry: AuditEntry): void {
  const { seq, subject, details, at } = entry;
  const of = (id: string): Logged => {
    const known = logged.get(id) ?? { seq, reviews: [], contents: [], isThere: false };
    logged.set(id, known);
    return known;
  };
  switch (entry.action) {
    case 'flags_marked':
      for (const [index, id] of listOf(details.flags).entries()) of(id).marked = listOf(details.contents)[index];
      return;
    case 'flags_adopted':
      for (const text of listOf(details.flags)) adopt(of, text, seq);
      return;
    case 'flag_opened':
      of(subject).opened = { seq, manifest: String(details.manifest) };
      addContent(of(subject), { seq, seal: details.content, at });
      return;
    case 'verdict_given':
      // One from before the log had a key has no seal of its review: it was adopted.
      if (typeof details.review === 'string') addReview(of(subject), { seq, seal: details.review });
      addContent(of(subject), { seq, seal: details.content, at });
      return;
    case 'contents_sealed':
      for (const { id, content } of readContents(entry)) {
        // No more than a seal: what the log did not know before stays unknown to it.
        const known = logged.get(id);
        if (known) addContent(known, { seq, seal: content, at });
      }
      return;
    default:
  }
}

/** A flag that was taken over as it stood may have had this verdict already. */
function addReview({ reviews }: Logged, review: Logged['reviews'][number]): void {
  if (!reviews.some(({ seal }) => seal === review.seal)) reviews.push(review);
}

/** An entry from before contents were sealed has none. */
function addContent(known: Logged, { seq, seal, at }: { seq: number; seal: unknown; at: Date }): void {
  if (typeof seal === 'string' && seal !== '') known.contents = [...known.contents, { seq, seal, at }];
}

function answer(logged: Map<string, Logged>, { seq, at, details }: AuditEntry): FlagContradiction[] {
  return readAnswers(details.flags).flatMap(({ id, problems, manifest, seals, state, content, decision }) => {
    const opened = manifest ? { seq, manifest } : undefined;
    if (problems.includes('flag_missing')) logged.delete(id);
    else {
      const reviews = seals.map((seal) => ({ seq, seal }));
      const contents = opened && content ? [{ seq, seal: content, at }] : [];
      const marked = opened ? undefined : content;
      logged.set(id, { seq, marked, opened, reviews, contents, state, decision, isThere: false });
    }
    return problems.map((problem) => ({ problem, flagId: id, seq }));
  });
}

function adopt(of: (id: string) => Logged, text: string, seq: number): void {
  const [id = '', manifest = '', reviews = ''] = text.split('|').map(decodeURIComponent);
  const flag = of(id);
  if (manifest) flag.opened = { seq, manifest };
  for (const seal of listOf(reviews, '+')) flag.reviews.push({ seq, seal });
}

function listOf(text: unknown, separator = ' '): string[] {
  return typeof text === 'string' ? text.split(separator).filter(Boolean) : [];
}
