import { DAY_MS } from '../../domain/days.js';
import { PLATFORMS } from '../../domain/platform.js';
import { LOG_ZONE, localDay } from '../../domain/region.js';
import { daysLeftOfFormalReport, lastDayOfFormalReport, stepOf } from '../../domain/report-clock.js';
import { UPLOAD_LIMITS } from '../../intake/uploads/upload-limits.js';
import { type Language, LOCALES } from '../../words/language.js';
import { FORM, FORM_FAULTS } from '../../words/reports/form.js';
import { type Say, sayIn, say as sayWith } from '../../words/say.js';
import { PLATFORM_TERMS } from '../../words/terms.js';
import { type Html, html } from './html.js';
import { faultBox, pageOf, withLanguage } from './page-frame.js';
import { FIELD_LIMITS, type FieldName, type Fields } from './report-fields.js';

export interface FormPage {
  readonly language: Language;
  readonly now: Date;
  readonly token: string;
  readonly fields: Fields;
  /** Seals a name, where the house has such a key. */
  readonly key?: { readonly id: string; readonly publicKey: string } | undefined;
  readonly fault?:
    | { readonly message: string; readonly hint: string; readonly challenge?: string | undefined }
    | undefined;
  /** A browser forgets chosen files with the page. */
  readonly mustChooseFilesAgain?: boolean;
}

const MB = 1024 * 1024;
const daysOf = (state: 'new' | 'identified') =>
  Math.round(stepOf({ state, broughtAt: new Date(0) })!.dueAt.getTime() / DAY_MS);
const TYPES = '.jpg,.jpeg,.png,.webp,.gif,.heic,.heif,.avif,.pdf,.mp4,.webm,.mov,.3gp,image/*,video/*,application/pdf';

/** All in one page: whole without script, three questions at a time with it. */
export function formPage(page: FormPage): string {
  const { language, token, fault, key } = page;
  const say = sayIn(language);
  const body = html`<h1>${say(FORM.title)}</h1>
<p class="lead">${say(FORM.lead)}</p>
<p><a href="${withLanguage('/lapor/buka', language)}">${say(FORM.openThread)}</a></p>
${fault ? faultBox(say(FORM_FAULTS.heading), fault, fault.challenge) : html`<div id="notice"></div>`}
<form id="report" method="post" action="${withLanguage('/lapor', language)}" enctype="multipart/form-data" ${scriptWords(say)}>
<input type="hidden" name="token" value="${token}">
${section(say(FORM.step, { n: 1 }), say(FORM.what), whatHappened(page, say))}
${section(say(FORM.step, { n: 2 }), say(FORM.who), whoItIs(page, say))}
${section(say(FORM.step, { n: 3 }), say(FORM.when), html`${whenAndWhere(page, say)}${key && identity(key, say)}${beforeSending(page, say)}`)}
<p class="kept" hidden>${say(FORM.kept)} <button type="button" class="plain" data-forget>${say(FORM.forget)}</button></p>
<div class="buttons"><button type="submit">${say(FORM.send)}</button></div>
<p id="status" role="status"></p>
</form>`;
  return pageOf({ language, title: say(FORM.title), path: '/lapor', body });
}

/** What the script says, in the page's language; it has no words of its own. */
function scriptWords(say: Say): Html {
  return html`data-forward="${say(FORM.forward)}" data-back="${say(FORM.back)}" data-sending="${say(FORM.sending)}"
data-working="${say(FORM.working)}" data-network="${say(FORM.noNetwork)}" data-sealing="${say(FORM.identityFailed)}"`;
}

function section(step: string, title: string, content: Html): Html {
  return html`<fieldset>
<legend><span class="step">${step}</span> ${title}</legend>
${content}
</fieldset>`;
}

function whatHappened({ fields, mustChooseFilesAgain }: FormPage, say: Say): Html {
  const sizes = { files: UPLOAD_LIMITS.files, all: UPLOAD_LIMITS.allBytes / MB };
  return html`${field('link', { label: say(FORM.link), hint: say(FORM.linkHint), control: area('link', fields, 2) })}
${field('story', { label: say(FORM.story), hint: say(FORM.storyHint), control: area('story', fields, 5) })}
<div class="field"><label for="files">${say(FORM.files)}</label>
<p id="files-hint" class="hint">${mustChooseFilesAgain && html`<strong>${say(FORM.filesAgain)}</strong> `}${say(FORM.filesHint, sizes)}</p>
<input type="file" id="files" name="files" multiple accept="${TYPES}" aria-describedby="files-hint"></div>`;
}

