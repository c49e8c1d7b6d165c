import { z } from 'zod';
import { ROLES } from '../../domain/abilities.js';
import { STAGES } from '../../domain/election.js';
import { NAMINGS } from '../../domain/naming.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import {
  CHANNELS,
  DOORS,
  MAX_NAME_LENGTH,
  MAX_STORY_LENGTH,
  REPORT_OUTCOMES,
  REPORT_STATES,
} from '../../domain/report.js';
import { clearedSchema, matchSchema } from './flag-schemas.js';
import { readingSchema } from './reading-schema.js';
import { count, idSchema, instant, officeSchema, zoneSchema } from './schemas.js';

const short = z.string().trim().max(MAX_NAME_LENGTH);

const stepSchema = z.object({ owner: z.enum(ROLES), dueAt: instant, isOverdue: z.boolean() });

const lineSchema = z.object({
  id: z.string(),
  state: z.enum(REPORT_STATES),
  door: z.enum(DOORS),
  channel: z.enum(CHANNELS),
  broughtAt: instant,
  /** What it is about in one line: a handle, a name, an office. */
  about: z.string(),
  firstLine: z.string(),
  platform: z.string().nullable(),
  kind: z.enum(ACTIVITY_KINDS).nullable(),
  files: count,
  /** `null`: nobody has to do anything. */
  step: stepSchema.nullable(),
  outcome: z.enum(REPORT_OUTCOMES).nullable(),
  office: officeSchema.nullable(),
});

export const reportListSchema = z.object({
  now: instant,
  zone: zoneSchema,
  items: z.array(lineSchema),
  nextCursor: z.string().nullable(),
  counts: z.partialRecord(z.enum(REPORT_STATES), count),
  overdue: count,
});

export const accountLineSchema = z.object({
  id: z.string(),
  name: z.string(),
  nipMasked: z.string(),
  position: z.string(),
  platform: z.enum(PLATFORMS),
  handle: z.string(),
  proof: z.string(),
  office: officeSchema,
  /** How what was said names it; `null` where a person looked for it. */
  naming: z.enum(NAMINGS).nullable(),
});

export const accountListSchema = z.object({ accounts: z.array(accountLineSchema) });

/** What rules say of it now. Beside it, a person decides. */
export const opinionSchema = z.object({
  stage: z.enum(STAGES).nullable(),
  text: z.string(),
  targetText: z.string().nullable(),
  /** What stands on each picture, and whose registered poster it is. */
  media: z.array(z.object({ text: z.string(), poster: z.string().nullable() })),
  matches: z.array(matchSchema),
  cleared: z.array(clearedSchema),
  /** The flag that this very act has, where one may see it. */
  flagId: z.string().nullable(),
});

export const reportSchema = z.object({
  now: instant,
  zone: zoneSchema,
  id: z.string(),
  version: count,
  state: z.enum(REPORT_STATES),
  door: z.enum(DOORS),
  channel: z.enum(CHANNELS),
  broughtAt: instant,
  /** An officer; `null` of the public. */
  broughtBy: z.string().nullable(),
  step: stepSchema.nullable(),
  expiresAt: instant,
  who: z.object({
    name: z.string().nullable(),
    office: z.string().nullable(),
    handle: z.string().nullable(),
    platform: z.string().nullable(),
  }),
  act: z.object({
    kind: z.enum(ACTIVITY_KINDS).nullable(),
    link: z
      .object({
        given: z.string(),
        platform: z.string(),
        kind: z.string(),
        author: z.string().nullable(),
        canonical: z.string(),
      })
      .nullable(),
    words: z.string().nullable(),
    story: z.string().nullable(),
    seenAt: instant.nullable(),
    place: z.string().nullable(),
    taskLetter: z.string().nullable(),
  }),
  files: z.array(
    z.object({ id: z.string(), type: z.string(), bytes: count, broughtSha256: z.string(), isPicture: z.boolean() }),
  ),
  /** What a machine found behind the link; `null` where it does not look, or has not yet. */
  reading: readingSchema.nullable(),
  /** A machine is about to look, or looks again later. */
  isLookDue: z.boolean(),
  messages: z.array(
    z.object({
      id: z.string(),
      from: z.enum(['reporter', 'office']),
      text: z.string(),
      at: instant,
      by: z.string().nullable(),
    }),
  ),
  hasIdentity: z.boolean(),
  account: accountLineSchema.nullable(),
  /** Registered accounts that what was said may name, surest first. */
  candidates: z.array(accountLineSchema),
  alike: z.array(
    z.object({
      id: z.string(),
      state: z.enum(REPORT_STATES),
      broughtAt: instant,
      by: z.array(z.enum(['link', 'words', 'file'])),
      outcome: z.enum(REPORT_OUTCOMES).nullable(),
    }),
  ),
  /** Days for a formal report to Bawaslu, counted from when it was seen. */
  formal: z.object({ lastDay: z.string(), daysLeft: z.int() }),
  duplicateOf: z.string().nullable(),
  decision: z.object({ outcome: z.enum(REPORT_OUTCOMES), reason: z.string(), by: z.string(), at: instant }).nullable(),
  flagId: z.string().nullable(),
});

