import type { AccountRepository } from './account-repository.js';
import type { ActivityRepository } from './activity-repository.js';
import type { AuditRepository } from './audit-repository.js';
import type { CalibrationRepository } from './calibration-repository.js';
import type { CampaignPictureRepository } from './campaign-picture-repository.js';
import type { CoverageRepository } from './coverage-repository.js';
import type { DigestRepository } from './digest-repository.js';
import type { DraftRepository } from './draft-repository.js';
import type { FlagRepository } from './flag-repository.js';
import type { NipKeyRepository } from './nip-key-repository.js';
import type { NoticeMailRepository } from './notice-mail-repository.js';
import type { NoticeRepository } from './notice-repository.js';
import type { OfficeRepository } from './office-repository.js';
import type { RegistryRepository } from './registry-repository.js';
import type { RemarkRepository } from './remark-repository.js';
import type { ReportKeyRepository } from './report-key-repository.js';
import type { ReportRepository } from './report-repository.js';
import type { RuleCountRepository } from './rule-count-repository.js';
import type { RuleStateRepository } from './rule-state-repository.js';
import type { RulesetRepository } from './ruleset-repository.js';
import type { TemplateRepository } from './template-repository.js';
import type { TimestampRepository } from './timestamp-repository.js';
import type { TokenRepository } from './token-repository.js';
import type { UserRepository } from './user-repository.js';
import type { ViewRepository } from './view-repository.js';

/** The system of record. Nothing of Mongoose leaves it. */
export interface Storage {
  readonly accounts: AccountRepository;
  readonly offices: OfficeRepository;
  readonly registry: RegistryRepository;
  readonly nipKeys: NipKeyRepository;
  readonly activities: ActivityRepository;
  readonly flags: FlagRepository;
  readonly calibrations: CalibrationRepository;
  readonly drafts: DraftRepository;
  readonly templates: TemplateRepository;
  readonly campaignPictures: CampaignPictureRepository;
  readonly views: ViewRepository;
  readonly notices: NoticeRepository;
  readonly noticeMails: NoticeMailRepository;
  readonly remarks: RemarkRepository;
  readonly reports: ReportRepository;
  readonly coverage: CoverageRepository;
  readonly audit: AuditRepository;
  readonly timestamps: TimestampRepository;
  readonly digests: DigestRepository;
  readonly users: UserRepository;
  readonly tokens: TokenRepository;
  readonly reportKeys: ReportKeyRepository;
  readonly rulesets: RulesetRepository;
  readonly ruleCounts: RuleCountRepository;
  readonly ruleStates: RuleStateRepository;
  /** Resolves when MongoDB answers, which may be never. */
  ping(): Promise<void>;
  /** Ends the connection at once: what waits for MongoDB fails. */
  letGo(): void;
  close(): Promise<void>;
}
