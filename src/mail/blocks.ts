/** What a mail is made of, before it becomes text or HTML. */
export type Block =
  | { readonly type: 'title' | 'heading' | 'paragraph' | 'small'; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly Row[] }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

export interface Row {
  readonly label: string;
  readonly value: number;
  /** In words, after the number. */
  readonly note?: string;
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
  return `<tr>${label}<td style="${CELL};font-weight:bold">${escapeHtml(valueText(row))}</td></tr>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
