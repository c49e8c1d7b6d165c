import { Paper, Title } from '@mantine/core';
import { FRAME } from '../../src/words/console/frame.js';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import type { Me } from './api.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import { LogOutButton } from './log-out.js';
import { SecondStep } from './second-step.js';
import { useTitle } from './title.js';

/** Before anything else, for whoever's role demands it. */
export function OwedSecondStep({ onDone }: { onDone: (me: Me) => void }) {
  const { say } = useWords();
  useTitle(say(SECOND_STEP.title));
  return (
    <main className="login">
      <Paper withBorder p="xl" w="min(520px, 94vw)" shadow="sm">
        <Title order={1} size="h2">
          {say(FRAME.app)}
        </Title>
        <p className="notice">{say(SECOND_STEP.owed)}</p>
        <SecondStep onDone={onDone} />
        <hr />
        <div className="button-row">
          <LanguageSwitch />
          <LogOutButton />
        </div>
      </Paper>
    </main>
  );
}
