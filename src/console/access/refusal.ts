import { PermanentError } from '../../domain/errors.js';
import { REFUSALS } from '../../words/console/refusals.js';
import type { Language } from '../../words/language.js';
import { sayAdvice, type Values } from '../../words/say.js';

type RefusalCode = keyof typeof REFUSALS;

const STATUS: Record<RefusalCode, number> = {
  login_required: 401,
  login_failed: 401,
  login_locked: 429,
  login_busy: 503,
  login_code_failed: 401,
  token_refused: 401,
  token_may_not: 403,
  not_yours_to_give: 403,
  too_many_tokens: 422,
  second_step_needed: 401,
  codes_held: 429,
  wrong_password: 422,
  wrong_password_or_code: 422,
  wrong_code: 422,
  second_step_gone: 410,
  second_step_first: 403,
  second_step_demanded: 409,
  invitation_gone: 410,
  same_password: 422,
  forbidden: 403,
  csrf: 403,
  not_found: 404,
  bad_request: 400,
  too_large: 413,
  request_timeout: 408,
  headers_too_large: 431,
  held_by_other: 409,
  decided_by_other: 409,
  decided_meanwhile: 409,
  contrary: 409,
  settle_first: 409,
  settles_only: 422,
  given_already: 409,
  calibration_only: 409,
  not_golden: 409,
  undo_too_late: 409,
  no_claim_needed: 409,
  order_changed: 409,
  changed_meanwhile: 409,
  unweighed: 422,
  not_the_same: 422,
  too_many_rows: 422,
  too_many_templates: 422,
  too_many_posters: 422,
  poster_known: 409,
  too_many_views: 422,
  no_colleague: 422,
  nobody_to_ask: 422,
  asks_after_verdict: 422,
  too_many_questions: 422,
  day_too_far: 422,
  answered_already: 409,
  remark_taken: 409,
  too_many_remarks: 422,
  too_many_mentions: 422,
  in_future: 422,
  not_confirmed: 409,
  evidence_gone: 404,
  evidence_broken: 409,
  web_not_built: 503,
  busy: 503,
  internal: 500,
};

/** A request the console says no to: `code` for programs, and words in the language of whoever asked. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends PermanentError {
  readonly status: number;
  readonly saidIn: (language: Language) => { readonly message: string; readonly hint: string };
  /** For programs and proxies; people are told in words. */
  retryAfterSeconds: number | undefined;

  constructor(
    readonly code: Code,
    ...values: Values<(typeof REFUSALS)[Code]>
  ) {
    const saidIn = (language: Language) => sayAdvice(REFUSALS[code], language, ...values);
    const { message, hint } = saidIn('id');
    super(message, hint);
    this.saidIn = saidIn;
    this.status = STATUS[code];
  }

  /** The same, said together with when another try may go through. */
  after(seconds: number): this {
    this.retryAfterSeconds = seconds;
    return this;
  }
}
