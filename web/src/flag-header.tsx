import { Button } from '@mantine/core';
import { useLocation } from 'react-router';
import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { ASSIGNMENT } from '../../src/words/console/assignment.js';
import { FLAG, VERDICT } from '../../src/words/console/flag.js';
import { FRAME } from '../../src/words/console/frame.js';
import { NOTICES } from '../../src/words/console/notices.js';
import { FOR_ME } from '../../src/words/console/question.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { capital, type Message } from '../../src/words/say.js';
import { FLAG_STATE_TERMS, KIND_TERMS, STAGE_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { formatClock, formatWait } from './time.js';

const LISTS: readonly (readonly [start: string, name: Message])[] = [
  ['/decisions', FRAME.nav.decisions],
  ['/adjudicate', ADJUDICATION.title],
  ['/notices', NOTICES.title],
  ['/questions', FOR_ME.title],
];

function nameOfList(back: string): Message {
  return LISTS.find(([start]) => back.startsWith(start))?.[1] ?? FRAME.nav.queue;
}

/** What one glance needs: which act, where, in which stage, how long it waits, who holds it. */
export function FlagHeader({ flag, onBack }: { flag: Flag; onBack: () => void }) {
  const { say, nameOf, language } = useWords();
  const { claim } = flag;
  const back = (useLocation().state as { back?: string } | null)?.back;
  const until = claim ? formatClock(claim.until, flag.zone, language) : '';
  return (
    <div className="bar">
      <Button size="compact-sm" variant="default" onClick={onBack}>
        ← {say(nameOfList(flag.isMasked ? '/adjudicate' : (back ?? '/')))}
      </Button>
      <h1>
        {capital(nameOf(KIND_TERMS, flag.kind))} · {flag.office.name}
      </h1>
      <span className="badge">{say(FLAG.stageIs, { stage: nameOf(STAGE_TERMS, flag.stage) })}</span>
      <span className="badge quiet">{say(FLAG.unproven)}</span>
      <span className="dim">{say(FLAG.waitingSince, { time: formatWait(flag.waitingSince, flag.now, language) })}</span>
      {flag.isAwaitingSecond && <span className="badge">{say(ADJUDICATION.awaitsSecond)}</span>}
      {flag.state === 'contrary' && <span className="badge warn">{nameOf(FLAG_STATE_TERMS, flag.state)}</span>}
      {flag.assigned && (
        <span className="badge">
          {flag.assigned.isMine ? say(ASSIGNMENT.isYours) : say(ASSIGNMENT.isOf, { name: flag.assigned.to })}
        </span>
      )}
      <span className="spread" />
      {claim?.isMine && <span className="badge mine">{say(VERDICT.youHold, { time: until })}</span>}
      {claim && !claim.isMine && (
        <span className="badge held">{`${say(QUEUE.stateHeld, { name: claim.by })} ${say(QUEUE.heldUntil, { time: until })}`}</span>
      )}
    </div>
  );
}
