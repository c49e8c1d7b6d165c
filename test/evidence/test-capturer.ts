import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvidenceCapturer } from '../../src/evidence/create-evidence-capturer.js';
import type { CapturerOptions, EvidenceCapturer, EvidenceRequest } from '../../src/evidence/evidence-capturer.js';
import type { EvidenceStore } from '../../src/evidence/evidence-store.js';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { type BrowserHostOptions, createBrowserHost } from '../../src/reach/browser-host.js';

export const NOW = new Date('2024-10-01T02:00:00.000Z');

export interface TestCapturer {
  readonly dir: string;
  readonly store: EvidenceStore;
  readonly capturer: EvidenceCapturer;
  close(): Promise<void>;
}

export const LAUNCH: BrowserHostOptions = {
  executablePath: execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim(),
};

export interface TestOptions extends Partial<CapturerOptions> {
  readonly launch?: BrowserHostOptions;
  readonly allowPrivateHosts?: readonly string[];
}

export async function startCapturer({
  launch,
  allowPrivateHosts,
  ...options
}: TestOptions = {}): Promise<TestCapturer> {
  const dir = await mkdtemp(join(tmpdir(), 'netra-evidence-'));
  const store = await createFolderStore(dir);
  const browsers = createBrowserHost(launch ?? LAUNCH);
  const capturer = createEvidenceCapturer({
    store,
    browsers,
    out: { allowPrivateHosts: allowPrivateHosts ?? [] },
    robots: async () => true,
    clock: () => NOW,
    userAgent: 'Netra/contoh',
    netraVersion: '0.0.0-contoh',
    ...options,
  });
  return {
    dir,
    store,
    capturer,
    async close() {
      await browsers.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

let flags = 0;

export function aRequest(request: Partial<EvidenceRequest> = {}): EvidenceRequest {
  flags += 1;
  const text = 'Ayo coblos nomor 2 (contoh)';
  return { flagId: `tanda-${flags}`, activityId: `akt-${flags}`, activity: { kind: 'post', text }, text, ...request };
}

export async function readText(store: EvidenceStore, flagId: string, name: 'text.txt' | 'page.mhtml'): Promise<string> {
  return (await readBytes(store, flagId, name)).toString('utf8');
}

export async function readJson(store: EvidenceStore, flagId: string, name: 'response.json' | 'activity.json') {
  return JSON.parse((await readBytes(store, flagId, name)).toString('utf8'));
}

export async function readBytes(store: EvidenceStore, flagId: string, name: Parameters<EvidenceStore['readItem']>[1]) {
  const { stream } = await store.readItem(flagId, name);
  return Buffer.concat(await stream.toArray());
}

/** Width and height as the PNG header says. */
export function pngSize(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
