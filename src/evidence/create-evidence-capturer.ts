import { arch, release, type } from 'node:os';
import { canonicalJson } from '../domain/canonical-json.js';
import {
  EVIDENCE_ITEMS,
  type EvidenceItemName,
  type EvidenceSeal,
  isBroughtItem,
  type MissingItem,
} from '../domain/evidence.js';
import { BrowserLostError } from '../reach/browser-host.js';
import { type PageDeps, VIEWPORT, withOpenPage } from '../reach/open-page.js';
import { unlessAborted } from '../reach/step-limits.js';
import { CAPTURE } from '../words/adapters/evidence.js';
import { sayIn } from '../words/say.js';
import { type CaptureLimits, DEFAULT_LIMITS } from './capture-limits.js';
import { type CapturedPage, capturePage } from './capture-page.js';
import type { CapturerOptions, EvidenceCapturer, EvidenceRequest } from './evidence-capturer.js';
import { assertFlagId, type PackFile } from './evidence-store.js';
import {
  CaptureInterruptedError,
  closedByRobots,
  type MissingReason,
  PageClosedError,
  PageFaultError,
  pageErrorOf,
} from './page-fault.js';
import { saveWhenWritable } from './save-when-writable.js';
import { sealOf, sealPack } from './seal-pack.js';
import { type SealedPage, takeSealedPage } from './sealed-page.js';
import { sealOfStanding } from './standing-pack.js';

const say = sayIn('id');

export function createEvidenceCapturer(options: CapturerOptions): EvidenceCapturer {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const deps: Deps = { ...options, limits };
  return {
    async capture(request, signal) {
      assertFlagId(request.flagId);
      const standing = await options.store.findManifest(request.flagId);
      return standing ? sealOfStanding(options.store, request, standing) : captureAnew(request, deps, signal);
    },
  };
}

interface Deps extends CapturerOptions {
  readonly limits: CaptureLimits;
}

