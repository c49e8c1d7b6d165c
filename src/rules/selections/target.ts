import { z } from 'zod';
import { TARGET_FIELD } from '../scene/scene.js';
import { type Condition, selectionKey } from './selection-key.js';

const TARGETS = ['ticket_account', 'ticket_text', 'other_account'] as const;

const HOLDS: Record<(typeof TARGETS)[number], Condition> = {
  ticket_account: ({ targetTickets, input }) => targetTickets.length > 0 && input.poster === undefined,
  ticket_text: ({ hits, units }) => hits.some((hit) => units.field[hit.first] === TARGET_FIELD),
  other_account: ({ input, targetTickets }) => input.target?.account !== undefined && targetTickets.length === 0,
};

/** Whose post is liked, shared or answered, or what it says. */
export const target = selectionKey({
  schema: z.enum(TARGETS),
  says: 'what',
  holds: 'no_names',
  compile(written, draft) {
    draft.conditions.push(HOLDS[written]);
  },
  describe: (written) => `tujuan: ${written}`,
});
