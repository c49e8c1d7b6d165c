import { z } from 'zod';
import { electionSchema } from './election-schema.js';

/**
 * The shape of an election file for editors, as text of `rules/schema/election.schema.json`. It completes and checks
 * while typing; order of stages, regions and doubles are left to `netra rules check`.
 */
export function electionJsonSchema(): string {
  const schema = z.toJSONSchema(electionSchema, { io: 'input' });
  const titled = { ...schema, title: 'Berkas pemilihan Netra', description: 'Cara menulisnya: docs/elections.md' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
