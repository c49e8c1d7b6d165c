import type { Language } from '../../words/language.js';
import { FORM } from '../../words/reports/form.js';
import { sayIn } from '../../words/say.js';
import { type Html, html } from './html.js';

export interface PageOptions {
  readonly language: Language;
  readonly title: string;
  /** Its own address, without what is asked of it. */
  readonly path: string;
  readonly body: Html;
  /** Which of the two small scripts. */
  readonly script?: 'form' | 'keeper';
}

/** A page of the public door: one style sheet, one small script, nothing else from anywhere. */
export function pageOf({ language, title, path, body, script = 'form' }: PageOptions): string {
  const say = sayIn(language);
  const other = language === 'id' ? 'en' : 'id';
  return `<!doctype html>\n${
    html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Netra</title>
<link rel="stylesheet" href="/lapor/form.css">
<script type="module" src="/lapor/${script}.js"></script>
</head>
<body>
<a class="skip" href="#content">${say(FORM.skip)}</a>
<header><span class="brand">Netra</span> <a href="${withLanguage(path, other)}" lang="${other}" hreflang="${other}">${say(FORM.otherLanguage)}</a></header>
<main id="content">
${body}
</main>
</body>
</html>`.text
  }\n`;
}

export function withLanguage(path: string, language: Language): string {
  return language === 'en' ? `${path}?bahasa=en` : path;
}

/** A fault above a form, which a reader of the screen is told at once. */
export function faultBox(
  heading: string,
  { message, hint }: { message: string; hint: string },
  challenge?: string,
): Html {
  return html`<div id="notice" class="fault" role="alert" tabindex="-1"${challenge ? html` data-challenge="${challenge}"` : ''}>
<h2>${heading}</h2>
<p>${message}</p>
<p>${hint}</p>
</div>`;
}
