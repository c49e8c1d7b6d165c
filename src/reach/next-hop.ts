import type { IncomingMessage } from 'node:http';

/** Where an answer hands on to. What stands before the host in an address would be sent as a name and a password. */
export function nextHopOf(answer: IncomingMessage, from: URL): URL | undefined {
  const { statusCode = 0, headers } = answer;
  const { location } = headers;
  if (statusCode < 300 || statusCode > 399 || location === undefined || !URL.canParse(location, from.href))
    return undefined;
  const next = new URL(location, from);
  next.username = '';
  next.password = '';
  return next;
}
