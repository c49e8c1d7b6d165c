import type { Model } from 'mongoose';
import { questionEvent } from '../domain/audit-events.js';
import type { Flag } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import { noticeTo } from '../domain/notice.js';
import type { Question } from '../domain/question.js';
import type { AuditRecorder } from './audit-repository.js';
import { type FlagDocument, type QuestionDocument, toFlag } from './flag-document.js';
import { filterOf, QUEUE_ORDER } from './flag-queue.js';
import { type Notices, saveNotices } from './notice-repository.js';
import { asText, asTexts } from './plain-value.js';
import type { RemarkStore, WrittenRemark } from './remark-store.js';

/** Questions on open flags: each is the last one of its flag. They come with the review that asks, and end with the next. */
export interface FlagQuestions {
  /**
   * The answer as a remark, the asker's notice and the entry of the log, in one. False: it was answered or asked anew
   * already, or decided. The same answer again is there already.
   */
  answerQuestion(question: Pick<Question, 'by' | 'at'>, answer: WrittenRemark): Promise<boolean>;
  /** Open flags whose question goes to one of these and has no answer, the nearest day first. */
  listAsked(to: readonly string[], filter: { officeCodes?: readonly string[]; limit: number }): Promise<Flag[]>;
  /** Of the filter, those whose question by this person is answered, or past its day, by age. */
  listReturned(filter: FlagFilter, asker: { by: string; now: Date }): Promise<Flag[]>;
  /** Tells whoever asked that the day is over; each question once, in however many processes. How many. */
  tellLate(now: Date, limit: number): Promise<number>;
}

const ASKED_BY = 'asked_by';
const ASKED_OF = 'asked_of';
/** More questions of one person are not waited for at once. */
const MAX_RETURNED = 100;

interface QuestionDeps {
  readonly audit: AuditRecorder;
  readonly notices: Notices;
  readonly remarks: RemarkStore;
}

export function toQuestionDocument(question: Question): QuestionDocument {
  return { ...question, to: asText(question.to), waitsUntil: question.until };
}

export function createFlagQuestions(flags: Model<FlagDocument>, deps: QuestionDeps): FlagQuestions {
  const { audit, notices, remarks } = deps;
  return {
    async answerQuestion({ by: asker, at: askedAt }, answer) {
      const { id, flagId, by, at } = answer;
      const isAnswered = await audit.record(async (session) => {
        const asked = {
          _id: asText(flagId),
          state: 'open' as const,
          'question.by': asText(asker),
          'question.at': askedAt,
        };
        const given = { by: asText(by), at, remark: asText(id) };
        const { matchedCount } = await flags.updateOne(
          { ...asked, 'question.answer': { $exists: false } },
          { $set: { 'question.answer': given }, $unset: { 'question.waitsUntil': '' }, $inc: { version: 1 } },
          { session },
        );
        if (matchedCount === 0) return { value: false };
        await remarks.insert({ ...answer, isAnswer: true }, session);
        await saveNotices(
          notices,
          [noticeTo(asker, 'answered', { flagId, at, of: String(askedAt.getTime()) })],
          session,
        );
        return { value: true, event: questionEvent(answer, asker) };
      });
      const same = { _id: asText(flagId), 'question.answer.by': asText(by), 'question.answer.remark': asText(id) };
      return isAnswered || (await flags.exists(same)) !== null;
    },

    async listAsked(to, { officeCodes, limit }) {
      const within = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
      const asked = {
        'question.to': { $in: asTexts(to) },
        'question.answer': { $exists: false },
        state: 'open' as const,
      };
      const found = flags.find({ ...asked, ...within }).hint(ASKED_OF);
      return (await found.sort({ 'question.until': 1, _id: 1 }).limit(limit).lean()).map(toFlag);
    },

    async listReturned(filter, { by, now }) {
      const own = { 'question.by': asText(by), 'question.waitsUntil': { $not: { $gt: now } } };
      const found = flags.find({ $and: [own, filterOf({ ...filter, questions: undefined, state: 'open' })] });
      return (await found.hint(ASKED_BY).sort(QUEUE_ORDER).limit(MAX_RETURNED).lean()).map(toFlag);
    },

    async tellLate(now, limit) {
      const late = { 'question.waitsUntil': { $lte: now } };
      const found = await flags.find(late, { question: 1 }).sort({ 'question.waitsUntil': 1 }).limit(limit).lean();
      for (const { _id, question } of found) if (question) await tellOne(deps, flags, { _id, question, now });
      return found.length;
    },
  };
}

async function tellOne(
  { audit, notices }: QuestionDeps,
  flags: Model<FlagDocument>,
  { _id, question, now }: { _id: string; question: QuestionDocument; now: Date },
): Promise<void> {
  const { by, at } = question;
  await audit.record(async (session) => {
    // No change of the flag, and nothing to log: its day stands in the entry of the question.
    const { modifiedCount } = await flags.updateOne(
      { _id, 'question.by': by, 'question.at': at, 'question.waitsUntil': { $exists: true } },
      { $unset: { 'question.waitsUntil': '' } },
      { session },
    );
    // As of now: dated back, a mail or a list of in between would pass for having told it.
    const told = noticeTo(by, 'late', { flagId: _id, at: now, of: String(at.getTime()) });
    if (modifiedCount > 0) await saveNotices(notices, [told], session);
    return { value: undefined };
  });
}
