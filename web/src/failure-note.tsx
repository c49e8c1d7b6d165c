import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { ApiFailure } from './api.js';
import { useWords } from './language.js';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened and what to do next. A session that has ended leads back to the log-in page. */
export function FailureNote({ error, onRetry }: Props) {
  const queries = useQueryClient();
  const isLoggedOut = error instanceof ApiFailure && error.status === 401;
  useEffect(() => {
    if (isLoggedOut) queries.resetQueries({ queryKey: ['me'] });
  }, [isLoggedOut, queries]);
  return <RefusalNote error={error} onRetry={onRetry} />;
}

/** The words alone, for the log-in page, where a refusal ends no session. */
export function RefusalNote({ error, onRetry }: Props) {
  const { say } = useWords();
  const { message, hint } = useWordsOf(error);
  return (
    <div className="note" role="alert">
      <strong>{message}</strong>
      {hint}
      {onRetry && (
        <Button size="compact-sm" variant="default" onClick={onRetry} ml="sm">
          {say(FRAME.tryAgain)}
        </Button>
      )}
    </div>
  );
}

function useWordsOf(error: unknown): { message: string; hint: string } {
  const { say } = useWords();
  if (!(error instanceof ApiFailure)) return { message: say(FRAME.unexpected), hint: '' };
  if (error.code === 'offline') return { message: say(FRAME.offline), hint: say(FRAME.offlineHint) };
  return error.message ? error : { message: say(FRAME.unexpected), hint: '' };
}
