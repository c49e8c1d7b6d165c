import { escapeUTF8 } from 'entities';
import { FRAME } from '../../words/console/frame.js';
import { say } from '../../words/say.js';

/** Leads on by itself, and by a link where a browser does not. `to`: a path of ours. */
export function onwardPage(to: string): string {
  const address = escapeUTF8(to);
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${say(FRAME.app, 'id')}</title>
<meta http-equiv="refresh" content="0;url=${address}"></head>
<body><p><a href="${address}">${say(FRAME.onward, 'id')}</a></p></body></html>`;
}