/** As many as a pack holds. */
const MAX_ACT_PICTURES = 8;

export const checkedSchema = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  words: z.string().max(MAX_STORY_LENGTH),
  actedAt: z.iso.datetime(),
  /** Ids of pictures among what was brought that are part of the act: what stands on them is judged with it. */
  pictures: z.array(idSchema).max(MAX_ACT_PICTURES).default([]),
});

export const stepBodySchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('identified'), accountId: idSchema, seenVersion: count }),
  z.object({ to: z.literal('waits_for_registry'), seenVersion: count }),
  z.object({ to: z.literal('duplicate'), reportId: idSchema, seenVersion: count }),
]);

export const decisionBodySchema = z.object({
  outcome: z.enum(REPORT_OUTCOMES),
  reason: z.string().trim().min(1).max(4000),
  /** What the evidence shows; asked for where the outcome is `true`. */
  checked: checkedSchema.optional(),
  seenVersion: count,
});

export const messageBodySchema = z.object({ id: z.uuid(), text: z.string().trim().min(1).max(4000) });

/** Of a report that is there (`reportId`), or of a finding that is still being written. */
export const opinionBodySchema = z.object({
  accountId: idSchema,
  /** Whose pictures `checked` names. */
  reportId: idSchema.optional(),
  checked: checkedSchema,
  link: z.string().max(2000).optional(),
  channel: z.enum(CHANNELS).default('public'),
});

/** A screenshot of a telephone is 1 MB, of a wide screen 3. */
const MAX_PICTURE_TEXT = 14 * 1024 * 1024;
export const MAX_PICTURES = 4;
export const FINDING_BYTES = 24 * 1024 * 1024;

export const findingBodySchema = z.object({
  /** Random, of the page: sent twice it is one finding. */
  id: z.uuid(),
  accountId: idSchema.optional(),
  who: z.object({ name: short.optional(), office: short.optional(), handle: short.optional() }).default({}),
  kind: z.enum(ACTIVITY_KINDS),
  link: z.string().trim().max(2000).optional(),
  words: z.string().max(MAX_STORY_LENGTH).optional(),
  story: z.string().max(MAX_STORY_LENGTH).optional(),
  seenAt: z.iso.datetime(),
  place: short.optional(),
  taskLetter: short.optional(),
  channel: z.enum(CHANNELS).default('public'),
  pictures: z.array(z.base64().max(MAX_PICTURE_TEXT)).max(MAX_PICTURES).default([]),
});

/** What a pasted text says by itself, and whose account that is. */
export const linkSchema = z.object({
  link: z
    .object({
      platform: z.string(),
      kind: z.string(),
      author: z.string().nullable(),
      id: z.string().nullable(),
      canonical: z.string(),
    })
    .nullable(),
  /** Of the author, where the own offices have it. */
  account: accountLineSchema.nullable(),
});

export const flagReportsSchema = z.object({
  reports: z.array(
    z.object({
      id: z.string(),
      door: z.enum(DOORS),
      channel: z.enum(CHANNELS),
      broughtAt: instant,
      files: z.array(z.object({ id: z.string(), isPicture: z.boolean() })),
    }),
  ),
});

export type ReportList = z.infer<typeof reportListSchema>;
export type ReportLine = ReportList['items'][number];
export type ReportPage = z.infer<typeof reportSchema>;
export type AccountLine = z.infer<typeof accountLineSchema>;
export type StepBody = z.infer<typeof stepBodySchema>;
export type Opinion = z.infer<typeof opinionSchema>;
export type OpinionBody = z.input<typeof opinionBodySchema>;
export type ReportDecisionBody = z.input<typeof decisionBodySchema>;
export type FindingBody = z.input<typeof findingBodySchema>;
export type ReadLink = z.infer<typeof linkSchema>;
export type FlagReports = z.infer<typeof flagReportsSchema>;
