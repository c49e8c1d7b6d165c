import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { html, startLocalSite, status } from '../../reach/local-site.js';
import { runNetra } from '../../support/run-netra.js';

const PAGES = {
  '/kegiatan': html('<p>Jalan sehat (contoh)</p>'),
  '/hilang': status(404),
  '/pendek': status(200),
};

it('reads over the network only where it is asked to, and says what it found in the same lines', async () => {
  const site = await startLocalSite(PAGES);
  const dir = await mkdtemp(join(tmpdir(), 'netra-'));
  const env = { NETRA_ALLOW_PRIVATE_HOSTS: site.host, NETRA_DATA_DIR: dir };
  const texts = ['/kegiatan', '/hilang'].map((path) => `Lihat ${site.url(path)}`);
  try {
    const plain = await runNetra(['link', '--', ...texts], { env });
    expect([plain.exitCode, site.asked]).toEqual([0, []]);
    const read = await runNetra(['link', '--read', '--', ...texts, 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOp'], {
      env,
    });
    const lines = read.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        outcome: 'seen',
        by: 'read',
        post: { kind: 'page', text: 'Contoh' },
        proofs: [{ marker: 'read', status: 200 }],
      },
      { outcome: 'ambiguous', post: null, proofs: [{ marker: 'web_404', means: ['gone'] }] },
      { outcome: 'private', by: 'not_asked', proofs: [{ marker: 'private_channel' }] },
    ]);
    expect([read.exitCode, read.stderr]).toEqual([0, '']);
    expect(site.asked).toEqual(['/robots.txt', '/kegiatan', '/hilang']);
  } finally {
    await site.close();
  }
});

it('says what to mend where a control link is no link to a post', async () => {
  const env = { NETRA_CONTROL_LINKS: 'https://x.com/kantor_contoh' };
  const { exitCode, stderr } = await runNetra(['link', '--read', '--', 'https://x.com/a/status/1701234567890123456'], {
    env,
  });
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('NETRA_CONTROL_LINKS')]);
});
