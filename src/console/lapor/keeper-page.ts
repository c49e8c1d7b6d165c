import type { Language } from '../../words/language.js';
import { KEEPER } from '../../words/reports/keeper.js';
import { sayIn } from '../../words/say.js';
import { html } from './html.js';
import { pageOf } from './page-frame.js';

/** A page apart from the console's own: what holds a private key runs no more code than it needs. */
export function keeperPage({ language }: { language: Language }): string {
  const say = sayIn(language);
  // Nothing can be pressed before the script that keeps it all here is there: the browser would load the page anew.
  const body = html`<h1>${say(KEEPER.title)}</h1>
<p>${say(KEEPER.lead)}</p>
<form id="keeper" autocomplete="off">
<div class="field"><label for="key">${say(KEEPER.key)}</label><input type="file" id="key" accept=".json,application/json"></div>
<div class="field"><label for="passphrase">${say(KEEPER.passphrase)}</label><input type="text" id="passphrase" spellcheck="false" autocapitalize="off" maxlength="60"></div>
<div class="field"><label for="report">${say(KEEPER.report)}</label>
<p id="report-hint" class="hint">${say(KEEPER.reportHint)}</p>
<input type="text" id="report" maxlength="128" spellcheck="false" aria-describedby="report-hint"></div>
<div class="buttons"><button type="submit" value="open" disabled>${say(KEEPER.open)}</button>
<button type="submit" value="try" class="plain" disabled>${say(KEEPER.try)}</button>
<button type="button" class="plain" data-close>${say(KEEPER.close)}</button></div>
<p id="status" role="status" data-fits="${say(KEEPER.fits)}" data-opened="${say(KEEPER.opened)}" data-no-key="${say(KEEPER.noKey)}"
data-wrong-passphrase="${say(KEEPER.wrongPassphrase)}" data-other-key="${say(KEEPER.otherKey)}" data-broken="${say(KEEPER.broken)}"></p>
</form>
<dl id="identity" hidden><dt>${say(KEEPER.name)}</dt><dd data-name></dd><dt>${say(KEEPER.contact)}</dt><dd data-contact></dd></dl>`;
  return pageOf({ language, title: say(KEEPER.title), path: '/identitas', script: 'keeper', body });
}
