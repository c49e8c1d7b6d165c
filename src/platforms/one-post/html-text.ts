import { type Attributes, walkHtml } from './html-events.js';

const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'blockquote']);
const VOID: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'input', 'wbr', 'meta', 'link', 'source']);

/** The text of a piece of HTML as it is shown, with its line ends. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  walkHtml(html, {
    open: (name) => void (BREAKS.has(name) && parts.push('\n')),
    close: (name) => void (BREAKS.has(name) && name !== 'br' && parts.push('\n')),
    text: (text) => void parts.push(text),
  });
  return tidy(parts.join(''));
}

/** The text inside the first element that `isWanted`; nothing where there is none. */
export function textInside(
  html: string,
  isWanted: (name: string, attributes: Attributes) => boolean,
): string | undefined {
  const parts: string[] = [];
  let depth = 0;
  let state: 'before' | 'inside' | 'behind' = 'before';
  walkHtml(html, {
    open(name, attributes) {
      if (state === 'inside') {
        if (BREAKS.has(name)) parts.push('\n');
        if (!VOID.has(name)) depth += 1;
      } else if (state === 'before' && isWanted(name, attributes)) {
        state = 'inside';
        depth = VOID.has(name) ? 0 : 1;
      }
    },
    close(name) {
      if (state !== 'inside') return;
      if (BREAKS.has(name) && name !== 'br') parts.push('\n');
      depth -= 1;
      if (depth <= 0) state = 'behind';
    },
    text(text) {
      if (state === 'inside') parts.push(text);
    },
  });
  return state === 'before' ? undefined : tidy(parts.join(''));
}

/** At most one empty line between two, and none at either end. */
function tidy(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(line);
  }
  return lines.join('\n').trim();
}
