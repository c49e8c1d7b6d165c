import { z } from 'zod';
import { count, idSchema, instant } from './schemas.js';

const pictureSchema = z.object({
  id: z.string(),
  ticket: z.string(),
  addedBy: z.string(),
  addedAt: instant,
  bytes: count,
});

export const campaignPicturesSchema = z.object({
  pictures: z.array(pictureSchema),
  /** Of the elections in force in this house, in their order; a ticket that left its file stands last, under its id. */
  tickets: z.array(z.object({ id: z.string(), label: z.string(), election: z.string(), isKnown: z.boolean() })),
});

/** A picture of a telephone or a scan. */
const MAX_PICTURE_TEXT = 14 * 1024 * 1024;
export const CAMPAIGN_PICTURE_BYTES = 15 * 1024 * 1024;

/** `contest/number`. */
const ticketId = z.string().regex(/^[A-Za-z0-9:._-]{1,100}\/\d{1,3}$/);

export const campaignPictureBodySchema = z.object({ ticket: ticketId, picture: z.base64().max(MAX_PICTURE_TEXT) });
export const campaignPictureParams = z.object({ id: idSchema });

export type CampaignPictures = z.infer<typeof campaignPicturesSchema>;
export type CampaignPictureBody = z.infer<typeof campaignPictureBodySchema>;
