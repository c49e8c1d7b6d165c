import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Location, useLocation, useNavigate } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { useWords } from './language.js';
import { loginApi } from './login-api.js';

/** As the server writes it into the address of the page that somebody comes back to. */
const PARAMETER = 'openid';

type Outcome = keyof typeof FRAME.openIdOutcome;

/** The house's own log-in, where it has one; whoever takes it comes back to this page. */
export function OpenIdWay() {
  const { say } = useWords();
  const location = useLocation();
  const ways = useQuery({ queryKey: ['login-ways'], queryFn: loginApi.ways, staleTime: Number.POSITIVE_INFINITY });
  const name = ways.data?.openId;
  if (!name) return null;
  const href = `/api/login/openid?to=${encodeURIComponent(pageOf(location))}`;
  return (
    <Button component="a" href={href} variant="default">
      {say(FRAME.logInBy, { name })}
    </Button>
  );
}

/** How the way over it ended, until somebody is in or begins anew. */
export function useOpenIdOutcome(): { outcome: Outcome | undefined; leaveOutcome: () => void } {
  const location = useLocation();
  const navigate = useNavigate();
  const told = new URLSearchParams(location.search).get(PARAMETER);
  return {
    outcome: told !== null && Object.hasOwn(FRAME.openIdOutcome, told) ? (told as Outcome) : undefined,
    leaveOutcome() {
      if (told !== null) navigate(pageOf(location), { replace: true });
    },
  };
}

/** The page itself, without what was told of the log-in. */
function pageOf({ pathname, search, hash }: Location): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(PARAMETER);
  return `${pathname}${parameters.size > 0 ? `?${parameters}` : ''}${hash}`;
}
