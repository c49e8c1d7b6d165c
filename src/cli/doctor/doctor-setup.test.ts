import { describe, expect, it } from 'vitest';
import { checkKeys } from './doctor-setup.js';

const KEY = 'kunci-contoh';
const ask = (secrets: Record<string, string>) => checkKeys({ config: { isProduction: true }, secrets } as never);

describe('the keys of a production process', () => {
  it('are whole without the key of NIPs, which a container that meets strangers must not be told to take', () => {
    const row = ask({ hashKey: KEY, auditKey: KEY });
    expect(row).toMatchObject({ state: 'ok', from: 'NETRA_HASH_KEY, NETRA_AUDIT_KEY' });
    expect(row.detail).toContain('NETRA_FIELD_KEY');
  });

  it('are not whole without one of those that every process works with', () => {
    expect(ask({ fieldKey: KEY, auditKey: KEY }).state).toBe('missing');
    expect(ask({ hashKey: KEY, fieldKey: KEY }).state).toBe('missing');
    expect(ask({ hashKey: KEY, fieldKey: KEY, auditKey: KEY })).toMatchObject({
      state: 'ok',
      from: expect.stringContaining('NETRA_FIELD_KEY'),
    });
  });
});
