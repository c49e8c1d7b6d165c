import type { ClientSession, Collection, Connection, Model } from 'mongoose';
import type { AgreementSpan, PairsByRule } from '../domain/agreement.js';
import { openingEvent, verdictEvent } from '../domain/audit-events.js';
import type { ContrarySpan, DecidedFilter, DecidedFlag } from '../domain/decided.js';
import { ChangedMeanwhileError, NotFoundError } from '../domain/errors.js';
import type { EvidenceSeal } from '../domain/evidence.js';
import type { Flag, FlagState, Review, TicketCount } from '../domain/flag.js';
import type { CountLimit, FlagFilter } from '../domain/flag-filter.js';
import { noticesOfQuestion, noticesOfVerdict } from '../domain/notice.js';
import type { PendingDecision } from '../domain/pending-decision.js';
import type { Verdict } from '../domain/verdict.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import type { AuditRecorder } from './audit-repository.js';
import { countContrary, countDecided, decisionOf, listDecided } from './decided-flags.js';
import { type DigestFlags, type DigestSpan, findDigestFlags } from './digest-flags.js';
import { countPairs } from './flag-agreement.js';
import { createFlagAssigning, type FlagAssigning } from './flag-assigning.js';
import { createFlagClaims, type FlagClaims } from './flag-claims.js';
import { type ContentDeps, sealContent } from './flag-content.js';
import { countFlagQueue, countFlagsByRule, countFlagsByState, countFlagsByTicket } from './flag-counts.js';
import { type FlagDocument, flagSchema, toFlag } from './flag-document.js';
import { createFlagFamilies, type FlagFamilies } from './flag-families.js';
import { createFlagLists } from './flag-lists.js';
import { createFlagQuestions, type FlagQuestions, toQuestionDocument } from './flag-questions.js';
import { NOT_PENDING } from './flag-queue.js';
import type { FlagVerdict } from './flag-verdicts.js';
import { findKnownFlagIds } from './look-up-flags.js';
import { type Notices, saveNotices } from './notice-repository.js';
import { createPendingDecisions, type PendingDecisions } from './pending-decisions.js';
import { asText } from './plain-value.js';
import type { RemarkStore } from './remark-store.js';
import type { SearchTerms, TermGroups } from './search-terms.js';

/** Whatever changes a flag for people writes its audit entry in the same transaction. */
export interface FlagRepository extends FlagClaims, FlagAssigning, FlagQuestions, FlagFamilies, PendingDecisions {
  findFlag(id: string): Promise<Flag | undefined>;
  /** Those of these ids that are flags, in whatever state. */
  findKnownFlagIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whatever was made of one account's acts, oldest first. */
  listFlagsOfAccount(accountId: string, options: { limit: number }): Promise<Flag[]>;
  /** Seals the pack's hash into the flag and opens it. Repeating with a second pack changes nothing. */
  openFlag(id: string, seal: EvidenceSeal, now: Date): Promise<{ wasOpened: boolean }>;
  /** Oldest first (by `createdAt`, then id); `cursor`: of the page before, or a flag's id. Never skips, never repeats. */
  listFlagQueue(
    filter: FlagFilter,
    page: { limit: number; cursor?: string },
  ): Promise<{ flags: Flag[]; nextCursor?: string }>;
  /** Those of these ids that fit, in no order. */
  listAmong(ids: readonly string[], filter: FlagFilter): Promise<Flag[]>;
  /** Every flag of any state by id, a batch at a time in memory. */
  streamFlags(filter?: { state?: FlagState }): AsyncIterable<Flag>;
  /** The same in batches, with no more than judging again asks; `actedSince` leaves out acts before it. */
  streamVerdicts(filter?: { actedSince?: Date }): AsyncIterable<FlagVerdict[]>;
  /** Ids in `sealing` older than `before`: what a lost queue has to be told again. */
  listSealingIds(options: { before: Date; limit: number }): Promise<string[]>;
  /**
   * Writes `decided` (from `decide` in the domain) if the stored version is still the one before it, and no decision waits
   * but the one named; else throws ChangedMeanwhileError. `isBlind`: the reviewer saw no other decision.
   */
  saveDecision(decided: Flag, review: Review, options?: SaveOptions): Promise<void>;
  /**
   * What the counts of a digest are made of: new within [from, to), waiting and overdue as of `now`. `weekEnd`: up to when
   * a flag that becomes overdue counts as due this week.
   */
  findForDigest(span: DigestSpan & { weekEnd: Date }): Promise<DigestFlags>;
  countFlagsByState(officeCodes?: readonly string[], limit?: CountLimit): Promise<Record<FlagState, number>>;
  countFlagQueue(filter: FlagFilter, limit?: CountLimit): Promise<number>;
  /** What a filter asks for by words: any of each group. */
  termsOf(words: string): TermGroups;
  /** Newest decision first; `cursor`: of the page before. */
  listDecided(
    filter: DecidedFilter,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ decided: DecidedFlag[]; nextCursor?: string }>;
  /** By the verdict in force. */
  countDecided(filter: DecidedFilter, limit?: CountLimit): Promise<Readonly<Partial<Record<Verdict, number>>>>;
  /** Those that have two, against each other. */
  countContrary(span: ContrarySpan): Promise<number>;
  /** What two people said of each flag, who had not seen each other. */
  countPairs(span: AgreementSpan): Promise<PairsByRule>;
  /** For the symmetry view, by `contest/number`; a flag counts once for each of its tickets. */
  countFlagsByTicket(): Promise<TicketCount[]>;
  /** Flags made since then per rule that marked them; two matches of one rule on a flag are one. */
  countFlagsByRule(since: Date): Promise<Record<string, number>>;
}

