import type { AgreementSpan, PairsByRule } from '../domain/agreement.js';
import type { ContrarySpan, DecidedFilter, DecidedFlag } from '../domain/decided.js';
import type { ClaimFor, Flag, FlagState, Review, TicketCount } from '../domain/flag.js';
import type { CountLimit, FlagFilter } from '../domain/flag-filter.js';
import type { Notice } from '../domain/notice.js';
import type { PendingDecision } from '../domain/pending-decision.js';
import type { Question } from '../domain/question.js';
import type { Remark } from '../domain/remark.js';
import type { Verdict } from '../domain/verdict.js';

export interface ConsoleFlags {
  findFlag(id: string): Promise<Flag | undefined>;
  /** Oldest first; `cursor`: of the page before, or the id of the flag before. */
  listFlagQueue(
    filter: FlagFilter,
    page: { limit: number; cursor?: string },
  ): Promise<{ flags: Flag[]; nextCursor?: string }>;
  /** One line for each post family of the filter, by its oldest flag, and how many flags it stands for. */
  listFamilies(
    filter: FlagFilter,
    page: { limit: number; cursor?: string },
  ): Promise<{ families: { readonly flag: Flag; readonly same: number }[]; nextCursor?: string }>;
  /** Those of these ids that fit, in no order. */
  listAmong(ids: readonly string[], filter: FlagFilter): Promise<Flag[]>;
  countSame(filter: FlagFilter, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How many others of the filter are of this flag's family. */
  countOthers(id: string, filter: FlagFilter): Promise<number>;
  /** Others of the filter and of this flag's family, oldest first. */
  listSame(id: string, filter: FlagFilter, limit: number): Promise<Flag[]>;
  findSame(id: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of its family, what was decided of acts of other people, the newest flag first. */
  listSameDecided(id: string, officeCodes: readonly string[] | undefined, limit: number): Promise<Flag[]>;
  /** Every flag of a state, for what is learned from decisions. */
  streamFlags(filter: { state: FlagState }): AsyncIterable<Flag>;
  /** Takes it, or prolongs what one holds. `tab`: the open page that holds it from now on. */
  claimFlag(id: string, claim: ClaimFor & { tab?: string | undefined }): Promise<Flag | undefined>;
  /** Ends a claim, whatever pages are open. */
  releaseFlag(id: string, by: string, now: Date): Promise<void>;
  /** One page less; with the last one the claim ends at `until`. */
  leaveFlag(id: string, page: ClaimFor & { tab: string }): Promise<void>;
  /** Open flags of the filter that this person holds at `now`, by age. */
  listClaimed(filter: FlagFilter, claim: { by: string; now: Date }): Promise<Flag[]>;
  claimNextFlag(filter: FlagFilter, claim: ClaimFor & { after?: string }): Promise<Flag | undefined>;
  /** False: it is not open, or not `from`'s any more. */
  assignFlag(
    id: string,
    change: { from: string | undefined; to: string | undefined; by: string; at: Date },
    notices: readonly Notice[],
  ): Promise<boolean>;
  /** `closed`: it was answered or asked anew already, or decided; `taken`: another remark stands by that id. */
  answerQuestion(
    question: Pick<Question, 'by' | 'at'>,
    answer: Remark & { readonly text: string },
  ): Promise<'answered' | 'closed' | 'taken'>;
  /** Open flags whose question goes to one of these and has no answer, the nearest day first. */
  listAsked(to: readonly string[], filter: { officeCodes?: readonly string[]; limit: number }): Promise<Flag[]>;
  /** Of the filter, those whose question by this person is answered, or past its day, by age. */
  listReturned(filter: FlagFilter, asker: { by: string; now: Date }): Promise<Flag[]>;
  /** Of whom answers are waited for, each once for an office. */
  listWaitedFor(): Promise<{ readonly to: string; readonly officeCode: string }[]>;
  /** Nobody waits for them any more, and whoever asked is told. */
  endWaiting(of: { readonly to: string; readonly officeCode: string }, now: Date): Promise<void>;
  /** Tells whoever asked that the day is over. How many. */
  tellLate(now: Date, limit: number): Promise<number>;
  /** Whoever has an open flag of these offices. */
  listAssignees(officeCodes?: readonly string[]): Promise<string[]>;
  saveDecision(
    decided: Flag,
    review: Review,
    options?: {
      isBlind?: boolean;
      pending?: Pick<PendingDecision, 'id' | 'givenAt' | 'together'>;
      /** Whoever is told that the question goes to them. */
      told?: readonly string[];
    },
  ): Promise<void>;
  /** Of several at once exactly one; `undefined`: somebody or something was faster. */
  holdDecision(pending: PendingDecision): Promise<Flag | undefined>;
  findPending(flagId: string): Promise<PendingDecision | undefined>;
  listPendingOf(userId: string): Promise<PendingDecision[]>;
  /** Past their time at `now`, or put off beyond `latest`, which no clock does that was not set back. */
  listDueDecisions(due: { now: Date; latest: Date; limit: number }): Promise<PendingDecision[]>;
  /** `undefined`: it is a verdict already. */
  undoDecision(pending: PendingDecision, claim: ClaimFor): Promise<Flag | undefined>;
  /** All that were given together, and of their flags one held; `undefined`: one of them counts, and so none is undone. */
  undoTogether(
    together: string,
    keep: { readonly flagId: string; readonly claim: ClaimFor },
  ): Promise<string[] | undefined>;
  beginCounting(together: string): Promise<void>;
  dropDecision(pending: PendingDecision, now: Date): Promise<void>;
  countFlagsByState(officeCodes: readonly string[] | undefined, limit: CountLimit): Promise<Record<FlagState, number>>;
  countFlagQueue(filter: FlagFilter, limit: CountLimit): Promise<number>;
  /** What a filter asks for by words. */
  termsOf(words: string): readonly (readonly string[])[];
  /** Newest decision first. */
  listDecided(
    filter: DecidedFilter,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ decided: DecidedFlag[]; nextCursor?: string }>;
  countDecided(filter: DecidedFilter, limit: CountLimit): Promise<Readonly<Partial<Record<Verdict, number>>>>;
  countContrary(span: ContrarySpan): Promise<number>;
  countPairs(span: AgreementSpan): Promise<PairsByRule>;
  countFlagsByTicket(): Promise<TicketCount[]>;
  countFlagsByRule(since: Date): Promise<Record<string, number>>;
}
