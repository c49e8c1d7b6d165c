import { randomUUID } from 'node:crypto';
import type { ConsoleDeps } from '../console/deps.js';
import { NATION, timeZoneOf, zoneLabel } from '../domain/region.js';
import type { Mailer } from '../mail/mailer.js';
import { renderInvitation } from '../mail/render-invitation.js';
import { LOCALES } from '../words/language.js';

/** Whoever is invited belongs to no office yet: times are those of the nation, and say so. */
const ZONE = timeZoneOf(NATION);

export function invitationSender(
  mailer: Pick<Mailer, 'send'>,
  { messageIdDomain }: { messageIdDomain: string },
): ConsoleDeps['sendInvitation'] {
  const format = new Intl.DateTimeFormat(LOCALES.id, { dateStyle: 'full', timeStyle: 'short', timeZone: ZONE });
  return async ({ to, displayName, link, until }) => {
    const mail = renderInvitation({ displayName, link, until: `${format.format(until)} ${zoneLabel(ZONE)}` });
    await mailer.send({ to, messageId: `<${randomUUID()}@${messageIdDomain}>`, ...mail });
  };
}