function whoItIs({ fields, language }: FormPage, say: Say): Html {
  const options = PLATFORMS.map(
    (one) =>
      html`<option value="${one}"${fields.platform === one && html` selected`}>${sayWith(PLATFORM_TERMS[one], language)}</option>`,
  );
  return html`${field('name', { label: say(FORM.name), hint: say(FORM.nameHint), control: line('name', fields) })}
${field('office', { label: say(FORM.office), hint: say(FORM.officeHint), control: line('office', fields) })}
${field('handle', { label: say(FORM.handle), hint: say(FORM.handleHint), control: line('handle', fields) })}
<div class="field"><label for="platform">${say(FORM.platform)}</label>
<select id="platform" name="platform"><option value="">${say(FORM.platformOpen)}</option>${options}</select></div>`;
}

function whenAndWhere({ fields, now }: FormPage, say: Say): Html {
  const day = html`<input type="date" id="seenOn" name="seenOn" max="${localDay(now, LOG_ZONE)}" value="${fields.seenOn}" aria-describedby="seenOn-hint">`;
  const choice = (value: string, label: string) =>
    html`<label class="choice"><input type="radio" name="channel" value="${value}"${(fields.channel || 'public') === value && html` checked`}> ${label}</label>`;
  return html`${field('seenOn', { label: say(FORM.seenOn), hint: say(FORM.seenOnHint), control: day })}
${field('place', { label: say(FORM.place), hint: say(FORM.placeHint), control: line('place', fields) })}
<fieldset class="choices"><legend>${say(FORM.channel)}</legend>
${choice('public', say(FORM.channelPublic))}
${choice('private', say(FORM.channelPrivate))}
</fieldset>`;
}

/** These two have no name: no browser sends them. What is sent is what the script has sealed. */
function identity({ id, publicKey }: NonNullable<FormPage['key']>, say: Say): Html {
  return html`<details id="identity" hidden data-key-id="${id}" data-key="${publicKey}"><summary>${say(FORM.identity)}</summary>
<p>${say(FORM.identityLead)}</p>
<div class="field"><label for="own-name">${say(FORM.identityName)}</label><input type="text" id="own-name" maxlength="120" autocomplete="off"></div>
<div class="field"><label for="own-contact">${say(FORM.identityContact)}</label><input type="text" id="own-contact" maxlength="160" autocomplete="off"></div>
</details>`;
}

function beforeSending({ fields, now, language }: FormPage, say: Say): Html {
  const days = { identify: daysOf('new'), check: daysOf('identified') };
  return html`<section class="before"><h2>${say(FORM.before)}</h2>
<ul>
<li>${say(FORM.next)}</li>
<li>${say(FORM.howLong, days)}</li>
<li>${say(FORM.bawaslu)} <strong id="due" data-known="${FORM.bawasluDay[language]}" data-late="${FORM.bawasluLate[language]}">${formalDay(fields.seenOn || localDay(now, LOG_ZONE), { now, language })}</strong></li>
<li>${say(FORM.notHere)}</li>
</ul></section>`;
}

/** The day counted from the day on which the reporter knew. */
export function formalDay(known: string, { now, language }: { now: Date; language: Language }): string {
  const left = daysLeftOfFormalReport(known, localDay(now, LOG_ZONE));
  const values = { known: dayInWords(known, language), last: dayInWords(lastDayOfFormalReport(known), language) };
  return Number.isNaN(left) ? '' : sayWith(left < 0 ? FORM.bawasluLate : FORM.bawasluDay, language, values);
}

export function dayInWords(day: string, language: Language): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return '';
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

function field(name: FieldName, { label, hint, control }: { label: string; hint: string; control: Html }): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<p id="${name}-hint" class="hint">${hint}</p>
${control}</div>`;
}

function line(name: FieldName, fields: Fields): Html {
  return html`<input type="text" id="${name}" name="${name}" value="${fields[name]}" maxlength="${FIELD_LIMITS[name]}" autocomplete="off" aria-describedby="${name}-hint">`;
}

function area(name: FieldName, fields: Fields, rows: number): Html {
  return html`<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${FIELD_LIMITS[name]}" aria-describedby="${name}-hint">
${fields[name]}</textarea>`;
}
