import { randomUUID } from 'node:crypto';
import type { ConsoleDeps } from '../console/deps.js';
import type { Mailer } from '../mail/mailer.js';
import { renderInvitation } from '../mail/render-invitation.js';

/** Times in it are those of the capital's zone, and say so. */
const ZONE = 'Asia/Jakarta';

export function invitationSender(
  mailer: Pick<Mailer, 'send'>,
  { messageIdDomain }: { messageIdDomain: string },
): ConsoleDeps['sendInvitation'] {
  const format = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeStyle: 'short', timeZone: ZONE });
  return async ({ to, displayName, link, until }) => {
    const mail = renderInvitation({ displayName, link, until: `${format.format(until)} WIB` });
    await mailer.send({ to, messageId: `<${randomUUID()}@${messageIdDomain}>`, ...mail });
  };
}
