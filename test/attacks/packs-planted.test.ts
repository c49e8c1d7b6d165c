import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import type { EvidenceRequest } from '../../src/evidence/evidence-capturer.js';
import type { PackFile } from '../../src/evidence/evidence-store.js';
import { sealPack, sha256 } from '../../src/evidence/seal-pack.js';
import { aRequest, NOW, startCapturer, type TestCapturer } from '../evidence/test-capturer.js';

// Whoever writes the evidence folder puts a pack there before the capture, so that it is sealed as if it had been seen.

const signal = new AbortController().signal;
let parts: TestCapturer;
beforeAll(async () => {
  parts = await startCapturer();
});
afterAll(() => parts.close());

function aPack({ flagId, activityId }: EvidenceRequest, files: readonly PackFile[]) {
  const at = NOW.toISOString();
  const environment = { netra: '0', browser: 'none', viewport: '1x1', os: 'contoh' };
  const head = {
    flagId,
    activityId,
    url: null,
    finalUrl: null,
    status: null,
    startedAt: at,
    sealedAt: at,
    environment,
  };
  return sealPack({ ...head, missing: [], textSource: 'activity' }, files);
}

const act = (activity: Record<string, unknown>): PackFile => ({
  name: 'activity.json',
  content: canonicalJson(activity),
});

describe('a pack that stands before the capture', () => {
  it('is taken up where a killed capture of the same act left it, also when the registry changed since', async () => {
    const request = aRequest({ activity: { kind: 'post', text: 'x', account: { id: 'a', position: 'Baru' } } });
    const left = { kind: 'post', text: 'x', account: { id: 'a', position: 'Lama' } };
    const manifest = await parts.store.saveOnce(aPack(request, [act(left)]));
    expect((await parts.capturer.capture(request, signal)).manifestSha256).toBe(sha256(manifest));
  });

  it.each<[string, (request: EvidenceRequest) => readonly PackFile[]]>([
    ['another act', () => [act({ kind: 'post', text: 'Palsu (contoh)' })]],
    ['another quotation', ({ activity }) => [act({ ...activity, target: { quoted: { text: 'palsu' } } })]],
    ['no JSON', () => [{ name: 'activity.json', content: Buffer.from('{') }]],
  ])('is refused with %s in it', async (_what, filesOf) => {
    const request = aRequest();
    await parts.store.saveOnce(aPack(request, filesOf(request)));
    await expect(parts.capturer.capture(request, signal)).rejects.toMatchObject({
      name: 'ForeignPackError',
      retryable: false,
    });
  });

  it('is refused where a file of it is not what its manifest says', async () => {
    const request = aRequest();
    await parts.store.saveOnce(aPack(request, [act(request.activity)]));
    await rm(join(parts.dir, request.flagId.slice(0, 2), request.flagId, 'activity.json'));
    await expect(parts.capturer.capture(request, signal)).rejects.toMatchObject({ name: 'ForeignPackError' });
  });

  it('is neither read nor written through a link', async () => {
    const [elsewhere, request] = [join(parts.dir, 'tempat-lain'), aRequest({ flagId: 'zz-taut' })];
    await mkdir(elsewhere);
    await symlink(elsewhere, join(parts.dir, 'zz'));
    await expect(parts.capturer.capture(request, signal)).rejects.toMatchObject({ name: 'LinkedPackError' });
    await expect(parts.store.saveOnce(aPack(request, [act({})]))).rejects.toMatchObject({ name: 'LinkedPackError' });
  });
});
