import type { Connection, Model } from 'mongoose';
import type { AuditEvent } from '../domain/audit.js';
import { ChangedMeanwhileError, NotFoundError, PermanentError } from '../domain/errors.js';
import { MAX_MESSAGES, type Report, type ReportMessage } from '../domain/report.js';
import { answerEvent, linkReadEvent, moveEvent, reportDecisionEvent } from '../domain/report-events.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { type ReportContentDeps, sealReport } from './audit-report-facts.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, asTexts } from './plain-value.js';
import {
  createReportSeal,
  type ReportDocument,
  type ReportSeal,
  type ReportSecrets,
  reportSchema,
} from './report-document.js';
import { createReportIntake } from './report-intake.js';
import { createReportLists, type ReportLists } from './report-lists.js';
import { createFoundTrue, type SaveFoundTrue } from './save-found-true.js';
import type { MarkedAct } from './save-marked.js';
import { createSearchTerms } from './search-terms.js';

/** What people bring. Whatever a person does to one writes its audit entry in the same transaction. */
export interface ReportRepository extends ReportLists {
  /**
   * Stores it (from `toNewReport`) with its audit entry; a known id changes nothing. Many at once are written together.
   * The receipt is kept as a keyed hash alone.
   */
  saveReportOnce(report: Report, secrets?: ReportSecrets): Promise<{ isNew: boolean }>;
  findReport(id: string): Promise<Report | undefined>;
  findReportByReceipt(receipt: string): Promise<Report | undefined>;
  /** The sealed box with the reporter's name, as the browser made it. The caller writes the audit entry. */
  findIdentityBox(id: string): Promise<string | undefined>;
  /** At the end of the thread; a known message id changes nothing. Throws PermanentError where the thread is full. */
  saveMessageOnce(reportId: string, message: ReportMessage): Promise<{ isNew: boolean }>;
  /** Writes `moved` (from `tieReport`, `leaveToRegistry`, `joinReport`) over the version before it; else throws ChangedMeanwhileError. */
  saveMove(moved: Report, by: { by: string; at: Date }): Promise<void>;
  /** The same of `read` (from `readLinkOf`): what was found behind its link. */
  saveReading(read: Report): Promise<void>;
  /**
   * The same of `decided` (from `decideReport`), with the flag it makes: both or neither. Throws ChangedMeanwhileError
   * where that act has a flag by now.
   */
  saveReportDecision(decided: Report, made?: MarkedAct): Promise<void>;
  /** Of reports whose link has to be looked behind, due before this, longest due first. */
  listLooksDue(options: { before: Date; limit: number }): Promise<string[]>;
  /** Those of these ids of packs that a report's reading still names. */
  findLinkPacksInUse(packIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these ids of files that a report still names. */
  findFilesInUse(fileIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface ReportDeps {
  readonly hashKey: Buffer;
  readonly audit: AuditRecorder;
}

export function createReportRepository(connection: Connection, { hashKey, audit }: ReportDeps): ReportRepository {
  const reports = connection.model<ReportDocument>('Report', reportSchema as never, 'reports');
  const seal = createReportSeal(hashKey);
  const saveFlag = createFoundTrue(connection, { terms: createSearchTerms(hashKey), mac: audit.mac });
  return {
    saveReportOnce: createReportIntake(reports, { seal, audit }),
    ...createReading(reports, seal),
    ...createWriting(reports, { seal, audit, saveFlag }),
    ...createReportLists(reports, seal),
  };
}

type Reports = Model<ReportDocument>;

function createReading(reports: Reports, seal: ReportSeal) {
  const findOne = async (filter: object) => {
    const found = await reports.findOne(filter).lean();
    return found ? seal.toReport(found) : undefined;
  };
  return {
    findReport: (id: string) => findOne({ _id: asText(id) }),

    async findReportByReceipt(receipt: string) {
      const receiptKey = seal.receiptKey(asText(receipt));
      return receiptKey === undefined ? undefined : findOne({ receiptKey });
    },

    async findIdentityBox(id: string) {
      return (await reports.findOne({ _id: asText(id) }, { identity: 1 }).lean())?.identity;
    },

    async listLooksDue({ before, limit }: { before: Date; limit: number }) {
      const due = reports.find({ lookDueAt: { $lt: before } }, { _id: 1 }).sort({ lookDueAt: 1 });
      return (await due.limit(limit).lean()).map(({ _id }) => _id);
    },

    async findLinkPacksInUse(packIds: readonly string[]) {
      const used = await reports.distinct('reading.pack.id', { 'reading.pack.id': { $in: asTexts(packIds) } });
      return new Set(used as string[]);
    },

    async findFilesInUse(fileIds: readonly string[]) {
      const ids = asTexts(fileIds);
      const used = await reports.distinct('files.id', { 'files.id': { $in: ids } });
      return new Set(ids.filter((id) => used.includes(id)));
    },
  };
}

interface WritingDeps {
  readonly seal: ReportSeal;
  readonly audit: AuditRecorder;
  readonly saveFlag: SaveFoundTrue;
}

function createWriting(reports: Reports, { seal, audit, saveFlag }: WritingDeps) {
  const sealing = { reports: reports.collection as unknown as ReportContentDeps['reports'], mac: audit.mac };
  const write = async (changed: Report, event: AuditEvent | ((content: string) => AuditEvent), made?: MarkedAct) => {
    const isSaved = await audit.record(async (session) => {
      const filter = { _id: asText(changed.id), version: changed.version - 1 };
      const { matchedCount } = await reports.updateOne(filter, changesOf(changed, seal), { session });
      if (matchedCount === 0) return { value: false };
      const marks = made && (await saveFlag(made, session));
      const told = typeof event === 'function' ? event(await sealReport(sealing, changed.id, session)) : event;
      return { value: true, event: marks ? [marks, told] : told };
    });
    if (!isSaved) throw await whyNotSaved(reports, changed.id);
  };
  return {
    saveMove: (moved: Report, by: { by: string; at: Date }) => write(moved, moveEvent(moved, by)),

    saveReading: (read: Report) => write(read, linkReadEvent(read)),

    async saveReportDecision(decided: Report, made?: MarkedAct) {
      await write(decided, (content) => reportDecisionEvent(decided, content), made).catch((error) => {
        throw isDuplicateKey(error) ? new ChangedMeanwhileError(...sayError(STORED.reportChanged, 'id')) : error;
      });
    },

    async saveMessageOnce(reportId: string, message: ReportMessage) {
      const _id = asText(reportId);
      const isNew = await audit.record(async (session) => {
        const { matchedCount } = await reports.updateOne(
          { _id, 'messages.id': { $ne: asText(message.id) }, [`messages.${MAX_MESSAGES - 1}`]: { $exists: false } },
          { $push: { messages: seal.sealMessage(message, _id) }, $inc: { version: 1 } },
          { session },
        );
        const wasAdded = matchedCount === 1;
        return { value: wasAdded, event: wasAdded ? answerEvent(_id, message) : undefined };
      });
      if (!isNew && !(await reports.exists({ _id, 'messages.id': message.id }))) throw await whyNotAdded(reports, _id);
      return { isNew };
    },
  };
}

function changesOf(changed: Report, seal: ReportSeal) {
  const { id, state, version, accountId, officeCode, duplicateOf, decision, flagId, reading, expiresAt } = changed;
  const fields = {
    state,
    version,
    accountId,
    officeCode,
    duplicateOf,
    flagId,
    decision: decision && seal.sealDecision(decision, id),
    reading: reading && seal.sealReading(reading, id),
    linkKey: seal.linkKey(changed),
    lookDueAt: changed.lookDueAt,
    expireAt: expiresAt,
  };
  const entries = Object.entries(fields);
  return {
    $set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    $unset: Object.fromEntries(entries.filter(([, value]) => value === undefined).map(([name]) => [name, ''])),
  };
}

async function whyNotSaved(reports: Reports, id: string): Promise<Error> {
  const isThere = await reports.exists({ _id: asText(id) });
  return isThere
    ? new ChangedMeanwhileError(...sayError(STORED.reportChanged, 'id'))
    : new NotFoundError(...sayError(STORED.noReport, 'id'));
}

async function whyNotAdded(reports: Reports, id: string): Promise<Error> {
  const isThere = await reports.exists({ _id: id });
  return isThere
    ? new PermanentError(...sayError(STORED.threadFull, 'id'))
    : new NotFoundError(...sayError(STORED.noReport, 'id'));
}
