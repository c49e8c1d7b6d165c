import { LOG_ZONE, localDay } from '../../domain/region.js';
import { MAX_MESSAGES, MAX_STORY_LENGTH, type Report, type ReportMessage } from '../../domain/report.js';
import { stepOf } from '../../domain/report-clock.js';
import type { Language } from '../../words/language.js';
import { OUTCOME_PLAIN, STATE_PLAIN, THREAD, THREAD_FAULTS } from '../../words/reports/thread.js';
import { type Say, sayIn, say as sayWith } from '../../words/say.js';
import { dayInWords } from './form-page.js';
import { type Html, html } from './html.js';
import { faultBox, pageOf, withLanguage } from './page-frame.js';

type Fault = { readonly message: string; readonly hint: string };

export interface OpenPage {
  readonly language: Language;
  readonly fault?: Fault | undefined;
  /** What somebody wrote to a thread that did not open: it is sent once more with the receipt. */
  readonly reply?: { readonly typed: string; readonly receipt: string; readonly token: string } | undefined;
}

/** Asks for the receipt. It is never part of an address. */
export function openPage(page: OpenPage): string {
  const { language, fault, reply } = page;
  const say = sayIn(language);
  const path = reply ? '/lapor/balas' : '/lapor/buka';
  const body = html`<h1>${say(THREAD.title)}</h1>
${fault ? faultBox(say(THREAD_FAULTS.heading), fault) : html`<div id="notice"></div>`}
<form method="post" action="${withLanguage(path, language)}" enctype="multipart/form-data">
<div class="field"><label for="receipt">${say(THREAD.receipt)}</label>
<input type="text" id="receipt" name="receipt" value="${reply?.receipt ?? ''}" inputmode="numeric" autocomplete="off" maxlength="40" required></div>
${reply && html`<input type="hidden" name="token" value="${reply.token}">${replyField(reply.typed, say)}`}
<div class="buttons"><button type="submit">${say(THREAD.open)}</button></div>
</form>
<p><a href="${withLanguage('/lapor', language)}">${say(THREAD.back)}</a></p>`;
  return pageOf({ language, title: say(THREAD.title), path: '/lapor/buka', body });
}

export interface ThreadPage {
  readonly language: Language;
  readonly now: Date;
  readonly receipt: string;
  readonly report: Report;
  /** Where it goes with another one, it stands where that one stands. */
  readonly standsAs: Pick<Report, 'state' | 'decision' | 'broughtAt'>;
  readonly token: string;
  readonly fault?: Fault | undefined;
  readonly wasSent?: boolean;
  readonly typed?: string;
}

export function threadPage(page: ThreadPage): string {
  const { language, report, fault, wasSent } = page;
  const say = sayIn(language);
  const dayOf = (instant: Date) => dayInWords(localDay(instant, LOG_ZONE), language);
  const body = html`<h1>${say(THREAD.state)}</h1>
${fault ? faultBox(say(THREAD_FAULTS.heading), fault) : html`<div id="notice" role="status">${wasSent && html`<p>${say(THREAD.sent)}</p>`}</div>`}
<p class="state">${stateOf(page)}</p>
<p>${say(THREAD.brought, { day: dayOf(report.broughtAt) })} ${dueOf(page, say, dayOf)}</p>
<h2>${say(THREAD.messages)}</h2>
${report.messages.length === 0 ? html`<p>${say(THREAD.none)}</p>` : html`<ol class="thread">${report.messages.map((one) => message(one, { say, dayOf }))}</ol>`}
${report.messages.length < MAX_MESSAGES ? replyForm(page, say) : fullThread(page, say)}
<p class="hint">${say(THREAD.expires, { day: dayOf(report.expiresAt) })} ${say(THREAD.closeHint)}</p>`;
  return pageOf({ language, title: say(THREAD.state), path: '/lapor/buka', body });
}

function stateOf({ report, standsAs, language }: ThreadPage): Html {
  const joined = report.state === 'duplicate' && html`${sayWith(STATE_PLAIN.duplicate, language)} `;
  const { state, decision } = standsAs;
  if (state === 'decided' && decision) return html`${joined}${sayWith(OUTCOME_PLAIN[decision.outcome], language)}`;
  return state === 'duplicate' ? html`${joined}` : html`${joined}${sayWith(STATE_PLAIN[state], language)}`;
}

function dueOf({ standsAs, now }: ThreadPage, say: Say, dayOf: (instant: Date) => string): string {
  const step = stepOf(standsAs);
  if (!step) return '';
  return say(step.dueAt < now ? THREAD.overdue : THREAD.due, { day: dayOf(step.dueAt) });
}

/** Who of the office wrote it is nobody's business out here. */
function message(
  { from, text, at }: ReportMessage,
  { say, dayOf }: { say: Say; dayOf: (instant: Date) => string },
): Html {
  const whose = say(from === 'office' ? THREAD.office : THREAD.reporter);
  return html`<li class="${from}"><p class="whose">${whose}, ${dayOf(at)}</p><p class="words">${text}</p></li>`;
}

function replyForm({ language, token, receipt, typed = '' }: ThreadPage, say: Say): Html {
  return html`<form method="post" action="${withLanguage('/lapor/balas', language)}" enctype="multipart/form-data">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="receipt" value="${receipt}">
${replyField(typed, say)}
<div class="buttons"><button type="submit">${say(THREAD.send)}</button></div>
</form>`;
}

function replyField(typed: string, say: Say): Html {
  return html`<div class="field"><label for="text">${say(THREAD.reply)}</label>
<p id="text-hint" class="hint">${say(THREAD.replyHint)}</p>
<textarea id="text" name="text" rows="4" maxlength="${MAX_STORY_LENGTH}" aria-describedby="text-hint" required>
${typed}</textarea></div>`;
}

/** Nothing more fits; what was typed can still be copied into a report of its own. */
function fullThread({ typed = '' }: ThreadPage, say: Say): Html {
  return html`<p>${say(THREAD.full)}</p>${typed !== '' && replyField(typed, say)}`;
}
