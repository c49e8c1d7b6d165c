import type { z } from 'zod';
import { PlatformFailureError, TargetUnavailableError } from '../domain/collecting.js';
import type { NotObservableReason } from '../domain/coverage.js';
import type { HttpReader } from './http-reader.js';

/** 4xx answers that no second try can change, by what they say of the account. */
const REASON_OF: Record<number, NotObservableReason> = {
  401: 'login_wall',
  403: 'not_public',
  404: 'gone',
  410: 'gone',
};

export interface JsonRequest<T> {
  readonly url: URL;
  readonly schema: z.ZodType<T>;
  /** Reason for other 4xx answers; XRPC says 400 where a repository is not there. */
  readonly reasonOfRefusal?: NotObservableReason;
}

/** A JSON answer of the wanted shape. Throws as `HttpReader` does, and `TargetUnavailableError` for 4xx. */
export async function readJson<T>(reader: HttpReader, request: JsonRequest<T>, signal: AbortSignal): Promise<T> {
  const { status, text } = await reader.readText(request.url, signal);
  if (status >= 400) {
    const reason = REASON_OF[status] ?? request.reasonOfRefusal ?? 'gone';
    throw new TargetUnavailableError(reason, `jawaban ${status}`);
  }
  const parsed = request.schema.safeParse(parseJson(text));
  if (!parsed.success) throw new PlatformFailureError('unreadable', 'jawaban tidak berbentuk seperti yang diharapkan');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlatformFailureError('unreadable', 'jawaban bukan JSON', { cause });
  }
}
