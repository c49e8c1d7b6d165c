import type { ReportFile } from './report.js';

/** What of a ticket's campaign a person registered, so that the same picture is known when somebody shows it. */
export interface CampaignPicture {
  readonly id: string;
  /** Id of the election file. */
  readonly election: string;
  /** `contest/number`. */
  readonly ticket: string;
  /** Its clean copy lies where files of reports lie. */
  readonly file: Pick<ReportFile, 'id' | 'type' | 'bytes' | 'broughtSha256'>;
  /** A user id. */
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** How it looks whole, and cut: 256 bits each. */
export type PictureLooks = readonly Uint32Array[];

/** Each is compared with every picture that is read; a campaign has some dozens. */
export const MAX_CAMPAIGN_PICTURES = 500;
