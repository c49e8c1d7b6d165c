import { z } from 'zod';
import { type Condition, selectionKey } from './selection-key.js';

const STYLES = [
  'news',
  'reported',
  'headline',
  'bare',
  'sarcasm',
  'own_words',
  'no_own_words',
  'formal',
  'brief',
  'short',
  'every_ticket',
  'own_call',
] as const;

interface StyleKind {
  readonly holds: Condition;
  readonly says: string;
}

const KINDS: Record<(typeof STYLES)[number], StyleKind> = {
  news: { holds: ({ style }) => style().isNews, says: 'berbentuk berita' },
  reported: { holds: ({ style }) => style().isReported, says: 'berita dengan penutur atau media' },
  headline: { holds: ({ style }) => style().isHeadline, says: 'judul berita' },
  bare: { holds: ({ style }) => style().isBare, says: 'hanya nama, tagar dan tautan' },
  sarcasm: { holds: ({ style }) => style().isSarcastic, says: 'ada tawa atau ejekan' },
  own_words: { holds: ({ style }) => style().hasOwnWords, says: 'ada kata sendiri' },
  no_own_words: { holds: ({ style }) => !style().hasOwnWords, says: 'tanpa kata sendiri' },
  formal: { holds: ({ style }) => style().isFormal, says: 'bergaya resmi' },
  brief: { holds: ({ style }) => style().isBrief, says: 'paling banyak empat kata sendiri' },
  short: { holds: ({ style }) => style().isShort, says: 'paling banyak delapan kata sendiri' },
  own_call: { holds: (scene) => scene.hasOwnCall(), says: 'ajakan sendiri di samping bingkai' },
  every_ticket: { holds: (scene) => scene.namesEveryTicket(), says: 'semua pasangan dari satu kontes disebut' },
};

/** How a text is written; of several styles all must hold. */
export const style = selectionKey({
  schema: z.union([z.enum(STYLES), z.array(z.enum(STYLES)).min(1)]),
  says: 'what',
  holds: 'no_names',
  compile(written, draft) {
    for (const name of [written].flat()) draft.conditions.push(KINDS[name].holds);
  },
  describe: (written) =>
    [written]
      .flat()
      .map((name) => KINDS[name].says)
      .join(', '),
});
