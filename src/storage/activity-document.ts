import { Schema } from 'mongoose';
import type { UnwrittenTime } from '../domain/act-time.js';
import type { Activity, ActivityMedia, ActivityTarget, Source } from '../domain/activity.js';
import type { ActivityKind, Platform } from '../domain/platform.js';
import { asText, frozen } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

export interface ActivityDocument {
  _id: string;
  accountId: string;
  platform: Platform;
  source: Source;
  collectedAt: Date;
  kind: ActivityKind;
  externalId: string;
  text: string;
  publishedAt: Date;
  publishedAtSource?: UnwrittenTime;
  url?: string;
  target?: ActivityTarget;
  media?: ActivityMedia[];
}

const AIM = {
  account: { type: new Schema({ platform: String, handle: String }, PART_OPTIONS) },
  text: String,
  url: String,
  form: String,
} as const;
const linkSchema = new Schema(AIM, PART_OPTIONS);
const quotedSchema = new Schema({ ...AIM, quoted: { type: linkSchema } }, PART_OPTIONS);
const targetSchema = new Schema({ ...AIM, quoted: { type: quotedSchema } }, PART_OPTIONS);

const wordSchema = new Schema({ start: Number, end: Number, box: [Number] }, PART_OPTIONS);
const pictureSchema = new Schema({ sha256: String, words: [wordSchema], poster: String }, PART_OPTIONS);
const mediaSchema = new Schema({ text: String, url: String, picture: { type: pictureSchema } }, PART_OPTIONS);

export const activitySchema = new Schema(
  {
    _id: String,
    accountId: String,
    platform: String,
    source: String,
    collectedAt: Date,
    kind: String,
    externalId: String,
    text: String,
    publishedAt: Date,
    publishedAtSource: String,
    url: String,
    target: targetSchema,
    media: { type: [mediaSchema], default: undefined },
  },
  SCHEMA_OPTIONS,
);

/** Field by field: it goes past Mongoose, and nothing that an adapter adds may slip in. */
export function toActivityDocument(activity: Activity): ActivityDocument {
  return {
    _id: asText(activity.id),
    accountId: activity.accountId,
    platform: activity.platform,
    source: activity.source,
    collectedAt: activity.collectedAt,
    kind: activity.kind,
    externalId: activity.externalId,
    text: activity.text,
    publishedAt: activity.publishedAt,
    publishedAtSource: activity.publishedAtSource,
    url: activity.url,
    target: activity.target,
    media: activity.media && [...activity.media],
  };
}

export function toActivity({ _id, ...content }: ActivityDocument): Activity {
  return frozen({ id: _id, ...content });
}
