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

const FONT = 'font-family:Arial,Helvetica,sans-serif;color:#1a1a1a';
const LINK = 'color:#0b4f9e';
const CELL = 'padding:6px 10px;border:1px solid #c8c8c8;font-size:15px;text-align:left;vertical-align:top';

/** Inline styles and nothing from outside: no image, no font, no script, nothing that tells who read it. */
export function blocksToHtml(
  blocks: readonly Block[],
  { title, language }: { title: string; language: string },
): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title></head>`,
    `<body style="margin:0;padding:16px;background:#ffffff;${FONT}"><div style="max-width:600px">`,
    ...blocks.map(blockToHtml),
    '</div></body></html>',
    '',
  ].join('\n');
}

function blockToHtml(block: Block): string {
  switch (block.type) {
    case 'title':
      return `<h1 style="font-size:20px;margin:0 0 12px">${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2 style="font-size:16px;margin:20px 0 8px">${escapeHtml(block.text)}</h2>`;
    case 'table':
      return `<table style="border-collapse:collapse;width:100%">${block.rows.map(rowToHtml).join('')}</table>`;
    case 'bars':
      return barsToHtml(block.bars);
    case 'link':
      return `<p style="margin:20px 0"><a href="${escapeHtml(block.url)}" style="color:#0b4f9e;font-size:16px">${escapeHtml(block.text)}</a></p>`;
    case 'small':
      return `<p style="font-size:13px;line-height:1.5;color:#595959">${escapeHtml(block.text)}</p>`;
    default:
      return `<p style="font-size:15px;line-height:1.5">${escapeHtml(block.text)}</p>`;
  }
}

function rowToHtml(row: Row): string {
  const label = `<th scope="row" style="${CELL};font-weight:normal">${escapeHtml(row.label)}</th>`;
  const value = escapeHtml(valueText(row));
  const shown = row.url === undefined ? value : `<a href="${escapeHtml(row.url)}" style="${LINK}">${value}</a>`;
  return `<tr>${label}<td style="${CELL};font-weight:bold">${shown}</td></tr>`;
}

/** Tables and coloured boxes: what every mail program draws, also with pictures switched off. */
function barsToHtml(bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.flatMap(({ value, beside }) => [value, beside]));
  const box = (count: number, height: number, colour: string) =>
    `<div style="width:${Math.round((100 * count) / most)}%;height:${height}px;background:${colour};margin:2px 0"></div>`;
  const rows = bars.map(({ label, value, beside, text }) => {
    const name = `<th scope="row" style="${CELL};font-weight:normal;white-space:nowrap">${escapeHtml(label)}</th>`;
    const drawn = `${box(value, 10, '#0b4f9e')}${box(beside, 5, '#8fa9c4')}`;
    return `<tr>${name}<td style="${CELL}">${escapeHtml(text)}${drawn}</td></tr>`;
  });
  return `<table style="border-collapse:collapse;width:100%">${rows.join('')}</table>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
