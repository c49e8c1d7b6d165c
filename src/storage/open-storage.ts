import { type Connection, createConnection } from 'mongoose';
import { DAY_MS } from '../domain/days.js';
import { MongodbAwayError } from '../domain/errors.js';
import { createAccountRepository } from './account-repository.js';
import { createActivityRepository } from './activity-repository.js';
import { createAudit } from './audit-repository.js';
import { createCalibrationRepository } from './calibration-repository.js';
import { createCampaignPictureRepository } from './campaign-picture-repository.js';
import { createCoverageRepository } from './coverage-repository.js';
import { createDigestRepository } from './digest-repository.js';
import { createDraftRepository } from './draft-repository.js';
import { endCutOffWrites } from './end-cut-off-writes.js';
import { createFlagRepository } from './flag-repository.js';
import { SAFE_ON_DISK } from './insert-new.js';
import { runMigrations } from './migrations/run-migrations.js';
import { createNipKeyRepository } from './nip-key-repository.js';
import { createNoticeMailRepository } from './notice-mail-repository.js';
import { createNoticeRepository, noticesIn } from './notice-repository.js';
import { createOfficeRepository } from './office-repository.js';
import { createRegistryRepository } from './registry-repository.js';
import { createRemarkRepository } from './remark-repository.js';
import { openRemarks } from './remark-store.js';
import { createReportKeyRepository } from './report-key-repository.js';
import { createReportRepository } from './report-repository.js';
import { createRuleCountRepository } from './rule-count-repository.js';
import { createRuleStateRepository } from './rule-state-repository.js';
import { createRulesetRepository } from './ruleset-repository.js';
import { createNipSeal } from './sealed-nip.js';
import { createSearchTerms } from './search-terms.js';
import type { Storage } from './storage.js';
import { createTemplateRepository } from './template-repository.js';
import { createTimestampRepository } from './timestamp-repository.js';
import { createTokenRepository } from './token-repository.js';
import { createUserRepository } from './user-repository.js';
import { createViewRepository } from './view-repository.js';

/** How long the keyed hash of an unmarked act is kept, so that it is not screened again: 180 days. */
const UNMARKED_RETENTION_MS = 180 * DAY_MS;

interface StorageOptions {
  readonly uri: string;
  /** Names accounts and acts; 32 bytes. A new one makes all of these unknown. */
  readonly hashKey: Buffer;
  /** Seals and compares NIP; 32 bytes. Absent where nobody has to. */
  readonly fieldKey?: Buffer | undefined;
  /** Still open what was sealed before a change of `fieldKey`. */
  readonly formerFieldKeys?: readonly Buffer[];
  /** Seals the audit log; 32 bytes. Another one makes the log unreadable as ours. */
  readonly auditKey: Buffer;
  /** Else the one in `uri`. */
  readonly databaseName?: string;
  readonly unmarkedRetentionMs?: number;
  /** How long to look for the server, at the start and after it went away. */
  readonly serverWaitMs?: number;
  /** It went away under us; the driver looks for it by itself. */
  readonly onLost?: (error: MongodbAwayError) => void;
}

/** Connects, migrates and hands out the repositories. Throws MongodbAwayError where MongoDB does not answer. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { hashKey, auditKey } = options;
  const nipSeal = createNipSeal({ fieldKey: options.fieldKey, hashKey, formerKeys: options.formerFieldKeys ?? [] });
  const connection = await connect(options);
  const { repository: audit, recorder } = createAudit(connection, { auditKey });
  const unmarkedRetentionMs = options.unmarkedRetentionMs ?? UNMARKED_RETENTION_MS;
  const accounts = createAccountRepository(connection, { hashKey, nipSeal });
  const offices = createOfficeRepository(connection);
  const terms = createSearchTerms(hashKey);
  const notices = noticesIn(connection);
  const remarks = openRemarks(connection, hashKey);
  const nipKeys = createNipKeyRepository(connection, { nipSeal, audit: recorder });
  return {
    accounts,
    offices,
    registry: createRegistryRepository({ accounts, offices, audit: recorder, holdNipKey: nipKeys.hold }),
    nipKeys: nipKeys.repository,
    activities: createActivityRepository(connection, { unmarkedRetentionMs, audit: recorder, terms }),
    flags: createFlagRepository(connection, { audit: recorder, hashKey, terms, notices, remarks }),
    notices: createNoticeRepository(notices),
    noticeMails: createNoticeMailRepository(connection, notices),
    remarks: createRemarkRepository(remarks, { audit: recorder, notices }),
    calibrations: createCalibrationRepository(connection, recorder),
    drafts: createDraftRepository(connection, { hashKey }),
    templates: createTemplateRepository(connection, recorder),
    campaignPictures: createCampaignPictureRepository(connection, recorder),
    views: createViewRepository(connection, { audit: recorder, hashKey }),
    reports: createReportRepository(connection, { hashKey, audit: recorder }),
    coverage: createCoverageRepository(connection),
    audit,
    timestamps: createTimestampRepository(connection),
    digests: createDigestRepository(connection, recorder),
    users: createUserRepository(connection, { hashKey }),
    tokens: createTokenRepository(connection, recorder),
    reportKeys: createReportKeyRepository(connection, recorder),
    rulesets: createRulesetRepository(connection, recorder),
    ruleStates: createRuleStateRepository(connection),
    ruleCounts: createRuleCountRepository(connection, { hashKey, retentionMs: unmarkedRetentionMs }),
    ...closing(connection),
  };
}

function closing(connection: Connection): Pick<Storage, 'ping' | 'letGo' | 'close'> {
  let letGo: Promise<void> | undefined;
  const end = (isForced: boolean) => {
    // An end of our own is no loss to be told of.
    connection.removeAllListeners('disconnected');
    return connection.close(isForced);
  };
  return {
    async ping() {
      await connection.db?.admin().ping();
    },
    letGo() {
      letGo ??= end(true);
      // Thrown to whoever closes.
      letGo.catch(() => {});
    },
    close: () => letGo ?? end(false),
  };
}

async function connect(options: StorageOptions): Promise<Connection> {
  const { uri, databaseName, serverWaitMs = 10_000, onLost } = options;
  const connection = createConnection(uri, {
    dbName: databaseName,
    appName: 'netra',
    writeConcern: SAFE_ON_DISK,
    // A field that is absent here must be absent there, never null.
    ignoreUndefined: true,
    serverSelectionTimeoutMS: serverWaitMs,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  });
  try {
    // The address may hold a password: it is in no message.
    await connection.asPromise().catch((cause: unknown) => {
      throw new MongodbAwayError({ cause });
    });
    endCutOffWrites(connection.getClient());
    await runMigrations(connection, options);
    if (onLost) connection.on('disconnected', () => onLost(new MongodbAwayError()));
    return connection;
  } catch (error) {
    await connection.close().catch(() => {});
    throw error;
  }
}
