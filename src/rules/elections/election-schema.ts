import { z } from 'zod';
import { DAY_PATTERN, isDay } from '../../domain/days.js';
import { BALLOT_PLACES, STAGES } from '../../domain/election.js';
import { isValidHandle, PLATFORMS } from '../../domain/platform.js';
import { DOUBLE_WORDS, SIGN_FAULTS } from '../../words/rules/elections.js';
import { sayIn } from '../../words/say.js';
import { sayInSchema } from '../files/say-problem.js';

const say = sayIn('id');

// In a schema the text after a newline is the hint (see yaml-file.ts).
// Zero-width joiner stays: emoji in slogans are built with it.
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/u;
export const MAX_SIGN_LENGTH = 120;

const visibleText = (maximum: number) =>
  z
    .string()
    .min(1, { error: sayInSchema(SIGN_FAULTS.empty) })
    .max(maximum, { error: sayInSchema(SIGN_FAULTS.tooLong, { maximum }) })
    .refine((text) => !HIDDEN.test(text), {
      error: sayInSchema(SIGN_FAULTS.hidden),
    })
    .refine((text) => text === text.trim(), { error: sayInSchema(SIGN_FAULTS.spaces) });

/** One letter, or only punctuation, would be found in every second post. */
const isTellingSign = (text: string) => /[\p{L}\p{N}].*[\p{L}\p{N}]|\p{Extended_Pictographic}/u.test(text);
const signText = visibleText(MAX_SIGN_LENGTH).refine(isTellingSign, {
  error: sayInSchema(SIGN_FAULTS.tooShort),
});
const hashtagText = visibleText(MAX_SIGN_LENGTH).refine((text) => /^#[^\s#]*[\p{L}\p{N}][^\s#]*$/u.test(text), {
  error: sayInSchema(SIGN_FAULTS.hashtag),
});

const signs = (text: z.ZodType<string, string>) =>
  z
    .array(z.union([text, z.strictObject({ text, ambiguous: z.boolean().default(false) })]))
    .max(200)
    .default([]);

const day = z
  .string()
  .refine(isDay, { error: sayInSchema(SIGN_FAULTS.day) })
  .meta({ pattern: DAY_PATTERN.source });

const stageSpan = z.strictObject({ stage: z.enum(STAGES), from: day, to: day.optional() });

const slug = (what: string) =>
  z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, {
    error: sayInSchema(SIGN_FAULTS.slug, { what }),
  });

const accountSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  handle: z.string().refine(isValidHandle, {
    error: sayInSchema(SIGN_FAULTS.handle),
  }),
});

/** The plain name of a colour; its words in other languages are the program's. */
const colour = visibleText(30).refine((text) => /^\p{L}{3,}( \p{L}{2,})?$/u.test(text), {
  error: sayInSchema(SIGN_FAULTS.colour),
});

const ticketSchema = z.strictObject({
  number: z.int().min(1).max(99),
  names: z.array(visibleText(MAX_SIGN_LENGTH)).min(1).max(4),
  aliases: signs(signText),
  hashtags: signs(hashtagText),
  slogans: signs(signText),
  parties: signs(signText),
  accounts: z.array(accountSchema).max(200).default([]),
  // Without a default: files that leave them out keep the hash that they have.
  colours: z.array(colour).min(1).max(6).optional(),
  position: z.array(z.enum(BALLOT_PLACES)).min(1).max(2).optional(),
  incumbent: z.boolean().optional(),
  teams: z.array(accountSchema).max(200).optional(),
});

const contestSchema = z.strictObject({
  id: slug(say(DOUBLE_WORDS.contest)),
  seat: visibleText(200),
  region: z.string().regex(/^(ID|\d{2}(\.\d{2})?)$/, {
    error: sayInSchema(SIGN_FAULTS.region),
  }),
  stages: z.array(stageSpan).max(40).default([]),
  tickets: z.array(ticketSchema).min(1).max(99),
});

/** The file as analysts write it: `rules/elections/<id>.yaml`, design.md section 6. */
export const electionSchema = z.strictObject({
  id: slug(say(DOUBLE_WORDS.election)),
  title: visibleText(200),
  stages: z.array(stageSpan).max(40).default([]),
  contests: z.array(contestSchema).min(1).max(5000),
});

export type ElectionFile = z.output<typeof electionSchema>;
export type ContestFile = ElectionFile['contests'][number];
export type TicketFile = ContestFile['tickets'][number];
export type StageFile = ElectionFile['stages'][number];