interface SaveOptions {
  readonly isBlind?: boolean | undefined;
  /** What becomes the verdict, if it waited. */
  readonly pending?: Pick<PendingDecision, 'id' | 'givenAt' | 'together'> | undefined;
  /** Whoever is told that the question goes to them. */
  readonly told?: readonly string[] | undefined;
}

interface FlagRepositoryDeps {
  readonly audit: AuditRecorder;
  readonly hashKey: Buffer;
  readonly terms: Pick<SearchTerms, 'groups'>;
  readonly notices: Notices;
  readonly remarks: RemarkStore;
}

export function createFlagRepository(
  connection: Connection,
  { audit, hashKey, terms, notices, remarks }: FlagRepositoryDeps,
): FlagRepository {
  const flags = connection.model<FlagDocument>('Flag', flagSchema as never, 'flags');
  return {
    ...createWriting(flags, { audit, notices, activities: connection.collection('activities') }),
    ...createFlagClaims(flags, audit),
    ...createFlagAssigning(flags, { audit, notices }),
    ...createFlagQuestions(flags, { audit, notices, remarks }),
    ...createPendingDecisions(flags, { audit, hashKey }),
    termsOf: terms.groups,
    ...createFlagFamilies(flags),
    ...createFlagLists(flags),
    ...createCounting(flags),
  };
}

const DECISION_FIELDS = ['decidedAt', 'decidedVerdict', 'deciders', 'pair'] as const;

function createWriting(
  flags: Model<FlagDocument>,
  { audit, activities, notices }: { audit: AuditRecorder; activities: Collection; notices: Notices },
) {
  const { mac } = audit;
  const contents = { flags: flags.collection, activities, mac } as unknown as ContentDeps;
  const seal = (id: string, session: ClientSession) => sealContent(contents, asText(id), session);
  return {
    async findFlag(id: string) {
      const found = await flags.findOne({ _id: asText(id) }).lean();
      return found ? toFlag(found) : undefined;
    },

    async openFlag(id: string, evidence: EvidenceSeal, now: Date) {
      return audit.record(async (session) => {
        const { modifiedCount } = await flags.updateOne(
          { _id: asText(id), state: 'sealing' },
          { $set: { state: 'open', evidence, openedAt: now }, $inc: { version: 1 } },
          { session },
        );
        if (modifiedCount === 0) return { value: { wasOpened: false } };
        const event = openingEvent(id, evidence, { at: now, content: await seal(id, session) });
        return { value: { wasOpened: true }, event };
      });
    },

    async saveDecision(decided: Flag, review: Review, { isBlind = false, pending, told = [] }: SaveOptions = {}) {
      const { state, version, question } = decided;
      const waiting = pending ? { 'pending.id': asText(pending.id) } : { pending: NOT_PENDING };
      const kept = state === 'open' ? {} : decisionOf(decided.reviews);
      // Whose work it was ends with it; what is only asked about stays theirs.
      const ended = state === 'open' ? {} : { assigned: '' as const };
      const asked = question ? { question: toQuestionDocument(question) } : {};
      const former = question ? {} : { question: '' as const };
      const gone = Object.fromEntries(DECISION_FIELDS.filter((f) => kept[f] === undefined).map((f) => [f, '']));
      const isSaved = await audit.record(async (session) => {
        const { matchedCount } = await flags.updateOne(
          { _id: asText(decided.id), version: version - 1, ...waiting },
          {
            $set: { state, version, ...kept, ...asked },
            $unset: { claim: '', pending: '', ...ended, ...former, ...gone },
            $push: { reviews: review },
          },
          { session },
        );
        if (matchedCount === 0) return { value: false };
        await saveNotices(notices, [...noticesOfVerdict(decided), ...noticesOfQuestion(decided, told)], session);
        const content = await seal(decided.id, session);
        return { value: true, event: verdictEvent(decided, review, { mac, isBlind, content, pending, told }) };
      });
      if (isSaved) return;
      if (!(await flags.exists({ _id: asText(decided.id) }))) {
        throw new NotFoundError(...sayError(STORED.noFlag, 'id'));
      }
      throw new ChangedMeanwhileError(...sayError(STORED.flagChanged, 'id'));
    },
  };
}

function createCounting(flags: Model<FlagDocument>) {
  return {
    findForDigest: (span: DigestSpan & { weekEnd: Date }) => findDigestFlags(flags, span),

    findKnownFlagIds: (ids: readonly string[]) => findKnownFlagIds(flags.collection, ids),

    countFlagsByState: (officeCodes?: readonly string[], limit?: CountLimit) =>
      countFlagsByState(flags, officeCodes, limit),

    countFlagQueue: (filter: FlagFilter, limit?: CountLimit) => countFlagQueue(flags, filter, limit),

    listDecided: (filter: DecidedFilter, page: { limit: number; cursor?: string | undefined }) =>
      listDecided(flags, filter, page),

    countDecided: (filter: DecidedFilter, limit?: CountLimit) => countDecided(flags, filter, limit),

    countContrary: (span: ContrarySpan) => countContrary(flags, span),

    countPairs: (span: AgreementSpan) => countPairs(flags, span),

    countFlagsByTicket: () => countFlagsByTicket(flags),

    countFlagsByRule: (since: Date) => countFlagsByRule(flags, since),
  };
}
