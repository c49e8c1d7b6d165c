import { arch, release, type } from 'node:os';
import { EVIDENCE_ITEMS, type EvidenceItemName, type EvidenceSeal, type MissingItem } from '../domain/evidence.js';
import { type BrowserHost, BrowserLostError, createBrowserHost } from '../reach/browser-host.js';
import { startEgressGate } from '../reach/egress-gate.js';
import { type MissingReason, PageClosedError, PageFaultError, unlessAborted } from '../reach/page-fault.js';
import { canonicalJson } from './canonical-json.js';
import { type CaptureLimits, DEFAULT_LIMITS } from './capture-limits.js';
import { type CapturedPage, capturePage } from './capture-page.js';
import type { CapturerOptions, EvidenceCapturer, EvidenceRequest } from './evidence-capturer.js';
import { assertFlagId, type PackFile } from './evidence-store.js';
import { sealOf, sealPack } from './seal-pack.js';

export function createEvidenceCapturer(options: CapturerOptions): EvidenceCapturer {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const host = createBrowserHost({ ...options.launch, capturesPerBrowser: limits.capturesPerBrowser });
  const deps: Deps = { ...options, limits, host };
  return {
    async capture(request, signal) {
      assertFlagId(request.flagId);
      const standing = await options.store.findManifest(request.flagId);
      return standing ? sealOf(request.flagId, standing) : captureAnew(request, deps, signal);
    },
    close: () => host.close(),
  };
}

interface Deps extends CapturerOptions {
  readonly limits: CaptureLimits;
  readonly host: BrowserHost;
}

async function captureAnew(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<EvidenceSeal> {
  const startedAt = deps.clock();
  const visit = await visitOrMiss(request, deps, signal);
  const { page } = visit;
  if (page.retry && !request.lastTry) throw page.retry;
  const hasPageText = page.files.some(({ name }) => name === 'text.txt');
  const files: PackFile[] = [
    { name: 'activity.json', content: canonicalJson(request.activity) },
    ...page.files,
    ...(hasPageText ? [] : [{ name: 'text.txt' as const, content: Buffer.from(request.text, 'utf8') }]),
  ];
  const fitted = fitInto(deps.limits.packBytes, files);
  const { width, height } = deps.limits.viewport;
  const pack = sealPack(
    {
      flagId: request.flagId,
      activityId: request.activityId,
      url: request.url ?? null,
      finalUrl: page.finalUrl,
      status: page.status,
      startedAt: startedAt.toISOString(),
      sealedAt: deps.clock().toISOString(),
      environment: {
        netra: deps.netraVersion,
        browser: visit.browser,
        viewport: `${width}x${height}`,
        os: `${type()} ${release()} ${arch()}`,
      },
      missing: [...page.missing, ...fitted.missing],
      textSource: hasPageText ? 'page' : 'activity',
    },
    fitted.files,
  );
  const manifest = await deps.store.saveOnce(pack);
  const { flagId } = request;
  deps.log?.('evidence_sealed', { flagId, items: fitted.files.length, missing: page.missing.length });
  return sealOf(flagId, manifest);
}

interface Visit {
  readonly page: CapturedPage;
  readonly browser: string;
}

const NO_BROWSER = 'none';

/** A visit that brought nothing becomes a page that is missing, unless another try is due. */
async function visitOrMiss(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<Visit> {
  try {
    return await visitPage(request, deps, signal);
  } catch (error) {
    if (error instanceof PageClosedError) return { page: nothing(error.reason, error.detail), browser: NO_BROWSER };
    if (!request.lastTry) throw error;
    if (error instanceof PageFaultError) return { page: nothing(error.reason, error.detail), browser: NO_BROWSER };
    if (error instanceof BrowserLostError) return { page: nothing('failed', error.message), browser: NO_BROWSER };
    throw error;
  }
}

async function visitPage(request: EvidenceRequest, deps: Deps, signal: AbortSignal): Promise<Visit> {
  const url = readableUrl(request.url);
  if (!(await unlessAborted(deps.robots(url, signal), signal))) {
    throw new PageClosedError('robots', 'robots.txt situs menutup halaman ini');
  }
  const { limits, userAgent, allowPrivateHosts } = deps;
  const gate = await startEgressGate({ allowPrivateHosts, maxBytes: limits.downloadBytes });
  try {
    const visit = () =>
      deps.host.use(async (browser) => {
        const page = capturePage({ url, activityText: request.text }, { browser, gate, limits, userAgent });
        return { page: await unlessAborted(page, signal), browser: `Chromium ${browser.version()}` };
      });
    return await visit().catch((error: unknown) => {
      // Nothing comes after the last try, and the browser may have died of another page.
      if (error instanceof BrowserLostError && request.lastTry) return visit();
      throw error;
    });
  } finally {
    await gate.close();
  }
}

/** Throws `PageClosedError` where there is nothing a browser could open. */
function readableUrl(address: string | undefined): string {
  if (address === undefined) throw new PageClosedError('no_url', 'tindakan ini datang tanpa alamat');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new PageClosedError('no_url', 'alamat bukan http atau https');
  }
  if (url.username || url.password) throw new PageClosedError('login_wall', 'alamat membawa kata sandi');
  return url.href;
}

function nothing(reason: MissingReason, detail: string): CapturedPage {
  const names = EVIDENCE_ITEMS.filter((name) => name !== 'text.txt' && name !== 'activity.json');
  const missing = names.map((name) => ({ name, reason, detail }));
  return { finalUrl: null, status: null, files: [], missing };
}

/** Most telling first: what no longer fits is left out whole and said. */
const ORDER: readonly EvidenceItemName[] = [
  'activity.json',
  'response.json',
  'text.txt',
  'viewport.png',
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
        detail: `${content.byteLength} bita; paket paling besar ${packBytes}`,
      });
    }
  }
  return { files: kept, missing };
}
