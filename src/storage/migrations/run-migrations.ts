import type { Connection } from 'mongoose';
import { indexes } from './0001-indexes.js';
import { ruleCounts } from './0002-rule-counts.js';
import { knownActs } from './0003-known-acts.js';
import { unsettledDigests } from './0004-unsettled-digests.js';
import { keyedAudit } from './0005-keyed-audit.js';
import { draftsAndClaims } from './0006-drafts-and-claims.js';
import { decided } from './0007-decided.js';
import { pendingDecisions } from './0008-pending-decisions.js';
import { reasonTemplates } from './0009-reason-templates.js';
import { search } from './0010-search.js';
import { reports } from './0011-reports.js';
import { contraryAndNotices } from './0012-contrary-and-notices.js';
import { remarks } from './0013-remarks.js';
import { people } from './0014-people.js';
import { asking } from './0015-asking.js';
import { custody } from './0016-custody.js';
import { linkReadings } from './0017-link-readings.js';
import { apiTokens } from './0018-api-tokens.js';
import { savedViews } from './0019-saved-views.js';
import { sealedContents } from './0020-sealed-contents.js';
import { campaignPictures } from './0022-campaign-pictures.js';
import { postFamilies } from './0024-post-families.js';
import { registry } from './0026-registry.js';
import { openIds } from './0028-open-ids.js';
import { calibrations } from './0033-calibrations.js';
import type { Migration, MigrationKeys } from './migration.js';

/** In order; never renumbered, never changed once released. */
const MIGRATIONS: readonly Migration[] = [
  indexes,
  ruleCounts,
  knownActs,
  unsettledDigests,
  keyedAudit,
  draftsAndClaims,
  decided,
  pendingDecisions,
  reasonTemplates,
  search,
  reports,
  contraryAndNotices,
  remarks,
  people,
  asking,
  custody,
  linkReadings,
  apiTokens,
  savedViews,
  sealedContents,
  campaignPictures,
  postFamilies,
  registry,
  openIds,
  calibrations,
];

/** Runs what this database has not had yet; one small query where it is up to date. */
export async function runMigrations(connection: Connection, keys: MigrationKeys): Promise<void> {
  const records = connection.collection<{ _id: string; at: Date }>('migrations');
  const applied = new Set((await records.find().toArray()).map((record) => record._id));
  for (const migration of MIGRATIONS) {
    if (applied.has(migration.id)) continue;
    if ((await migration.up(connection, keys)) === 'later') continue;
    await records.updateOne({ _id: migration.id }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  }
}
