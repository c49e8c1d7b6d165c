import { Button } from '@mantine/core';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { formatClock, formatWait } from './time.js';

/** What one glance needs: which act, where, in which stage, how long it waits, who holds it. */
export function FlagHeader({ flag, onBack }: { flag: Flag; onBack: () => void }) {
  const { say, nameOf, language } = useWords();
  const { claim } = flag;
  const until = claim ? formatClock(claim.until, flag.zone, language) : '';
  return (
    <div className="bar">
      <Button size="compact-sm" variant="default" onClick={onBack}>
        ← {say('back_to_queue')}
      </Button>
      <h1>
        {nameOf(flag.kind)} · {flag.office.name}
      </h1>
      <span className="badge">{say('stage_is', { stage: nameOf(flag.stage) })}</span>
      <span className="badge quiet">{say('unproven')}</span>
      <span className="dim">{say('waiting_since', { time: formatWait(flag.waitingSince, flag.now, language) })}</span>
      <span className="spread" />
      {claim?.isMine && <span className="badge mine">{say('you_hold', { time: until })}</span>}
      {claim && !claim.isMine && <span className="badge held">{say('state_held', { name: claim.by })}</span>}
    </div>
  );
}
