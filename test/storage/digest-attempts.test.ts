import { expect, it } from 'vitest';
import { openTestCore } from '../support/core.js';

it('never writes an earlier attempt of a digest over a later one', async () => {
  const { core, close } = await openTestCore();
  const receipt = { officeCode: 'OPD-1', day: '2026-11-20', recipient: 'a@contoh.test', at: new Date(0) };
  const { digests } = core.storage;
  await digests.recordReceipt({ ...receipt, attempts: 2, state: 'sent' });
  await expect(digests.recordReceipt({ ...receipt, attempts: 1, state: 'failed' })).rejects.toThrow('diambil alih');
  expect(await digests.findReceipt('OPD-1', '2026-11-20')).toMatchObject({ attempts: 2, state: 'sent' });
  await close();
});