async function captureAnew(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<EvidenceSeal> {
  const showing = (await findSealed(request, deps)) ?? (await showNow(request, deps, signal));
  const { page } = showing;
  if (page.retry && !request.lastTry) throw page.retry;
  const shown = request.isShownOnly ? page.files.filter(({ name }) => !TAKEN_OUT.includes(name)) : page.files;
  const hasPageText = shown.some(({ name }) => name === 'text.txt');
  const act: PackFile = { name: 'activity.json', content: canonicalJson(request.activity) };
  const files: PackFile[] = [act, ...shown, ...(request.beside ?? [])];
  if (!hasPageText) files.push({ name: 'text.txt', content: Buffer.from(request.text, 'utf8') });
  const fitted = fitInto(deps.limits.packBytes, files);
  const pack = sealPack(
    {
      flagId: request.flagId,
      activityId: request.activityId,
      url: request.url ?? null,
      finalUrl: page.finalUrl,
      status: page.status,
      startedAt: showing.startedAt,
      sealedAt: deps.clock().toISOString(),
      takenFrom: showing.takenFrom,
      environment: showing.environment,
      missing: [...page.missing, ...fitted.missing, ...(request.absent ?? [])],
      textSource: hasPageText ? 'page' : 'activity',
    },
    fitted.files,
  );
  const manifest = await saveWhenWritable(pack, deps, signal);
  const { flagId } = request;
  deps.log?.('evidence_sealed', { flagId, items: fitted.files.length, missing: page.missing.length });
  return sealOf(flagId, manifest);
}

/** What came of showing the page, and in which browser. */
interface Shown {
  readonly page: CapturedPage;
  readonly browser: string;
}

/** The same, when and where; of a page that was sealed before, when that was. */
type Showing = Omit<SealedPage, 'takenFrom'> & Partial<Pick<SealedPage, 'takenFrom'>>;

/** What would be taken out of a page that may only be shown. */
const TAKEN_OUT: readonly EvidenceItemName[] = ['page.mhtml', 'text.txt'];

async function findSealed({ linkPack }: EvidenceRequest, { linkStore }: Deps): Promise<Showing | undefined> {
  return linkPack && linkStore && takeSealedPage(linkStore, linkPack);
}

async function showNow(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<Showing> {
  const startedAt = deps.clock().toISOString();
  const { page, browser } = await showOrMiss(request, deps, signal);
  const viewport = `${VIEWPORT.width}x${VIEWPORT.height}`;
  const os = `${type()} ${release()} ${arch()}`;
  return { page, startedAt, environment: { netra: deps.netraVersion, browser, viewport, os } };
}

const NO_BROWSER = 'none';

/** A page that showed nothing becomes a page that is missing, unless another try is due. */
async function showOrMiss(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<Shown> {
  try {
    return await showPage(request, deps, signal);
  } catch (error) {
    if (signal.aborted) throw new CaptureInterruptedError();
    if (error instanceof PageClosedError) return { page: nothing(error.reason, error.detail), browser: NO_BROWSER };
    if (!request.lastTry) throw error;
    if (error instanceof PageFaultError) return { page: nothing(error.reason, error.detail), browser: NO_BROWSER };
    if (error instanceof BrowserLostError) return { page: nothing('failed', error.message), browser: NO_BROWSER };
    throw error;
  }
}

async function showPage(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<Shown> {
  const url = readableUrl(request.url);
  await assertRobots(url, deps, signal);
  const { limits, browsers, out, userAgent, robots } = deps;
  const target = { url: url.href, activityText: request.text };
  const pageDeps: PageDeps = { browsers, out, userAgent, robots, downloadBytes: limits.downloadBytes };
  const show = () =>
    withOpenPage(
      pageDeps,
      async (open) => ({
        page: await capturePage(open, target, limits),
        browser: `Chromium ${open.browser.version()}`,
      }),
      signal,
    );
  return show().catch((error: unknown) => {
    // Nothing comes after the last try, and the browser may have died of another page.
    if (error instanceof BrowserLostError && request.lastTry) return show();
    throw error;
  });
}

async function assertRobots(url: URL, deps: Deps, signal: AbortSignal): Promise<void> {
  const isAllowed = await unlessAborted(deps.robots(url, signal), signal).catch((error: unknown) => {
    throw pageErrorOf(error);
  });
  if (!isAllowed) throw closedByRobots();
}

/** Throws `PageClosedError` where there is nothing a browser could open. */
function readableUrl(address: string | undefined): URL {
  if (address === undefined) throw new PageClosedError('no_url', say(CAPTURE.noAddress));
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new PageClosedError('no_url', say(CAPTURE.notWeb));
  }
  if (url.username || url.password) throw new PageClosedError('login_wall', say(CAPTURE.holdsPassword));
  return url;
}

function nothing(reason: MissingReason, detail: string): CapturedPage {
  const missing = PAGE_ITEMS.map((name) => ({ name, reason, detail }));
  return { finalUrl: null, status: null, files: [], missing };
}

const PAGE_ITEMS: readonly EvidenceItemName[] = ['viewport.png', 'fullpage.png', 'page.mhtml', 'response.json'];

/** Most telling first: what no longer fits is left out whole and said. What people brought comes before the long pictures. */
const ORDER: readonly EvidenceItemName[] = [
  'activity.json',
  'response.json',
  'reading.json',
  'text.txt',
  'viewport.png',
  ...EVIDENCE_ITEMS.filter(isBroughtItem),
  'page.mhtml',
  'fullpage.png',
];

function fitInto(packBytes: number, files: readonly PackFile[]): { files: PackFile[]; missing: MissingItem[] } {
  const kept: PackFile[] = [];
  const missing: MissingItem[] = [];
  let room = packBytes;
  for (const file of [...files].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name))) {
    const { name, content } = file;
    if (content.byteLength <= room || name === 'activity.json') {
      kept.push(file);
      room -= content.byteLength;
    } else {
      missing.push({
        name,
        reason: 'too_large',
        detail: say(CAPTURE.packTooLarge, { bytes: content.byteLength, limit: packBytes }),
      });
    }
  }
  return { files: kept, missing };
}
