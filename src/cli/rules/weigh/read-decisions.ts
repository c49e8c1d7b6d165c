import { basename } from 'node:path';
import { z } from 'zod';
import { PermanentError } from '../../../domain/errors.js';
import { COUNTED_AS } from '../../../domain/verdict.js';
import type { Example } from '../../../study/weigh/fit-points.js';
import { WEIGH } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import { readJsonLines } from './read-json-lines.js';

const say = sayIn('id');

const lineSchema = z.strictObject({
  signs: z
    .array(
      z
        .string()
        .regex(/^[a-z]+\.[a-z][a-z0-9_-]*$/)
        .max(80),
    )
    .min(1)
    .max(200),
  label: z.enum(COUNTED_AS),
  ruleset: z.string().max(80),
});

export interface Decisions {
  readonly examples: readonly Example[];
  /** Of another rule set: its signs may mean something else. */
  readonly others: number;
}

/** What an installation decided, from `netra rules signs`: which side an act took is not in it, and nobody guesses. */
export async function readDecisions(path: string, ruleset: string): Promise<Decisions> {
  const lines = (await readJsonLines(path)).map(({ line, value }) => {
    const read = lineSchema.safeParse(value);
    if (read.success) return read.data;
    throw new PermanentError(say(WEIGH.badDecision, { path, line }), say(WEIGH.badDecisionHint));
  });
  const group = basename(path);
  return {
    examples: lines.map(({ signs, label }) => ({ signs, isMarkedByPeople: label === 'confirmed', group })),
    others: lines.filter((line) => line.ruleset !== ruleset).length,
  };
}
