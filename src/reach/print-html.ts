import { REACH } from '../words/adapters/reach.js';
import { say } from '../words/say.js';
import { type BrowserHost, BrowserLostError } from './browser-host.js';
import { withinMs } from './step-limits.js';

/** A page of a few kB without a picture from elsewhere: beyond this the browser hangs. */
const PRINT_MS = 20_000;

/**
 * Prints a page of our own on A4, in a context that reaches nothing and runs nothing. The same page gives the same bytes
 * from the same browser: the file itself tells no time.
 */
export async function printHtml(browsers: BrowserHost, html: string): Promise<Buffer> {
  return browsers.use(async (browser) => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'id-ID' });
    try {
      const page = await context.newPage();
      const printing = page
        .setContent(html, { waitUntil: 'load' })
        .then(() => page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }));
      const onLate = () => new BrowserLostError(say(REACH.tooSlow, 'id', { ms: PRINT_MS }));
      return withoutTimes(await withinMs(printing, PRINT_MS, onLate));
    } finally {
      await context.close();
    }
  });
}

/** Where a browser's document says when it was made. */
const TIMES = /\/(?:CreationDate|ModDate) \(D:[^)]*\)/g;
/** They stand in the first object of the file; further on the same letters may be words of the page. */
const INFO_BYTES = 1024;

/** Spaces in their place: every other byte stays where the document's index says it is. */
function withoutTimes(pdf: Buffer): Buffer {
  const info = pdf.toString('latin1', 0, INFO_BYTES);
  const blank = info.replace(TIMES, (time) => ' '.repeat(time.length));
  pdf.write(blank, 'latin1');
  return pdf;
}
