import { spacedReceipt } from '../../domain/receipt.js';
import type { Language } from '../../words/language.js';
import { FORM } from '../../words/reports/form.js';
import { RECEIPT } from '../../words/reports/thread.js';
import { sayIn } from '../../words/say.js';
import { html } from './html.js';
import { pageOf, withLanguage } from './page-frame.js';

/** The only page that ever shows a receipt. */
export function receiptPage(given: {
  readonly language: Language;
  readonly receipt: string;
  readonly isNew: boolean;
  /** The day counted, where the reporter gave one. */
  readonly formalDay: string;
}): string {
  const { language, receipt, isNew, formalDay } = given;
  const say = sayIn(language);
  const body = html`<h1>${say(RECEIPT.title)}</h1>
${!isNew && html`<p>${say(RECEIPT.known)}</p>`}
<h2 id="receipt-heading">${say(RECEIPT.yours)}</h2>
<p class="receipt" data-receipt aria-describedby="receipt-heading">${spacedReceipt(receipt)}</p>
<p><strong>${say(RECEIPT.keep)}</strong></p>
<p>${say(FORM.next)}</p>
<p>${say(FORM.bawaslu)} <strong>${formalDay}</strong></p>
<p><a class="button" href="${withLanguage('/lapor/buka', language)}">${say(RECEIPT.open)}</a>
<a href="${withLanguage('/lapor', language)}">${say(RECEIPT.another)}</a></p>`;
  return pageOf({ language, title: say(RECEIPT.title), path: '/lapor', body });
}
