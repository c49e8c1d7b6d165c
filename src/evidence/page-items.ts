import type { CDPSession } from 'playwright';
import { z } from 'zod';
import { VIEWPORT } from '../reach/open-page.js';
import type { CaptureLimits } from './capture-limits.js';

export interface PageText {
  readonly text: string;
  readonly hasPasswordField: boolean;
}

const readText = z.object({ text: z.string(), hasPasswordField: z.boolean() });

/**
 * The visible text, one UTF-16 unit longer than the limit where it was cut. Read in a world of its own, where the
 * page's scripts cannot have replaced what we call.
 */
export async function readPageText(devtools: CDPSession, { textLength, stepMs }: CaptureLimits): Promise<PageText> {
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId } = await devtools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'netra',
  });
  const { result } = await devtools.send('Runtime.evaluate', {
    contextId: executionContextId,
    returnByValue: true,
    timeout: stepMs,
    expression: `({
      text: (document.body?.innerText ?? '').slice(0, ${textLength + 1}),
      hasPasswordField: document.querySelector('input[type=password]') !== null,
    })`,
  });
  return readText.parse(result.value);
}

/** Compressed less: files grow by some 40 %, captures of long pages take a quarter less time (bench/evidence). */
const PNG = { format: 'png', optimizeForSpeed: true } as const;

export async function takeViewport(devtools: CDPSession): Promise<Buffer> {
  const { data } = await devtools.send('Page.captureScreenshot', PNG);
  return Buffer.from(data, 'base64');
}

export async function takeArchive(devtools: CDPSession): Promise<Buffer> {
  const { data } = await devtools.send('Page.captureSnapshot', { format: 'mhtml' });
  return Buffer.from(data, 'utf8');
}

export interface FullPage {
  readonly content: Buffer;
  /** CSS pixels of the whole page, and of the picture from its top. */
  readonly height: number;
  readonly takenHeight: number;
}

/** A page no higher than the viewport is the picture that was just taken. */
export async function takeFullPage(
  devtools: CDPSession,
  limits: CaptureLimits,
  viewport: Buffer | undefined,
): Promise<FullPage> {
  const { cssContentSize } = await devtools.send('Page.getLayoutMetrics');
  const height = Math.ceil(cssContentSize.height);
  const takenHeight = Math.min(height, limits.fullPageHeight);
  if (viewport && height <= VIEWPORT.height) return { content: viewport, height, takenHeight };
  const { data } = await devtools.send('Page.captureScreenshot', {
    ...PNG,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: VIEWPORT.width, height: takenHeight, scale: 1 },
  });
  return { content: Buffer.from(data, 'base64'), height, takenHeight };
}
