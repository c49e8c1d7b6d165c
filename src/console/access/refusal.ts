import { PermanentError } from '../../domain/errors.js';
import { type MessageCode, say } from '../messages.js';

const STATUS: Record<MessageCode, number> = {
  login_required: 401,
  login_failed: 401,
  login_locked: 429,
  forbidden: 403,
  csrf: 403,
  not_found: 404,
  bad_request: 400,
  too_large: 413,
  held_by_other: 409,
  decided_by_other: 409,
  no_claim_needed: 409,
  order_changed: 409,
  changed_meanwhile: 409,
  unweighed: 422,
  evidence_gone: 404,
  web_not_built: 503,
  busy: 503,
  internal: 500,
};

/** A request the console says no to. The error handler turns `code` into words of the caller's language. */
export class Refusal extends PermanentError {
  readonly status: number;

  constructor(
    readonly code: MessageCode,
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    const said = say(code, 'id', params);
    super(said.message, said.hint);
    this.status = STATUS[code];
  }
}
