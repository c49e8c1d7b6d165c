import { REACH } from '../words/adapters/reach.js';
import { say } from '../words/say.js';
import { type BrowserHost, BrowserLostError } from './browser-host.js';
import { withinMs } from './step-limits.js';

/** A page of a few kB without a picture from elsewhere: beyond this the browser hangs. */
const PRINT_MS = 20_000;

/** Prints a page of our own on A4, in a context that reaches nothing and runs nothing. */
export async function printHtml(browsers: BrowserHost, html: string): Promise<Buffer> {
  return browsers.use(async (browser) => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'id-ID' });
    try {
      const page = await context.newPage();
      const printing = page
        .setContent(html, { waitUntil: 'load' })
        .then(() => page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }));
      const onLate = () => new BrowserLostError(say(REACH.tooSlow, 'id', { ms: PRINT_MS }));
      return await withinMs(printing, PRINT_MS, onLate);
    } finally {
      await context.close();
    }
  });
}
