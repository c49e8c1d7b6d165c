import { canonicalJson } from '../domain/canonical-json.js';
import type { EvidenceItemName, MissingItem } from '../domain/evidence.js';
import type { OpenPage } from '../reach/open-page.js';
import { withinMs } from '../reach/step-limits.js';
import { CAPTURE } from '../words/adapters/evidence.js';
import { sayIn } from '../words/say.js';
import type { CaptureLimits } from './capture-limits.js';
import type { PackFile } from './evidence-store.js';
import { type LoadedPage, loadPage } from './load-page.js';
import { PageFaultError } from './page-fault.js';
import { readPageText, takeArchive, takeFullPage, takeViewport } from './page-items.js';
import { recordPage } from './page-record.js';
import { judgeShown, judgeStatus, type PageVerdict, showsText } from './page-walls.js';

const say = sayIn('id');

/** What one visit brought. `retry` is set while a later visit could bring more. */
export interface CapturedPage {
  readonly finalUrl: string | null;
  readonly status: number | null;
  readonly files: readonly PackFile[];
  readonly missing: readonly MissingItem[];
  readonly retry?: PageFaultError | undefined;
}

/** The items that only a page that shows the act can give. */
const PICTURES: readonly EvidenceItemName[] = ['viewport.png', 'fullpage.png', 'page.mhtml'];

/** Shows the page once. Throws `PageFaultError` or `PageClosedError` when nothing of it came. */
export async function capturePage(
  open: OpenPage,
  target: { readonly url: string; readonly activityText: string },
  limits: CaptureLimits,
): Promise<CapturedPage> {
  const loaded = await loadPage(open, target.url, limits);
  const taken = new Taken(loaded, limits);
  const read = await taken.readText();
  const showsActivityText = read === undefined ? null : showsText(read.text, target.activityText);
  const record = await recordPage(loaded, { url: target.url, showsActivityText });
  taken.files.push({ name: 'response.json', content: canonicalJson(record) });
  const seen = { requestedUrl: target.url, finalUrl: record.finalUrl, showsActivityText };
  const verdict =
    judgeStatus(record.status ?? 200, Object.fromEntries(record.headers)) ??
    judgeShown({ ...seen, hasPasswordField: read?.hasPasswordField ?? false });
  if (verdict) taken.writeOff(verdict);
  else await taken.takePictures(read?.text);
  const { files, missing, retry } = taken;
  return { finalUrl: record.finalUrl, status: record.status, files, missing, retry };
}

/** What has been taken of one open page so far. */
class Taken {
  readonly files: PackFile[] = [];
  readonly missing: MissingItem[] = [];
  retry: PageFaultError | undefined;
  readonly #open: LoadedPage;
  readonly #limits: CaptureLimits;
  readonly #endsAt: number;

  constructor(open: LoadedPage, limits: CaptureLimits) {
    this.#open = open;
    this.#limits = limits;
    this.#endsAt = performance.now() + limits.captureMs;
  }

  async readText() {
    return this.#step('text.txt', () => readPageText(this.#open.devtools, this.#limits));
  }

  /** The page does not show the act: pictures of a wall are not pictures of the act. */
  writeOff({ reason, detail, isRetryable }: PageVerdict): void {
    this.missing.push(...PICTURES.map((name) => ({ name, reason, detail })));
    if (isRetryable) this.retry = new PageFaultError(reason, detail);
  }

  async takePictures(text: string | undefined) {
    const { devtools } = this.#open;
    const limits = this.#limits;
    if (text !== undefined) this.#keepText(text);
    const viewport = await this.#step('viewport.png', () => takeViewport(devtools));
    if (viewport) this.files.push({ name: 'viewport.png', content: viewport });
    const archive = await this.#step('page.mhtml', () => takeArchive(devtools));
    if (archive && archive.byteLength > limits.archiveBytes) {
      const detail = say(CAPTURE.archiveTooLarge, { bytes: archive.byteLength, limit: limits.archiveBytes });
      this.missing.push({ name: 'page.mhtml', reason: 'too_large', detail });
    } else if (archive) this.files.push({ name: 'page.mhtml', content: archive });
    const full = await this.#step('fullpage.png', () => takeFullPage(devtools, limits, viewport));
    if (!full) return;
    this.files.push({ name: 'fullpage.png', content: full.content });
    if (full.height > full.takenHeight) {
      const detail = say(CAPTURE.cutAt, { taken: full.takenHeight, height: full.height });
      this.missing.push({ name: 'fullpage.png', reason: 'too_large', detail });
    }
  }

  #keepText(text: string): void {
    this.files.push({ name: 'text.txt', content: Buffer.from(text.slice(0, this.#limits.textLength), 'utf8') });
    if (text.length <= this.#limits.textLength) return;
    const detail = say(CAPTURE.firstLetters, { count: this.#limits.textLength });
    this.missing.push({ name: 'text.txt', reason: 'too_large', detail });
  }

  /** One item that fails costs the pack that item only; a browser that died costs the whole visit. */
  async #step<T>(name: EvidenceItemName, take: () => Promise<T>): Promise<T | undefined> {
    const ms = Math.min(this.#limits.stepMs, this.#endsAt - performance.now());
    try {
      return await withinMs(take(), ms, () => new PageFaultError('timeout', say(CAPTURE.stepTooSlow, { name, ms })));
    } catch (error) {
      if (!this.#open.browser.isConnected() || isLost(error)) throw error;
      const fault = error instanceof PageFaultError ? error : new PageFaultError('failed', firstLine(error));
      this.missing.push({ name, reason: fault.reason, detail: fault.detail });
      this.retry ??= fault;
      // A page whose script never ends hangs every step alike: stopping the script may save the next ones. Where it
      // does not, they run out of time as this one did, and say so.
      if (fault.reason === 'timeout') this.#open.devtools.send('Runtime.terminateExecution').catch(() => {});
      return undefined;
    }
  }
}

function isLost(error: unknown): boolean {
  return error instanceof Error && /has been closed|crashed/i.test(error.message);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
}
