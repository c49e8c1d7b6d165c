import { z } from 'zod';
import { SCHEMA_WORDS } from '../../words/rules/files.js';
import { sayIn } from '../../words/say.js';
import { electionSchema } from './election-schema.js';

const say = sayIn('id');

/**
 * The shape of an election file for editors, as text of `rules/schema/election.schema.json`. It completes and checks
 * while typing; order of stages, regions and doubles are left to `netra rules check`.
 */
export function electionJsonSchema(): string {
  const schema = z.toJSONSchema(electionSchema, { io: 'input' });
  const titled = { ...schema, title: say(SCHEMA_WORDS.election), description: say(SCHEMA_WORDS.electionGuide) };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
