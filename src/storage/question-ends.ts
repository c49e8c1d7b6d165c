import type { Model } from 'mongoose';
import { noticeTo } from '../domain/notice.js';
import type { Asking } from '../domain/question.js';
import type { AuditRecorder } from './audit-repository.js';
import type { FlagDocument, QuestionDocument } from './flag-document.js';
import { type Notices, saveNotices } from './notice-repository.js';
import { asText } from './plain-value.js';

export interface WaitedFor extends Pick<Asking, 'to'> {
  readonly officeCode: string;
}

/** How the waiting for an answer ends without one: by its day, or with the person who was asked. */
export interface QuestionEnds {
  /** Of whom answers are waited for, each once for an office. */
  listWaitedFor(): Promise<WaitedFor[]>;
  /** Ends the waiting for somebody who is here no more, and tells whoever asked; each question once. */
  endWaiting(of: WaitedFor, now: Date): Promise<void>;
  /** Tells whoever asked that the day is over; each question once, in however many processes. How many. */
  tellLate(now: Date, limit: number): Promise<number>;
}

export interface EndDeps {
  readonly audit: AuditRecorder;
  readonly notices: Notices;
}

export function createQuestionEnds(flags: Model<FlagDocument>, deps: EndDeps): QuestionEnds {
  return {
    async listWaitedFor() {
      const found = await flags.aggregate<{ _id: WaitedFor }>([
        { $match: { 'question.waitsUntil': { $exists: true } } },
        { $group: { _id: { to: '$question.to', officeCode: '$officeCode' } } },
      ]);
      return found.map(({ _id }) => _id);
    },

    async endWaiting({ to, officeCode }, now) {
      const waiting = {
        'question.waitsUntil': { $exists: true },
        'question.to': asText(to),
        officeCode: asText(officeCode),
      };
      const found = await flags.find(waiting, { question: 1 }).lean();
      for (const { _id, question } of found)
        if (question) await tellOne(deps, flags, { _id, question, now, as: 'gone' });
    },

    async tellLate(now, limit) {
      const late = { 'question.waitsUntil': { $lte: now } };
      const found = await flags.find(late, { question: 1 }).sort({ 'question.waitsUntil': 1 }).limit(limit).lean();
      for (const { _id, question } of found)
        if (question) await tellOne(deps, flags, { _id, question, now, as: 'late' });
      return found.length;
    },
  };
}

const WAITS_NO_MORE = { $unset: { 'question.waitsUntil': '' } } as const;

async function tellOne(
  { audit, notices }: EndDeps,
  flags: Model<FlagDocument>,
  { _id, question, now, as }: { _id: string; question: QuestionDocument; now: Date; as: 'late' | 'gone' },
): Promise<void> {
  const { by, at } = question;
  await audit.record(async (session) => {
    // No change of the flag, and nothing to log: its day stands in the entry of the question.
    const { modifiedCount } = await flags.updateOne(
      { _id, 'question.by': by, 'question.at': at, 'question.waitsUntil': { $exists: true } },
      as === 'gone' ? { $set: { 'question.isGone': true }, ...WAITS_NO_MORE } : WAITS_NO_MORE,
      { session },
    );
    // As of now: dated back, a mail or a list of in between would pass for having told it.
    const told = noticeTo(by, as, { flagId: _id, at: now, of: String(at.getTime()) });
    if (modifiedCount > 0) await saveNotices(notices, [told], session);
    return { value: undefined };
  });
}
