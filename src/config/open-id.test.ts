import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config.js';

const WHOLE = {
  NETRA_PUBLIC_URL: 'https://netra.contoh.example',
  NETRA_OPENID_ISSUER: 'https://masuk.contoh.example/realms/contoh',
  NETRA_OPENID_CLIENT_ID: 'netra',
  NETRA_OPENID_CLIENT_SECRET: 'rahasia-contoh',
};

describe("the house's own log-in", () => {
  it('is none where nothing is said of it', () => {
    expect(readConfig({}).config.console.openId).toBeUndefined();
  });

  it('is as it is said, its secret apart from what may be logged', () => {
    const { config, secrets } = readConfig(WHOLE);
    const { NETRA_OPENID_ISSUER: issuer } = WHOLE;
    expect(config.console.openId).toEqual({ issuer, clientId: 'netra', name: 'akun instansi' });
    expect(secrets.openIdClientSecret).toBe('rahasia-contoh');
    expect(JSON.stringify(config)).not.toContain('rahasia-contoh');
  });

  it.each(Object.keys(WHOLE))('is refused as a half: without %s', (variable) => {
    expect(() => readConfig({ ...WHOLE, [variable]: '' })).toThrow(new RegExp(`${variable}: isi juga`));
  });

  it('is asked over https in production', () => {
    const given = { ...WHOLE, NETRA_OPENID_ISSUER: 'http://masuk.contoh.example' };
    expect(() => readConfig(given)).not.toThrow();
    expect(() => readConfig({ ...given, NETRA_ENV: 'production' })).toThrow(/NETRA_OPENID_ISSUER: pakai https/);
  });
});
