import { type Logger, pino } from 'pino';
import { withSeenSigns } from '../words/printable.js';

/** Fields that could name a person or quote one; whoever logs an object by mistake logs `[disensor]` here. */
const PERSONAL_FIELDS = [
  'name',
  'displayName',
  'username',
  'nip',
  'nipMasked',
  'handle',
  'text',
  'target',
  'media',
  'reason',
  'email',
  'to',
  'recipient',
  'password',
  'cookie',
  'authorization',
];

export type { Logger };

/** Structured logs on stderr, so that stdout stays for what a command prints. Ids, counts and error classes only. */
export function createLogger(level: string): Logger {
  const paths = PERSONAL_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const redact = { paths, censor: '[disensor]' };
  // Problems of files quote what somebody wrote in them, and a log is read on a terminal.
  const hooks = { streamWrite: withSeenSigns };
  return pino({ level, base: null, redact, hooks }, pino.destination({ fd: 2, sync: true }));
}
