import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiFailure } from './api.js';
import { useWords } from './language.js';

/** What happened and what to do next. A session that has ended leads back to the log-in page. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const isLoggedOut = error instanceof ApiFailure && error.status === 401;
  useEffect(() => {
    if (isLoggedOut) queries.resetQueries({ queryKey: ['me'] });
  }, [isLoggedOut, queries]);
  const { message, hint } = useWordsOf(error);
  return (
    <Alert color="orange" variant="light" title={message} role="alert" className="note">
      {hint}
      {onRetry && (
        <Button size="compact-sm" variant="default" onClick={onRetry} ml="sm">
          {say('try_again')}
        </Button>
      )}
    </Alert>
  );
}

export function useWordsOf(error: unknown): { message: string; hint: string } {
  const { say } = useWords();
  if (!(error instanceof ApiFailure)) return { message: say('unexpected'), hint: '' };
  if (error.code === 'offline') return { message: say('offline'), hint: say('offline_hint') };
  return error.message ? error : { message: say('unexpected'), hint: '' };
}
