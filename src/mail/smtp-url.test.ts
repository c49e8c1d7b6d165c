import { describe, expect, it } from 'vitest';
import { parseSmtpUrl } from './smtp-url.js';

const parse = (smtpUrl: string) => parseSmtpUrl({ smtpUrl });

describe('SMTP address', () => {
  it.each([
    ['smtp://surel.contoh.example', 587, 'opportunistic'],
    ['smtp://127.0.0.1:2525', 2525, 'opportunistic'],
    ['smtps://surel.contoh.example', 465, 'immediate'],
    ['smtp://surel.contoh.example?tls=required', 587, 'required'],
    ['smtp://surel.contoh.example?tls=off', 587, 'off'],
    ['smtp://a:b@localhost:25', 25, 'opportunistic'],
  ])('%s means port %i, TLS %s', (url, port, tls) => {
    expect(parse(url)).toMatchObject({ port, tls });
  });

  it('never sends a password in clear over a wire unless told to', () => {
    expect(parse('smtp://a:b@surel.contoh.example')).toMatchObject({
      tls: 'required',
      login: { user: 'a', pass: 'b' },
    });
    expect(parse('smtp://a:b@surel.contoh.example?tls=off').tls).toBe('off');
  });

  it.each(['', 'surel.contoh.example', 'http://a', 'smtp://', 'smtp://rahasia:%zz@a', 'smtp://a?tls=mungkin'])(
    'refuses "%s" and never repeats it',
    (url) => {
      expect(() => parse(url)).toThrow(/SMTP_URL tidak dapat dipakai/);
      expect(() => parse(url)).not.toThrow(/rahasia/);
    },
  );

  it('reads an IPv6 host', () => {
    expect(parse('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525 });
  });
});
