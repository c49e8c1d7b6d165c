import { randomBytes } from 'node:crypto';
import { MAX_CAMPAIGN_PICTURES, type PictureLooks } from '../domain/campaign-picture.js';
import type { Clock } from '../domain/clock.js';
import type { ReportFile } from '../domain/report.js';
import type { CampaignPictureRepository } from '../storage/campaign-picture-repository.js';

export interface RegisterPosterDeps {
  readonly campaignPictures: Pick<CampaignPictureRepository, 'countCampaignPictures' | 'addCampaignPicture'>;
  /** Draws them anew and keeps them. Throws `UploadRefusedError`. */
  readonly takeFiles: (files: readonly Uint8Array[]) => Promise<readonly ReportFile[]>;
  readonly readFile: (id: string) => Promise<Uint8Array>;
  readonly looksOfPicture: (bytes: Uint8Array) => Promise<PictureLooks>;
  readonly clock: Clock;
}

interface NewPoster {
  readonly election: string;
  /** `contest/number`, one that the election has. */
  readonly ticket: string;
  readonly bytes: Uint8Array;
  /** A user id. */
  readonly by: string;
}

/** Its id, or why not. `known`: the very same file is there for this ticket; `full`: no more are kept; `picture`: it is none. */
export type Registered = { readonly id: string } | 'known' | 'full' | 'picture';

/** Registers one campaign picture, for the console and for a folder alike, with its entry in the log. */
export async function registerPoster(deps: RegisterPosterDeps, poster: NewPoster): Promise<Registered> {
  const { election, ticket, bytes: brought, by: addedBy } = poster;
  if ((await deps.campaignPictures.countCampaignPictures()) >= MAX_CAMPAIGN_PICTURES) return 'full';
  const [taken] = await deps.takeFiles([brought]);
  if (taken?.shownSha256 === undefined) return 'picture';
  const looks = await deps.looksOfPicture(await deps.readFile(taken.id));
  const { type, bytes, broughtSha256 } = taken;
  const id = randomBytes(9).toString('base64url');
  const picture = { id, election, ticket, file: { id: taken.id, type, bytes, broughtSha256 } };
  const isNew = await deps.campaignPictures.addCampaignPicture({ ...picture, addedBy, addedAt: deps.clock() }, looks);
  return isNew ? { id } : 'known';
}
