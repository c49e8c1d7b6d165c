import { Button } from '@mantine/core';
import { DRAFT } from '../../src/words/console/draft.js';
import type { DraftInHand } from './draft.js';
import { useWords } from './language.js';

/** Quiet while all is well; what could cost a word is said, with the way to have it back. */
export function DraftNote({ draft }: { draft: DraftInHand }) {
  const { say } = useWords();
  const { saving, note, former, typed } = draft;
  const isTyped = typed.verdict !== null || typed.reason !== '' || typed.weighed.length > 0;
  const loud = saving === 'failed' ? DRAFT.failed : note && DRAFT.note[note];
  return (
    <div className="draft">
      {/* Read aloud; that all is well, every second, is not. */}
      <output className={saving === 'failed' ? 'unsaved' : 'dim'}>{loud && say(loud)}</output>
      {!loud && isTyped && <span className="dim">{say(DRAFT[saving])}</span>}
      {former && (
        <Button size="compact-xs" variant="default" onClick={() => draft.type(former)}>
          {say(DRAFT.bringBack)}
        </Button>
      )}
    </div>
  );
}

/** Somebody else was faster: what was typed is still one's own to read and copy. */
export function UngivenReason({ reason }: { reason: string }) {
  const { say } = useWords();
  if (reason.trim() === '') return null;
  return (
    <p className="ungiven">
      <strong>{say(DRAFT.ungiven)}</strong> <bdi>{reason}</bdi>
    </p>
  );
}
