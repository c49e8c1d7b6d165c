import type { Account } from '../domain/account.js';
import type { ActivityMedia } from '../domain/activity.js';
import type { EvidenceItemName } from '../domain/evidence.js';
import type { PictureText } from '../domain/picture.js';
import type { Platform } from '../domain/platform.js';
import type { LinkPack, Report, ReportFile, ReportMessage, ReportState } from '../domain/report.js';
import type { AlikeReport, ReportFilter } from '../domain/report-list.js';
import type { Screener } from '../domain/screening.js';
import type { PeopleReach } from '../domain/search.js';
import type { Brought } from '../intake/reports/bring-report.js';
import type { CheckedAct } from '../intake/reports/reported-act.js';
import type { ReportTruth } from '../steps/decide-report.js';
import type { FlagEvidence } from '../steps/flag-evidence.js';

/** What the console needs where people check what was brought. */
export interface ReportDesk {
  readonly reports: DeskReports;
  readonly accounts: DeskAccounts;
  readonly truth: ReportTruth<CheckedAct>;
  /** Of the set in force. */
  readonly screener: () => Pick<Screener, 'describe' | 'ticketLabel' | 'signTitle'>;
  readonly bring: (brought: Brought) => Promise<{ report: Report; isNew: boolean }>;
  /** Takes in what somebody brings, all of it or nothing; throws PermanentError with plain words. */
  takeFiles(files: readonly Uint8Array[]): Promise<ReportFile[]>;
  /** Shows a page of ours to nobody, without network and script, and prints it on A4. */
  printPage(html: string): Promise<Buffer>;
  /** Of a file that a report names; throws NotFoundError where it is gone. */
  readFile(id: string): Promise<Buffer>;
  /** Asks for a look behind the link of these; what is due stands in MongoDB, whatever becomes of the asking. */
  enqueueLooks(reportIds: readonly string[]): Promise<void>;
  /** Of the pack that was sealed behind a report's link: problems in place of content where it is not as sealed. */
  readLinkItem(pack: LinkPack, name: EvidenceItemName): ReturnType<FlagEvidence['readItem']>;
  /** What stands written in a clean copy; throws PermanentError where that cannot be read. */
  readPicture(bytes: Uint8Array): Promise<PictureText>;
  /** The same of pictures that a report names, as parts of an act, with the registered poster that each is. */
  readPictures(files: readonly ReportFile[]): Promise<ActivityMedia[]>;
}

export interface DeskReports {
  findReport(id: string): Promise<Report | undefined>;
  saveMessageOnce(reportId: string, message: ReportMessage): Promise<{ isNew: boolean }>;
  saveMove(moved: Report, by: { by: string; at: Date }): Promise<void>;
  /** Oldest first. */
  listReports(
    filter: ReportFilter,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ reports: Report[]; nextCursor?: string }>;
  countReports(filter: ReportFilter): Promise<number>;
  countReportsByState(filter: ReportFilter): Promise<Readonly<Partial<Record<ReportState, number>>>>;
  findAlike(report: Report): Promise<AlikeReport[]>;
  listReportsOfFlag(flagId: string): Promise<Report[]>;
  findFlagsBrought(): Promise<ReadonlySet<string>>;
}

export interface DeskAccounts {
  findPeople(query: string, reach: PeopleReach): Promise<Account[]>;
  findAccountsNamed(asked: { platform?: Platform | undefined; handles: readonly string[] }): Promise<Account[]>;
}
