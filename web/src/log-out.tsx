import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FRAME } from '../../src/words/console/frame.js';
import { ApiFailure, api } from './api.js';
import { useWords } from './language.js';
import { forgetSession } from './login-reason.js';

/** `onFailed`: the session may still be open. */
export function LogOutButton({ onFailed }: { onFailed?: (failure: unknown) => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  async function logOut() {
    try {
      await api.logOut();
    } catch (error) {
      // Who is told nothing leaves an open session behind; one that has ended needs no log-out.
      if (!(error instanceof ApiFailure && error.status === 401)) return onFailed?.(error);
    }
    queries.clear();
    forgetSession();
    // A fresh page holds nothing of what was on this one.
    window.location.assign('/');
  }
  return (
    <Button size="compact-sm" variant="default" onClick={logOut}>
      {say(FRAME.logOut)}
    </Button>
  );
}
