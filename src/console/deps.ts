import type { Account, Office } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import type { ApiToken, ListedToken } from '../domain/api-token.js';
import type { AuditEntry, AuditEvent } from '../domain/audit.js';
import type { ChainVerdict } from '../domain/audit-chain.js';
import type { CampaignPicture, PictureLooks } from '../domain/campaign-picture.js';
import type { CoverageCell, CoverageEntry, CoverageSummary, PlatformCell } from '../domain/coverage.js';
import type { Draft, DraftOwner } from '../domain/draft.js';
import type { Election } from '../domain/election.js';
import type { Flag } from '../domain/flag.js';
import type { Notice } from '../domain/notice.js';
import type { ReasonTemplate } from '../domain/reason-template.js';
import type { RegistryFilter } from '../domain/registry-gap.js';
import type { Remark } from '../domain/remark.js';
import type { Report, ReportMessage } from '../domain/report.js';
import type { RuleDay, Window } from '../domain/rule-counts.js';
import type { RuleState, SetInForce } from '../domain/rule-health.js';
import type { SavedView } from '../domain/saved-view.js';
import type { SetWords } from '../domain/screening.js';
import type { PeopleReach } from '../domain/search.js';
import type { WayOf } from '../domain/signal-way.js';
import type { BringDeps } from '../intake/reports/bring-report.js';
import type { UploadDeps } from '../intake/uploads/take-uploads.js';
import type { FlagEvidence } from '../steps/flag-evidence.js';
import type { InviteDeps } from './access/invite-user.js';
import type { ResetDeps } from './access/reset-second-step.js';
import type { TokenStore } from './access/token-door.js';
import type { ConsoleUsers, LoginCounters } from './access/user-store.js';
import type { ConsoleCalibrations } from './calibrations.js';
import type { ConsoleFlags } from './flag-deps.js';
import type { ConsoleNotices } from './notices.js';
import type { ReportDesk } from './report-desk.js';

export type { ConsoleFlags } from './flag-deps.js';

/** What the console needs of the rooms it may not import; the composer passes the real ones. */
export interface ConsoleDeps {
  readonly users: ConsoleUsers;
  readonly sendInvitation: InviteDeps['sendInvitation'];
  readonly sendResetNotice: ResetDeps['sendResetNotice'];
  readonly tokens: ConsoleTokens;
  readonly flags: ConsoleFlags;
  readonly calibrations: ConsoleCalibrations;
  readonly drafts: ConsoleDrafts;
  readonly templates: ConsoleTemplates;
  readonly views: ConsoleViews;
  readonly campaignPictures: ConsolePictures;
  readonly notices: ConsoleNotices;
  /** What colleagues wrote on flags; each is written with its notices and its entry of the log. */
  readonly remarks: {
    /** False: another one of this person stands by that id. */
    addRemark(remark: Remark & { readonly text: string }, notices: readonly Notice[]): Promise<boolean>;
    listRemarks(flagId: string): Promise<Remark[]>;
  };
  /** Open to everybody. */
  readonly publicDoor: PublicDoor;
  readonly reportDesk: ReportDesk;
  /** How a picture looks whole and cut; throws where the bytes are none. */
  readonly looksOfPicture: (bytes: Uint8Array) => Promise<PictureLooks>;
  readonly activities: {
    findMarked(id: string): Promise<Activity | undefined>;
    findAllMarked(ids: readonly string[]): Promise<ReadonlyMap<string, Activity>>;
  };
  readonly accounts: {
    findAccount(id: string): Promise<Account | undefined>;
    findAccounts(ids: readonly string[]): Promise<Account[]>;
    findPeople(query: string, reach: PeopleReach): Promise<Account[]>;
    /** By name, a page at a time; `after`: the last id of the page before. */
    listRegistered(
      filter: RegistryFilter,
      page: { limit: number; after?: string | undefined },
    ): Promise<{ accounts: Account[]; next?: string | undefined }>;
    countRegistered(filter: RegistryFilter): Promise<number>;
    listOthersOfHolder(id: string): Promise<Account[]>;
  };
  readonly offices: ConsoleOffices;
  readonly coverage: ConsoleCoverage;
  readonly wayOf: WayOf;
  readonly audit: ConsoleAudit;
  readonly loginCounters: LoginCounters;
  readonly evidence: FlagEvidence;
  /** What was counted of rules that mark nothing. */
  readonly ruleCounts: {
    listRuleDays(): Promise<RuleDay[]>;
    countAccounts(days: Window): Promise<Record<string, number>>;
  };
  readonly ruleStates: { listRuleStates(): Promise<RuleState[]> };
  readonly rulesets: {
    findInForce(): Promise<Pick<SetInForce, 'ruleset' | 'elections' | 'since'> | undefined>;
  };
  /** Of the set in force in this process. */
  readonly rules: () => readonly RuleEntry[];
  /** Of that set's elections, by `contest/number`. */
  readonly tickets: () => readonly { readonly id: string; readonly label: string }[];
  /** Of that set: without one, nothing is marked. */
  readonly countElectionsInForce: (at: Date) => number;
  /** All that are loaded, for the names that may not stand in a rule's samples. */
  readonly elections: () => readonly Election[];
  /** Stored flags speak in the words of the set that marked them, which may have been replaced since. */
  readonly sets: { wordsOf(flag: Pick<Flag, 'ruleset' | 'elections'>): Promise<SetWords> };
}

