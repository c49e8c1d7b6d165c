import { afterEach, describe, expect, it } from 'vitest';
import { MailDeferredError, MailOutcomeUnknownError, MailRefusedError } from '../../src/domain/digest.js';
import { createMailer, createMissingMailer, type OutgoingMail } from '../../src/mail/mailer.js';
import { politeUntilTheEnd, startScripted, startSmtp } from './smtp-servers.js';

const FROM = 'netra@contoh.example';
const MAIL: OutgoingMail = {
  to: 'sekda@contoh.example',
  subject: 'Rekap contoh — 3 tanda',
  text: 'isi teks contoh — satu\n.baris bertitik\n',
  html: '<p>isi html contoh</p>',
  messageId: '<digest.dinas-contoh.2026-11-21@contoh.example>',
};

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function running<S extends { stop(): unknown }>(starting: Promise<S>): Promise<S> {
  const server = await starting;
  stops.push(() => server.stop());
  return server;
}

const refuse = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

describe('mailer on a real SMTP server', () => {
  it('delivers text and HTML with the headers of an automatic mail', async () => {
    const server = await running(startSmtp());
    const mailer = createMailer({ smtpUrl: server.url, from: FROM, clock: () => new Date('2026-11-22T00:00:00Z') });

    const { response } = await mailer.send(MAIL);

    expect(response).toBe('250 OK antrean-1');
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ subject: MAIL.subject, text: MAIL.text, html: MAIL.html, messageId: MAIL.messageId });
    expect(mail?.recipients).toEqual([MAIL.to]);
    expect(mail?.date).toEqual(new Date('2026-11-22T00:00:00Z'));
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.raw).toMatch(/^List-ID: Rekap Netra <digest\.netra\.contoh\.example>\r$/m);
    expect(mail?.attachments).toEqual([]);
  });

  it.each([
    ['a list', 'sekda@contoh.example, lain@contoh.example'],
    ['a name', 'Sekda <sekda@contoh.example>'],
    ['a smuggled header', 'sekda@contoh.example\r\nBcc: lain@contoh.example'],
    ['nothing', ''],
    ['no domain', 'sekda@'],
  ])('refuses %s as an address without talking to the server', async (_what, to) => {
    const server = await running(startSmtp());
    const sending = createMailer({ smtpUrl: server.url, from: FROM }).send({ ...MAIL, to });
    await expect(sending).rejects.toBeInstanceOf(MailRefusedError);
    expect(server.mails).toEqual([]);
  });

  it('folds a subject with line breaks into one header', async () => {
    const server = await running(startSmtp());
    await createMailer({ smtpUrl: server.url, from: FROM }).send({ ...MAIL, subject: 'a\r\nBcc: lain@contoh.example' });
    expect(server.mails[0]?.bcc).toBeUndefined();
    expect(server.mails[0]?.recipients).toEqual([MAIL.to]);
  });

  it.each([
    ['recipient refused', 550, MailRefusedError, { onRcptTo: (_a, _s, done) => done(refuse(550, 'tidak dikenal')) }],
    ['greylisted', 451, MailDeferredError, { onRcptTo: (_a, _s, done) => done(refuse(451, 'coba nanti')) }],
    ['sender refused', 553, MailRefusedError, { onMailFrom: (_a, _s, done) => done(refuse(553, 'pengirim')) }],
    ['server closed for work', 421, MailDeferredError, { onConnect: (_s, done) => done(refuse(421, 'sibuk')) }],
    ['client banned', 554, MailRefusedError, { onConnect: (_s, done) => done(refuse(554, 'ditolak')) }],
    [
      'content refused',
      552,
      MailRefusedError,
      { onData: (stream, _s, done) => stream.on('end', () => done(refuse(552, 'terlalu besar'))).resume() },
    ],
    [
      'disk full after the mail',
      452,
      MailDeferredError,
      { onData: (stream, _s, done) => stream.on('end', () => done(refuse(452, 'penuh'))).resume() },
    ],
  ] as [string, number, new (...a: never[]) => Error, Parameters<typeof startSmtp>[0]][])(
    'turns "%s" (%i) into %o',
    async (...[, code, errorClass, options]) => {
      const server = await running(startSmtp(options));
      const sending = createMailer({ smtpUrl: server.url, from: FROM }).send(MAIL);
      await expect(sending).rejects.toBeInstanceOf(errorClass);
      await expect(sending).rejects.toThrow(String(code));
      expect(server.mails).toEqual([]);
    },
  );

  it('defers when nobody listens', async () => {
    const server = await startSmtp();
    await server.stop();
    const sending = createMailer({ smtpUrl: server.url, from: FROM }).send(MAIL);
    await expect(sending).rejects.toMatchObject({ name: 'MailDeferredError', retryable: true });
  });

  it.each([
    ['says nothing', undefined, () => {}],
    ['sends garbage', 'HTTP/1.1 400 Bad\r\n', () => {}],
    ['goes silent after the greeting', '220 contoh\r\n', () => {}],
    [
      'hangs up at DATA',
      '220 contoh\r\n',
      (line, socket) => (line === 'DATA' ? socket.destroy() : socket.write('250 ok\r\n')),
    ],
  ] as [string, string | undefined, Parameters<typeof startScripted>[1]][])(
    'defers when the server %s',
    async (_what, greeting, answer) => {
      const server = await running(startScripted(greeting, answer));
      const sending = createMailer({ smtpUrl: server.url, from: FROM, idleMs: 150 }).send(MAIL);
      await expect(sending).rejects.toBeInstanceOf(MailDeferredError);
    },
  );

  it('cuts a server that drips for ever at the deadline', async () => {
    const drips: NodeJS.Timeout[] = [];
    stops.push(() => drips.forEach(clearInterval));
    const server = await running(
      startScripted('220 contoh\r\n', (_line, socket) => {
        drips.push(setInterval(() => socket.write('250-masih\r\n'), 20));
      }),
    );
    const sending = createMailer({ smtpUrl: server.url, from: FROM, idleMs: 10_000, deadlineMs: 200 }).send(MAIL);
    await expect(sending).rejects.toBeInstanceOf(MailDeferredError);
  });

  it.each([
    ['goes silent', () => {}],
    ['hangs up', (socket) => socket.destroy()],
    ['answers garbage', (socket) => socket.write('apa ini\r\n')],
  ] as [string, Parameters<typeof politeUntilTheEnd>[0]][])(
    'says that the outcome is unknown when the server %s after the whole mail',
    async (_what, atEnd) => {
      const server = await running(startScripted('220 contoh\r\n', politeUntilTheEnd(atEnd)));
      const sending = createMailer({ smtpUrl: server.url, from: FROM, idleMs: 200 }).send(MAIL);
      await expect(sending).rejects.toBeInstanceOf(MailOutcomeUnknownError);
      await expect(sending).rejects.toMatchObject({ retryable: false });
    },
  );

  it('ends a running dialogue when it is closed', async () => {
    let onTalk: () => void = () => {};
    const talking = new Promise<void>((resolve) => {
      onTalk = resolve;
    });
    const server = await running(startScripted('220 contoh\r\n', () => onTalk()));
    const mailer = createMailer({ smtpUrl: server.url, from: FROM });
    const sending = mailer.send(MAIL);
    const outcome = expect(sending).rejects.toBeInstanceOf(MailDeferredError);
    await talking;
    mailer.close();
    await outcome;
  });

  it('sends in clear where the server offers no TLS and nothing secret is said', async () => {
    const server = await running(startSmtp());
    await createMailer({ smtpUrl: server.url, from: FROM }).send(MAIL);
    expect(server.mails).toHaveLength(1);
  });

  it('sends nothing where TLS is required and absent', async () => {
    const server = await running(startSmtp());
    const sending = createMailer({ smtpUrl: `${server.url}?tls=required`, from: FROM }).send(MAIL);
    await expect(sending).rejects.toBeInstanceOf(MailRefusedError);
    expect(server.mails).toEqual([]);
  });

  it('does not trust a certificate that nobody signed', async () => {
    // smtp-server brings its own self-signed certificate.
    const server = await running(startSmtp({ hideSTARTTLS: false, disabledCommands: [] }));
    const sending = createMailer({ smtpUrl: server.url, from: FROM }).send(MAIL);
    await expect(sending).rejects.toBeInstanceOf(MailRefusedError);
    await createMailer({ smtpUrl: `${server.url}?tls=off`, from: FROM }).send(MAIL);
    expect(server.mails).toHaveLength(1);
  });

  it('logs in, and takes a wrong password as final', async () => {
    const server = await running(
      startSmtp({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) =>
          username === 'netra' && password === 'kata sandi@'
            ? done(null, { user: 'netra' })
            : done(refuse(535, 'salah')),
      }),
    );
    const withLogin = (login: string) => server.url.replace('smtp://', `smtp://${login}@`);
    await createMailer({ smtpUrl: withLogin('netra:kata%20sandi%40'), from: FROM }).send(MAIL);
    expect(server.mails).toHaveLength(1);

    const wrong = createMailer({ smtpUrl: withLogin('netra:rahasia'), from: FROM }).send(MAIL);
    await expect(wrong).rejects.toBeInstanceOf(MailRefusedError);
    await expect(wrong).rejects.not.toThrow('rahasia');
  });
});

it('defers every mail where no server is named', async () => {
  await expect(createMissingMailer().send(MAIL)).rejects.toBeInstanceOf(MailDeferredError);
});
