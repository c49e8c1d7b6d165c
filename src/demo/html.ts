import { SAMPLE_PAGES } from '../words/demo.js';
import { say } from '../words/say.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Pages of the sample network hold no script: what they show is all there is. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'",
} as const;

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#222}' +
  'article{border:1px solid #ccc;border-radius:8px;padding:1rem;margin:1rem 0}time,.akun{color:#555;font-size:.9rem}' +
  '.isi{white-space:pre-wrap;overflow-wrap:anywhere}figure{margin:.5rem 0;padding:1rem;background:#eee}';

/** `body` is markup; `title` is plain text. */
export function renderPage(title: string, body: string): string {
  const name = escapeHtml(title);
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${name}</title><style>${STYLE}</style></head>
<body><p class="akun">${say(SAMPLE_PAGES.invented, 'id')}</p><h1>${name}</h1>${body}</body></html>`;
}
