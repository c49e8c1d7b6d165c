import { type Activity, isBrought } from '../domain/activity.js';
import type { Attempt } from '../domain/attempt.js';
import type { Clock } from '../domain/clock.js';
import { NetraError, NotFoundError, RetryableError } from '../domain/errors.js';
import { type BroughtBy, broughtItemName, type EvidenceSeal, type MissingItem } from '../domain/evidence.js';
import type { LinkPack, Report } from '../domain/report.js';
import type { PackFile } from '../evidence/evidence-store.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import type { ReportRepository } from '../storage/report-repository.js';
import { sayError } from '../words/say.js';
import { STEP_FAULTS } from '../words/steps.js';
import { findOwnPictures } from './own-pictures.js';
import type { TakePicture } from './public-picture.js';
import { toSealedAct } from './sealed-act.js';

/** What the capturer is told: an address and what the rules saw; no name, no NIP. */
export interface CaptureRequest {
  readonly flagId: string;
  readonly activityId: string;
  readonly url?: string;
  readonly activity: Record<string, unknown>;
  readonly text: string;
  readonly linkPack?: LinkPack | undefined;
  readonly beside?: readonly PackFile[] | undefined;
  readonly absent?: readonly MissingItem[] | undefined;
  /** After this try, what could not be captured is written down as missing and the pack is sealed all the same. */
  readonly lastTry: boolean;
}

export interface CaptureDeps {
  readonly flags: Pick<FlagRepository, 'findFlag' | 'openFlag'>;
  readonly activities: Pick<ActivityRepository, 'findMarked'>;
  readonly accounts: Pick<AccountRepository, 'findAccount'>;
  readonly reports: Pick<ReportRepository, 'listReportsOfFlag'>;
  /** Of a picture that a report names. */
  readonly readFile: (id: string) => Promise<Uint8Array>;
  /** Of a picture that the act itself shows. */
  readonly takePicture: TakePicture;
  readonly capture: (request: CaptureRequest, signal: AbortSignal) => Promise<EvidenceSeal>;
  readonly clock: Clock;
}

/** Seals the evidence of one flag, then opens it for people. A flag that is open already is left alone. */
export async function captureFlagEvidence(
  deps: CaptureDeps,
  flagId: string,
  visit: Attempt,
): Promise<{ wasOpened: boolean }> {
  const flag = await deps.flags.findFlag(flagId);
  if (!flag) throw new NotFoundError(...sayError(STEP_FAULTS.noFlag, 'id', { flag: flagId }));
  if (flag.state !== 'sealing') return { wasOpened: false };
  const activity = await deps.activities.findMarked(flag.activityId);
  const account = await deps.accounts.findAccount(flag.accountId);
  if (!activity || !account) {
    throw new RetryableError(...sayError(STEP_FAULTS.notStored, 'id', { flag: flagId }));
  }
  const seal = await deps.capture(
    {
      flagId,
      activityId: activity.id,
      url: activity.url,
      activity: toSealedAct(account, activity),
      text: activity.text,
      lastTry: visit.isLastTry,
      ...(await findBeside(deps, activity, visit)),
    },
    visit.signal,
  );
  return deps.flags.openFlag(flagId, seal, deps.clock());
}

/** Of an act that people brought, what they brought; of one that was read, its own pictures. */
async function findBeside(deps: CaptureDeps, activity: Activity, visit: Attempt) {
  return isBrought(activity.source) ? findBrought(deps, activity) : findOwnPictures(deps.takePicture, activity, visit);
}

/**
 * What came with the reports that found it: the page as it was sealed when its link was brought, and the pictures. A
 * report that joins later finds the pack sealed.
 */
async function findBrought(
  { reports, readFile }: Pick<CaptureDeps, 'reports' | 'readFile'>,
  { id }: Pick<Activity, 'id'>,
): Promise<Pick<CaptureRequest, 'linkPack' | 'beside' | 'absent'>> {
  const found = await reports.listReportsOfFlag(id);
  const pictures = found.flatMap((report) =>
    report.files
      .filter(({ shownSha256 }) => shownSha256 !== undefined)
      .map((file) => ({ ...file, source: broughtBy(report) })),
  );
  const beside: PackFile[] = [];
  const absent: MissingItem[] = [];
  for (const [place, { id: fileId, type, broughtSha256, source: by }] of pictures.entries()) {
    const name = broughtItemName(place, type);
    const content = name && (await readFile(fileId).catch(asAbsent));
    if (typeof content === 'string') absent.push({ name: name!, reason: 'failed', detail: content });
    else if (content) beside.push({ name: name!, content, source: by, broughtSha256 });
  }
  return { linkPack: found.find(({ reading }) => reading?.pack)?.reading?.pack, beside, absent };
}

/** A picture that is gone or changed costs the pack that picture; its digest stands in the log with the decision. */
function asAbsent(error: unknown): string {
  if (error instanceof NetraError && !error.retryable) return error.message;
  throw error;
}

function broughtBy({ door, channel }: Pick<Report, 'door' | 'channel'>): BroughtBy {
  if (channel === 'private') return 'participant';
  return door === 'patrol' ? 'officer' : 'reporter';
}
