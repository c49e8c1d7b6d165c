import { escapeUTF8 } from 'entities';
import { fieldsOf } from '../../domain/marked-line.js';
import { cutSegments, numberQuotes, type Quote, type Segment } from '../../domain/segments.js';
import { DOSSIER } from '../../words/console/dossier.js';
import { PLATFORM_TERMS, termOf } from '../../words/terms.js';
import type { MarkedView } from '../views/flag-view.js';
import { type PaperRow, paperTable, textOf } from '../views/paper.js';

type Content = NonNullable<MarkedView['content']>;

/** The act in its own words, each marked stretch with a number, and below what the numbers mean. */
export function actPaper(marked: MarkedView, content: Content): string {
  const byField = numberQuotes(marked);
  const fields = fieldsOf(toAct(content));
  const blocks = fields.map(
    ({ field, of, text }) =>
      `<h3>${textOf(DOSSIER.place[of])}</h3><p class="words">${markedText(text, byField.get(field) ?? [])}</p>`,
  );
  const words = blocks.length > 0 ? blocks.join('') : `<p>${textOf(DOSSIER.noWords)}</p>`;
  return words + paperTable(placesOf(content)) + legend(byField);
}

/** As the pure parts of the domain read an act: what is absent is no key. */
function toAct({ text, media, target }: Content) {
  const aim = ({ text: words, form }: Omit<NonNullable<Content['target']>, 'quoted'>) => ({
    text: words ?? undefined,
    form: form ?? undefined,
  });
  const linked = target?.quoted?.quoted;
  const quoted = target?.quoted && { ...aim(target.quoted), quoted: linked ? aim(linked) : undefined };
  return {
    text,
    media: media.map((one) => ({ text: one.text ?? undefined })),
    target: target ? { ...aim(target), quoted: quoted ?? undefined } : undefined,
  };
}

function placesOf({ url, target }: Content): PaperRow[] {
  const aims = [target, target?.quoted, target?.quoted?.quoted];
  const accounts = aims.flatMap((aim) => (aim?.account ? [aim.account] : []));
  return [
    [DOSSIER.address, url],
    ...accounts.map(
      ({ platform, handle }): PaperRow => [DOSSIER.aim, `${handle} (${termOf(PLATFORM_TERMS, platform, 'id')})`],
    ),
  ];
}

function markedText(text: string, quotes: readonly Quote[]): string {
  return `<bdi>${cutSegments(text, quotes).map(piece).join('')}</bdi>`;
}

/** Characters that nobody sees stand as their names. */
function piece({ text, quotes, hidden }: Segment): string {
  const shown = hidden ? `<span class="unseen">${escapeUTF8(hidden)}</span>` : escapeUTF8(text);
  if (quotes.length === 0) return shown;
  const tone = quotes.some((quote) => quote.tone === 'proposes') ? 'proposes' : 'clears';
  return `<mark class="${tone}">${shown}<sup>${quotes.map(({ number }) => number).join(',')}</sup></mark>`;
}

function legend(byField: ReadonlyMap<string, readonly Quote[]>): string {
  const all = [...byField.values()].flat().sort((a, b) => a.number - b.number);
  const unique = [...new Map(all.map((quote) => [quote.number, quote])).values()];
  const lines = (tone: Quote['tone']) =>
    unique
      .filter((quote) => quote.tone === tone)
      .map(({ number, means }) => `<li>${number}: ${escapeUTF8(means)}</li>`)
      .join('');
  const list = (heading: string, items: string) => (items ? `<h3>${heading}</h3><ul class="legend">${items}</ul>` : '');
  return list(textOf(DOSSIER.speaksFor), lines('proposes')) + list(textOf(DOSSIER.speaksAgainst), lines('clears'));
}
