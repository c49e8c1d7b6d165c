import { z } from 'zod';
import { ANCHOR_TERMS } from '../../words/rules.js';
import { ANCHOR_KINDS, type AnchorKind } from '../tickets/anchors.js';
import { isWanted } from './is-wanted.js';
import { selectionKey } from './selection-key.js';
import { listed } from './word-list.js';

const kind = z.enum(ANCHOR_KINDS);

/** What ties the act to an election: words of the ballot or the contest, the day of voting, words of choosing. */
export const anchor = selectionKey({
  schema: z.union([kind, z.array(kind).min(1)]),
  says: 'what',
  holds: 'no_names',
  compile(written, draft) {
    const kinds: readonly AnchorKind[] = [written].flat();
    draft.finders.push((scene, selection, to) => {
      for (const kind of kinds) {
        for (const { first, last } of scene.anchors.of(kind)) {
          scene.work.steps++;
          if (!isWanted(scene, selection, first)) continue;
          to.push({ first, last, tickets: undefined, means: selection.means ?? ANCHOR_TERMS[kind].id });
        }
      }
    });
  },
  describe: (written) => listed('kaitan dengan pemilihan', [written].flat()),
});
