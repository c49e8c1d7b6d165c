import { buffer } from 'node:stream/consumers';
import type { SMTPServerOptions } from 'smtp-server';

/** A mail server that has each mail whole, and says yes to it only once the gate is open. */
export function openMailGate() {
  let mails = 0;
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
    void buffer(stream).then(async () => {
      mails += 1;
      await opened;
      done(null, `OK antrean-${mails}`);
    });
  };
  return { onData, open, mails: () => mails };
}
