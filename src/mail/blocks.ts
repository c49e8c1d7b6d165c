/** What a mail is made of, before it becomes text or HTML. */
export type Block =
  | { readonly type: 'title' | 'heading' | 'paragraph' | 'small'; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly Row[] }
  | { readonly type: 'bars'; readonly bars: readonly Bar[] }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

export interface Row {
  readonly label: string;
  readonly value: number | string;
  /** In words, after the number. */
  readonly note?: string | undefined;
  /** Where the value leads in the HTML part; the text part has one link at its end. */
  readonly url?: string | undefined;
}

/** A number drawn as long as it is large, beside the one it is compared with. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly beside: number;
  /** Both numbers in words. */
  readonly text: string;
}

export function blocksToText(blocks: readonly Block[]): string {
  return `${blocks.map(blockToText).join('\n\n')}\n`;
}

function blockToText(block: Block): string {
  switch (block.type) {
    case 'title':
      return `${block.text}\n${'='.repeat(block.text.length)}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'table':
      return block.rows.map((row) => `${row.label}: ${valueText(row)}`).join('\n');
    case 'bars':
      return block.bars.map(({ label, text }) => `${label}: ${text}`).join('\n');
    case 'link':
      return `${block.text}:\n${block.url}`;
    default:
      return block.text;
  }
}

function valueText({ value, note }: Row): string {
  return note ? `${value} — ${note}` : String(value);
}

const INK = 'font-family:Arial,Helvetica,sans-serif;color:#1a1a1a';
const CELL = `padding:6px 10px;border:1px solid #c8c8c8;font-size:15px;text-align:left;vertical-align:top;${INK}`;
/** Word, which Outlook draws with, takes widths and spaces from attributes alone. */
const PLAIN_TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
const TABLE = '<table cellspacing="0" style="border-collapse:collapse;width:100%" width="100%">';

/** For programs that read it and show a dark page; all others keep the colours that stand with each part. */
const DARK = `@media (prefers-color-scheme:dark){.page{background:#16191c!important}
.ink{color:#e6ebee!important}.cell{color:#e6ebee!important;border-color:#4a545b!important}.small{color:#a3b1b9!important}
.link{color:#8cc8ff!important}.now{background:#6db3f2!important}.then{background:#5f7d99!important}}`;

/** Inline styles and nothing from outside: no image, no font, no script, nothing that tells who read it. */
export function blocksToHtml(
  blocks: readonly Block[],
  { title, language }: { title: string; language: string },
): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(title)}</title><style>${DARK}</style></head>`,
    '<body class="page" style="margin:0;padding:0;background:#ffffff">',
    `<table ${PLAIN_TABLE} width="100%" class="page" style="background:#ffffff"><tr><td style="padding:16px">`,
    `<table ${PLAIN_TABLE} width="600" style="width:100%;max-width:600px"><tr><td class="ink" style="${INK}">`,
    ...blocks.map(blockToHtml),
    '</td></tr></table></td></tr></table></body></html>',
    '',
  ].join('\n');
}

function blockToHtml(block: Block): string {
  switch (block.type) {
    case 'title':
      return `<h1 class="ink" style="font-size:20px;margin:0 0 12px">${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2 class="ink" style="font-size:16px;margin:20px 0 8px">${escapeHtml(block.text)}</h2>`;
    case 'table':
      return `${TABLE}${block.rows.map(rowToHtml).join('')}</table>`;
    case 'bars':
      return barsToHtml(block.bars);
    case 'link':
      return `<p style="margin:20px 0;font-size:16px">${linkTo(block.url, escapeHtml(block.text))}</p>`;
    case 'small':
      return `<p class="small" style="font-size:13px;line-height:1.5;color:#595959;word-break:break-word">${escapeHtml(block.text)}</p>`;
    default:
      return `<p class="ink" style="font-size:15px;line-height:1.5">${escapeHtml(block.text)}</p>`;
  }
}

function linkTo(url: string, shown: string): string {
  return `<a class="link" href="${escapeHtml(url)}" style="color:#0b4f9e">${shown}</a>`;
}

function rowToHtml(row: Row): string {
  const label = `<th scope="row" class="cell" style="${CELL};font-weight:normal">${escapeHtml(row.label)}</th>`;
  const value = escapeHtml(valueText(row));
  const shown = row.url === undefined ? value : linkTo(row.url, value);
  return `<tr>${label}<td class="cell" style="${CELL};font-weight:bold">${shown}</td></tr>`;
}

/** Tables and coloured cells: what every mail program draws, also with pictures switched off. */
function barsToHtml(bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.flatMap(({ value, beside }) => [value, beside]));
  const bar = (count: number, height: number, [name, colour]: readonly [string, string]) => {
    const share = Math.round((100 * count) / most);
    if (share === 0) return '';
    const cell = `<td class="${name}" bgcolor="${colour}" height="${height}" style="height:${height}px;line-height:${height}px;font-size:1px;background:${colour}">&nbsp;</td>`;
    return `<table ${PLAIN_TABLE} width="${share}%" style="width:${share}%;margin:2px 0"><tr>${cell}</tr></table>`;
  };
  const rows = bars.map(({ label, value, beside, text }) => {
    const name = `<th scope="row" class="cell" style="${CELL};font-weight:normal;white-space:nowrap">${escapeHtml(label)}</th>`;
    const drawn = `${bar(value, 10, ['now', '#0b4f9e'])}${bar(beside, 5, ['then', '#8fa9c4'])}`;
    return `<tr>${name}<td class="cell" style="${CELL}">${escapeHtml(text)}${drawn}</td></tr>`;
  });
  return `${TABLE}${rows.join('')}</table>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