/** One rule as its file says it, for reading only. */
export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** Its folder: what the rule is about. */
  readonly subject: string;
  readonly effect: 'marks' | 'clears' | 'notes';
  readonly clauses: readonly { readonly item: string; readonly text: string; readonly sourceStatus: string }[];
  /** Kinds of acts that it still misses, as its file says. */
  readonly weak: readonly string[];
}

/** What whoever has no log-in may reach: to bring a report, and to open its thread by the receipt. */
export interface PublicDoor extends BringDeps {
  readonly uploads: UploadDeps;
  readonly reports: BringDeps['reports'] & {
    findReport(id: string): Promise<Report | undefined>;
    findReportByReceipt(receipt: string): Promise<Report | undefined>;
    /** Throws PermanentError where the thread is full. */
    saveMessageOnce(reportId: string, message: ReportMessage): Promise<{ isNew: boolean }>;
    /** As the browser sealed it; for the keeper of the key. The caller writes the audit entry. */
    findIdentityBox(id: string): Promise<string | undefined>;
  };
  /** Seals a reporter's name; `undefined` where the house has none. */
  findReportKey(): Promise<{ readonly id: string; readonly publicKey: string } | undefined>;
}

/** What people have typed and not given: each is found by whose it is, and by nothing else. */
export interface ConsoleDrafts {
  findDraft(owner: DraftOwner): Promise<Draft | undefined>;
  /** Keeps it unless something typed later is kept already. `before`: what it took the place of. */
  saveDraft(owner: DraftOwner, draft: Draft, now: Date): Promise<{ isKept: boolean; before?: Draft | undefined }>;
  removeDraft(owner: DraftOwner): Promise<void>;
  /** Flags whose draft is a decision that could not count. */
  listCameBack(userId: string): Promise<string[]>;
}

/** Tokens of people for their programs; each change is written with its entry of the log. */
export interface ConsoleTokens extends TokenStore {
  addToken(token: ApiToken, kept: { secretHash: string; sessionEpoch: number }): Promise<void>;
  listTokens(userId: string): Promise<ListedToken[]>;
  countTokens(userId: string): Promise<number>;
  /** Only one's own. */
  removeToken(id: string, removed: { by: string; at: Date }): Promise<void>;
}

/** Words for reasons, by office. */
export interface ConsoleTemplates {
  listTemplates(officeCodes?: readonly string[]): Promise<ReasonTemplate[]>;
  findTemplate(id: string): Promise<ReasonTemplate | undefined>;
  countTemplates(officeCode: string): Promise<number>;
  addTemplate(template: ReasonTemplate, change: { by: string; at: Date }): Promise<void>;
  /** False: it is there no more. */
  changeTemplate(template: ReasonTemplate, change: { by: string; at: Date }): Promise<boolean>;
  removeTemplate(id: string, change: { by: string; at: Date }): Promise<void>;
}

/** The bank of registered campaign pictures. */
export interface ConsolePictures {
  listCampaignPictures(): Promise<CampaignPicture[]>;
  findCampaignPicture(id: string): Promise<CampaignPicture | undefined>;
  countCampaignPictures(): Promise<number>;
  /** False: the very same file is there for this ticket. */
  addCampaignPicture(picture: CampaignPicture, looks: PictureLooks): Promise<boolean>;
  removeCampaignPicture(id: string, change: { by: string; at: Date }): Promise<void>;
}

export interface ConsoleViews {
  listViews(reach: { userId: string; officeCodes: readonly string[] | undefined }): Promise<SavedView[]>;
  findView(id: string): Promise<SavedView | undefined>;
  countViews(owner: Pick<SavedView, 'userId' | 'officeCode'>): Promise<number>;
  addView(view: SavedView, change: { by: string; at: Date }): Promise<void>;
  removeView(id: string, change: { by: string; at: Date }): Promise<void>;
}

export interface ConsoleOffices {
  listOffices(): Promise<Office[]>;
  findOffice(code: string): Promise<Office | undefined>;
  withDescendants(codes: readonly string[]): Promise<string[]>;
}

export interface ConsoleCoverage {
  summariseCoverage(options: { day: string; officeCodes?: readonly string[] }): Promise<CoverageSummary>;
  listCoverageOf(accountId: string, day: string): Promise<CoverageEntry[]>;
  /** One cell for each office × signal that has a line on that day. */
  breakDownCoverage(options: { day: string; officeCodes: readonly string[] }): Promise<CoverageCell[]>;
  /** One cell for each platform × signal of these offices together. */
  breakDownByPlatform(options: { day: string; officeCodes: readonly string[] }): Promise<PlatformCell[]>;
}

export interface ConsoleAudit {
  appendEntry(event: AuditEvent): Promise<AuditEntry>;
  verifyChain(): Promise<ChainVerdict>;
  listEntries(options: { limit: number; before?: number }): Promise<AuditEntry[]>;
  /** Of one flag up to its last verdict, oldest first; of more than `limit` the last ones. */
  listCustody(flagId: string, limit: number): Promise<AuditEntry[]>;
}
