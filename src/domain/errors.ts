/**
 * Errors whose class states what happens next. A worker asks one question, `retryable`;
 * a person reads `message` (what happened) and `hint` (what to do next).
 */
export abstract class NetraError extends Error {
  abstract readonly retryable: boolean;
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.hint = hint;
  }
}

/** Trying again cannot help: a person has to change something first. */
export class PermanentError extends NetraError {
  readonly retryable = false;
}

/** The same call may go through later; the worker backs off and tries again. */
export class RetryableError extends NetraError {
  readonly retryable: boolean = true;
}

/** A rule broke on one act: a fault of ours. The act is set aside; its neighbours go on. */
export class RuleFailedError extends PermanentError {
  constructor(
    readonly rule: string,
    cause: unknown,
  ) {
    super(`Aturan ${rule} gagal pada satu tindakan.`, 'Laporkan kepada pengembang, dengan id aturan ini.', { cause });
  }
}

/** The caller asked for something that does not exist. */
export class NotFoundError extends PermanentError {}

/** Somebody else changed the thing since the caller read it: read it again, then decide again. */
export class ChangedMeanwhileError extends PermanentError {}

/** One fault in a file that people write: where it is, what is wrong, how to mend it. */
export interface FileIssue {
  readonly path: string;
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly hint: string;
}

/** Carries every issue of a file or folder, so that its author mends all of them in one round. */
export class FileIssuesError extends PermanentError {
  constructor(readonly issues: readonly FileIssue[]) {
    super(
      issues.map((i) => `${i.path}:${i.line}:${i.column} ${i.problem}\n  hint: ${i.hint}`).join('\n'),
      issues[0]?.hint ?? '',
    );
  }
}

/** The system of record does not answer. */
export class MongodbAwayError extends RetryableError {
  constructor(options?: ErrorOptions) {
    super('MongoDB tidak menjawab.', 'Periksa MONGODB_URI dan servernya, lalu jalankan: netra doctor', options);
  }
}

const AWAY =
  /^Mongo(ose)?(ServerSelection|ServerClosed|StalePrimary|Network|NetworkTimeout|NotConnected|PoolCleared|PoolClearedOnNetwork|PoolClosed|TopologyClosed|ClientClosed)Error$/;
/** The driver's own words for "again", as on what a server answers that is being stopped. */
const AGAIN = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];
/** Carries such a word, and comes from a server that is there. */
const WRITE_CONFLICT = 112;

interface DriverError extends Error {
  readonly code?: unknown;
  readonly hasErrorLabel?: (label: string) => boolean;
  /** What the error of several writes at once wraps: an error of the line, or what the server said of a write. */
  readonly errorResponse?: unknown;
}

/** By the names of its driver, whose messages may hold an address: no room but storage knows the driver itself. */
export function isMongodbAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, hasErrorLabel, errorResponse } = error as DriverError;
  if (error instanceof MongodbAwayError || AWAY.test(name) || isMongodbAway(errorResponse)) return true;
  return code !== WRITE_CONFLICT && AGAIN.some((label) => hasErrorLabel?.call(error, label));
}

/** What the console and the CLI print of any error, known or not. */
export function explainError(error: unknown): { message: string; hint: string; retryable: boolean } {
  if (!(error instanceof Error)) return { message: String(error), hint: 'netra doctor', retryable: true };
  if (isMongodbAway(error) && !(error instanceof NetraError)) return explainError(new MongodbAwayError());
  // By shape, not by class: the room that reads the environment may import nothing of ours.
  const { hint, retryable } = error as Partial<NetraError>;
  return {
    message: error.message,
    hint: typeof hint === 'string' ? hint : 'netra doctor',
    retryable: typeof retryable === 'boolean' ? retryable : true,
  };
}
