import { type Logger, pino } from 'pino';

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
  return pino({ level, base: null, redact: { paths, censor: '[disensor]' } }, pino.destination({ fd: 2, sync: true }));
}
