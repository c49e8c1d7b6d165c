import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBlueskyServer } from '../../src/demo/bluesky-server.js';
import { listenLocally } from '../../src/demo/local-listener.js';
import { createBlueskyCollector } from '../../src/platforms/bluesky/bluesky-collector.js';
import { actsOf, visit } from '../platforms/collector.contract.js';
import { hostsOf } from '../platforms/local-hosts.js';

it('keeps accounts readable where somebody else has taken its port since', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'netra-moved-'));
  const options = { dataDir, handleDomains: ['.contoh.test'] };
  const first = await startBlueskyServer(options);
  const agent = await first.signIn('pindah.contoh.test');
  await agent.post({ text: 'masih di sini', createdAt: '2026-11-20T00:00:00Z' });
  await first.stop();

  const squatter = await listenLocally(Number(new URL(first.service).port));
  const second = await startBlueskyServer(options);
  expect(second.service).not.toBe(first.service);
  const allowPrivateHosts = hostsOf(second.service, second.plcDirectory);
  const collector = createBlueskyCollector({ ...second, clock: () => new Date(), allowPrivateHosts });
  const target = {
    platform: 'bluesky' as const,
    handle: 'pindah.contoh.test',
    since: new Date('2026-01-01T00:00:00Z'),
  };
  expect(actsOf(await visit(collector, target)).map((act) => act.text)).toEqual(['masih di sini']);
  await second.stop();
  await squatter.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
