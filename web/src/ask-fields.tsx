import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { addDays } from '../../src/domain/days.js';
import { ASKED_OFFICES, MAX_ASKED_DAYS } from '../../src/domain/question.js';
import { localDay, type TimeZone } from '../../src/domain/region.js';
import { settles } from '../../src/domain/verdict.js';
import { ASKED_TERMS, QUESTION } from '../../src/words/console/question.js';
import { capital } from '../../src/words/say.js';
import { api, type FlagPage as Flag } from './api.js';
import type { DraftInHand } from './draft.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import type { Typed } from './unsaved-drafts.js';

/** Long enough for somebody who is away today, short enough to be remembered. */
const USUAL_DAYS = 3;

/** Whom a question on this flag may go to; `undefined` while that is not known. */
export function useAskable({ id }: Flag) {
  const { data } = useQuery({ queryKey: ['colleagues', id], queryFn: () => api.colleagues(id) });
  if (!data) return undefined;
  return { colleagues: data.colleagues.filter(({ isMe }) => !isMe), offices: data.offices };
}

export type Askable = NonNullable<ReturnType<typeof useAskable>>;

/** A question goes to somebody, by a day; where nobody can be asked it only stands in the queue. */
export function lackingOf({ verdict, asked }: Typed, askable: Askable | undefined): 'person' | 'day' | undefined {
  if (verdict === null || settles(verdict)) return undefined;
  const isNobody = askable && askable.colleagues.length + askable.offices.length === 0;
  if (isNobody) return undefined;
  if (!asked?.to) return 'person';
  return asked.day ? undefined : 'day';
}

interface Props {
  readonly flag: Flag;
  readonly draft: DraftInHand;
  readonly askable: Askable | undefined;
}

export function AskFields({ flag, draft, askable }: Props) {
  const { say, nameOf } = useWords();
  const field = useRef<HTMLSelectElement>(null);
  const { to, day } = draft.typed.asked ?? { to: '', day: '' };
  const today = localDay(new Date(flag.now), flag.zone.name as TimeZone);
  useKeys({ p: () => field.current?.focus() });
  const choose = (chosen: string) =>
    draft.type({ asked: chosen ? { to: chosen, day: day || addDays(today, USUAL_DAYS) } : null });
  const isOffice = ASKED_OFFICES.some((office) => office === to);
  return (
    <div className="ask">
      <NativeSelect
        ref={field}
        size="xs"
        label={
          <>
            {say(QUESTION.whom)} <kbd>p</kbd>
          </>
        }
        aria-label={say(QUESTION.whom)}
        value={to}
        onChange={(e) => choose(e.currentTarget.value)}
        data={[
          { value: '', label: say(QUESTION.choose) },
          ...(askable?.colleagues ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
          ...(askable?.offices ?? []).map((one) => ({ value: one.to, label: capital(nameOf(ASKED_TERMS, one.to)) })),
        ]}
      />
      <TextInput
        size="xs"
        type="date"
        label={say(QUESTION.day)}
        min={today}
        max={addDays(today, MAX_ASKED_DAYS)}
        value={day}
        onChange={(e) => draft.type({ asked: { to, day: e.currentTarget.value } })}
      />
      {isOffice && <small className="dim">{say(QUESTION.seesNoFlag)}</small>}
    </div>
  );
}
