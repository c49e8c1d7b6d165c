import type { Model } from 'mongoose';
import { questionEvent } from '../domain/audit-events.js';
import type { Flag } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import { noticeTo } from '../domain/notice.js';
import type { Question } from '../domain/question.js';
import { type FlagDocument, type QuestionDocument, toFlag } from './flag-document.js';
import { filterOf, QUEUE_ORDER } from './flag-queue.js';
import { isDuplicateKey } from './insert-new.js';
import { saveNotices } from './notice-repository.js';
import { asText, asTexts } from './plain-value.js';
import { createQuestionEnds, type EndDeps, type QuestionEnds } from './question-ends.js';
import type { RemarkStore, WrittenRemark } from './remark-store.js';

/** Questions on open flags: each is the last one of its flag. They come with the review that asks, and end with the next. */
export interface FlagQuestions extends QuestionEnds {
  /**
   * The answer as a remark, the asker's notice and the entry of the log, in one. `closed`: it was answered or asked anew
   * already, or decided. `taken`: another remark of this person stands by that id. The same answer again is there already.
   */
  answerQuestion(
    question: Pick<Question, 'by' | 'at'>,
    answer: WrittenRemark,
  ): Promise<'answered' | 'closed' | 'taken'>;
  /** Open flags whose question goes to one of these and has no answer, the nearest day first. */
  listAsked(to: readonly string[], filter: { officeCodes?: readonly string[]; limit: number }): Promise<Flag[]>;
  /** Of the filter, those whose question by this person is answered, or past its day, by age. */
  listReturned(filter: FlagFilter, asker: { by: string; now: Date }): Promise<Flag[]>;
}

const ASKED_BY = 'asked_by';
const ASKED_OF = 'asked_of';
/** More questions of one person are not waited for at once. */
const MAX_RETURNED = 100;

interface QuestionDeps extends EndDeps {
  readonly remarks: RemarkStore;
}

export function toQuestionDocument(question: Question): QuestionDocument {
  return { ...question, to: asText(question.to), waitsUntil: question.until };
}

export function createFlagQuestions(flags: Model<FlagDocument>, deps: QuestionDeps): FlagQuestions {
  const { remarks } = deps;
  return {
    ...createQuestionEnds(flags, deps),

    async answerQuestion(question, answer) {
      const { id, flagId, by } = answer;
      const remark = { ...answer, isAnswer: true };
      try {
        if (await answerOnce(deps, flags, { question, remark })) return 'answered';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return 'taken';
      }
      const same = { _id: asText(flagId), 'question.answer.by': asText(by), 'question.answer.remark': asText(id) };
      if (!(await flags.exists(same))) return 'closed';
      return (await remarks.isThere(remark)) ? 'answered' : 'taken';
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
  };
}

async function answerOnce(
  { audit, notices, remarks }: QuestionDeps,
  flags: Model<FlagDocument>,
  { question, remark }: { question: Pick<Question, 'by' | 'at'>; remark: WrittenRemark },
): Promise<boolean> {
  const { id, flagId, by, at } = remark;
  const open = { _id: asText(flagId), state: 'open', 'question.answer': { $exists: false } } as const;
  return audit.record(async (session) => {
    const given = { by: asText(by), at, remark: asText(id) };
    const { matchedCount } = await flags.updateOne(
      { ...open, 'question.by': asText(question.by), 'question.at': question.at },
      { $set: { 'question.answer': given }, $unset: { 'question.waitsUntil': '' }, $inc: { version: 1 } },
      { session },
    );
    if (matchedCount === 0) return { value: false };
    await remarks.insert(remark, session);
    const of = String(question.at.getTime());
    await saveNotices(notices, [noticeTo(question.by, 'answered', { flagId, at, of })], session);
    return { value: true, event: questionEvent(remark, question.by) };
  });
}
