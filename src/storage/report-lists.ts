import type { Model } from 'mongoose';
import { NotFoundError } from '../domain/errors.js';
import type { Report, ReportState } from '../domain/report.js';
import { overdueBounds } from '../domain/report-clock.js';
import { type AlikeReport, LIKENESSES, type ReportFilter } from '../domain/report-list.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { asText, asTexts } from './plain-value.js';
import type { ReportDocument, ReportSeal } from './report-document.js';

export interface ReportLists {
  /** Oldest first; `cursor`: of the page before. */
  listReports(
    filter: ReportFilter,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ reports: Report[]; nextCursor?: string }>;
  countReports(filter: ReportFilter): Promise<number>;
  countReportsByState(filter: ReportFilter): Promise<Readonly<Partial<Record<ReportState, number>>>>;
  /** Others with the same link, the same words or the same file, oldest first. */
  findAlike(report: Report): Promise<AlikeReport[]>;
  listReportsOfFlag(flagId: string): Promise<Report[]>;
  /** Ids of every flag that a report was found true of. */
  findFlagsBrought(): Promise<ReadonlySet<string>>;
}

const ORDER = { broughtAt: 1, _id: 1 } as const;
/** Beside each other on one page; a flood of one picture has thousands. */
const MAX_ALIKE = 20;

export function createReportLists(reports: Model<ReportDocument>, seal: ReportSeal): ReportLists {
  return {
    async listReports(filter, { limit, cursor }) {
      const found = await reports
        .find({ $and: [filterOf(filter), afterCursor(cursor)] } as object)
        .sort(ORDER)
        .limit(limit + 1)
        .lean();
      const shown = found.slice(0, limit).map(seal.toReport);
      const last = shown.at(-1);
      const hasMore = found.length > limit && last;
      return hasMore ? { reports: shown, nextCursor: `${last.broughtAt.getTime()}.${last.id}` } : { reports: shown };
    },

    countReports: async (filter) => reports.countDocuments(filterOf(filter) as object),

    async countReportsByState(filter) {
      const counts = await reports.aggregate<{ _id: ReportState; count: number }>([
        { $match: filterOf(filter) },
        { $group: { _id: '$state', count: { $sum: 1 } } },
      ]);
      return Object.fromEntries(counts.map(({ _id, count }) => [_id, count]));
    },

    findAlike: (report) => findAlike(reports, seal, report),

    async findFlagsBrought() {
      const found = await reports.distinct('flagId', { flagId: { $exists: true } });
      return new Set(found as string[]);
    },

    async listReportsOfFlag(flagId) {
      const found = await reports
        .find({ flagId: asText(flagId) })
        .sort(ORDER)
        .limit(MAX_ALIKE)
        .lean();
      return found.map(seal.toReport);
    },
  };
}

function filterOf({ states, door, officeCodes, broughtBy, overdueAt }: ReportFilter): Record<string, unknown> {
  const all: Record<string, unknown>[] = [];
  if (states) all.push({ state: { $in: asTexts(states) } });
  if (door) all.push({ door: asText(door) });
  if (broughtBy !== undefined) all.push({ broughtBy: asText(broughtBy) });
  if (officeCodes) {
    all.push({ $or: [{ officeCode: { $exists: false } }, { officeCode: { $in: asTexts(officeCodes) } }] });
  }
  if (overdueAt) {
    const bounds = overdueBounds(overdueAt);
    all.push({ $or: bounds.map(({ state, broughtBefore }) => ({ state, broughtAt: { $lt: broughtBefore } })) });
  }
  return all.length > 0 ? { $and: all } : {};
}

function afterCursor(cursor: string | undefined): object {
  if (cursor === undefined) return {};
  const [, time, id] = /^(\d{1,16})\.(.+)$/.exec(asText(cursor)) ?? [];
  const broughtAt = new Date(Number(time));
  if (id === undefined || Number.isNaN(broughtAt.getTime())) throw new NotFoundError(...sayError(STORED.noPage, 'id'));
  return { $or: [{ broughtAt: { $gt: broughtAt } }, { broughtAt, _id: { $gt: id } }] };
}

async function findAlike(reports: Model<ReportDocument>, seal: ReportSeal, report: Report): Promise<AlikeReport[]> {
  const keys = { link: seal.linkKey(report), words: seal.wordsKey(report) };
  const digests = report.files.map(({ broughtSha256 }) => broughtSha256);
  const ways = [
    ...(keys.link ? [{ linkKey: keys.link }] : []),
    ...(keys.words ? [{ wordsKey: keys.words }] : []),
    ...(digests.length > 0 ? [{ 'files.broughtSha256': { $in: asTexts(digests) } }] : []),
  ];
  if (ways.length === 0) return [];
  const found = await reports
    .find({ _id: { $ne: asText(report.id) }, $or: ways })
    .sort(ORDER)
    .limit(MAX_ALIKE)
    .lean();
  return found.map((other) => ({
    report: seal.toReport(other),
    by: LIKENESSES.filter((way) => {
      if (way === 'file') return other.files.some(({ broughtSha256 }) => digests.includes(broughtSha256));
      const [mine, theirs] = way === 'link' ? [keys.link, other.linkKey] : [keys.words, other.wordsKey];
      return mine !== undefined && mine === theirs;
    }),
  }));
}
