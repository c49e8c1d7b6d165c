import type { DigestReceipt } from '../../domain/digest.js';
import { RECEIPT } from '../../words/cli/digest.js';
import { say } from '../../words/say.js';
import { DIGEST_FAILURE_TERMS, DIGEST_TERMS, termOf } from '../../words/terms.js';

/** One line for people: state, reason, tries, and what the server answered. */
export function describeReceipt(receipt: DigestReceipt | null): string {
  if (!receipt) return say(RECEIPT.none, 'id');
  const { reason, attempts, at, smtpResponse } = receipt;
  const failure = reason === undefined ? '' : ` (${termOf(DIGEST_FAILURE_TERMS, reason, 'id')})`;
  const state = `${DIGEST_TERMS[receipt.state].id}${failure}`;
  const line = say(RECEIPT.line, 'id', { state, attempts, at: at.toISOString() });
  return smtpResponse ? `${line}${say(RECEIPT.answer, 'id', { answer: smtpResponse })}` : line;
}
