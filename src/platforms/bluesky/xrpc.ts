import { z } from 'zod';
import { PlatformFailureError, TargetUnavailableError } from '../../domain/collecting.js';
import type { NotObservableReason } from '../../domain/coverage.js';
import type { HttpAnswer, HttpReader } from '../../reach/http-reader.js';
import { BLUESKY } from '../../words/adapters/platforms.js';
import { REACH } from '../../words/adapters/reach.js';
import { sayIn } from '../../words/say.js';

const say = sayIn('id');

/** Statuses that say something of what was asked for, by what they say. */
const REASON_OF: Readonly<Record<number, NotObservableReason>> = {
  401: 'login_wall',
  403: 'not_public',
  404: 'gone',
  410: 'gone',
};

// XRPC answers 400 both to a wrong question and where nothing is there; only the body tells one from the other.
const NOT_THERE =
  /^(?:Record|Repo|Account|Actor|Handle|Did|Profile)(?:NotFound|Deactivated|Takendown|TakenDown|Takedown|Suspended)$/;
// The reference server has no name for these two, only a sentence.
const SAYS_NOT_THERE = /unable to resolve handle|could not (?:find|locate)/i;
const refusal = z.object({ error: z.string().max(100).catch(''), message: z.string().catch('') });

export interface XrpcRequest<T> {
  readonly url: URL;
  readonly schema: z.ZodType<T>;
}

/**
 * A JSON answer of the wanted shape. `TargetUnavailableError` only where the server says that it is not there or not
 * for us; every other failure is a `PlatformFailureError`, or what `HttpReader` throws: "not answered" is not "absent".
 */
export async function readXrpc<T>(reader: HttpReader, request: XrpcRequest<T>, signal: AbortSignal): Promise<T> {
  const { status, text } = await answerOf(reader, request.url, signal);
  if (status >= 400) throw refusalOf(status, text);
  const parsed = request.schema.safeParse(parseJson(text));
  if (!parsed.success) throw new PlatformFailureError('unreadable', say(BLUESKY.shape));
  return parsed.data;
}

/** That a server's name is not found is no answer of it: the fault may be our own look-up's. */
async function answerOf(reader: HttpReader, url: URL, signal: AbortSignal): Promise<HttpAnswer> {
  try {
    return await reader.readText(url, signal);
  } catch (error) {
    if (!(error instanceof TargetUnavailableError) || error.reason !== 'gone') throw error;
    throw new PlatformFailureError('unreachable', error.message, { cause: error });
  }
}

function refusalOf(status: number, text: string): Error {
  const reason = REASON_OF[status];
  if (reason !== undefined) return new TargetUnavailableError(reason, say(REACH.answered, { status }));
  const { error, message } = said(text);
  if (NOT_THERE.test(error) || SAYS_NOT_THERE.test(message)) {
    return new TargetUnavailableError('gone', say(BLUESKY.answeredWith, { status, error }));
  }
  return new PlatformFailureError('unreadable', say(BLUESKY.refused, { status }));
}

function said(text: string): z.infer<typeof refusal> {
  try {
    return refusal.parse(parseJson(text));
  } catch {
    // A refusal in another form names no reason.
    return { error: '', message: '' };
  }
}

/** Keys, values and lists: a hundred records have a tenth of it, and this many are read in some 50 ms. */
const MAX_MARKS = 200_000;

/**
 * In texts as well, which makes no difference to an honest answer. Found by a pattern, which is machine code at once:
 * a loop over five million letters takes ten times as long until the engine has made it quick.
 */
function hasTooManyMarks(text: string): boolean {
  const mark = /[{[:,]/g;
  let marks = 0;
  while (marks <= MAX_MARKS && mark.test(text)) marks += 1;
  return marks > MAX_MARKS;
}

function parseJson(text: string): unknown {
  if (hasTooManyMarks(text)) throw new PlatformFailureError('unreadable', say(BLUESKY.notJson));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlatformFailureError('unreadable', say(BLUESKY.notJson), { cause });
  }
}
