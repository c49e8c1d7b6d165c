import { randomUUID } from 'node:crypto';
import type { ConsoleDeps } from '../console/deps.js';
import { NATION, timeZoneOf, zoneLabel } from '../domain/region.js';
import type { Mailer } from '../mail/mailer.js';
import type { RenderedDigest } from '../mail/render-digest.js';
import { renderInvitation } from '../mail/render-invitation.js';
import { renderSecondStepReset } from '../mail/render-second-step-reset.js';
import { LOCALES } from '../words/language.js';

/** Whoever it is may belong to no office: times are those of the nation, and say so. */
const ZONE = timeZoneOf(NATION);
const FORMAT = new Intl.DateTimeFormat(LOCALES.id, { dateStyle: 'full', timeStyle: 'short', timeZone: ZONE });

interface Sender {
  readonly mailer: Pick<Mailer, 'send'>;
  readonly messageIdDomain: string;
}

export function invitationSender(sender: Sender): ConsoleDeps['sendInvitation'] {
  return ({ to, displayName, link, until }) =>
    send(sender, to, renderInvitation({ displayName, link, until: written(until) }));
}

export function resetNoticeSender(sender: Sender): ConsoleDeps['sendResetNotice'] {
  return ({ to, displayName, at }) => send(sender, to, renderSecondStepReset({ displayName, at: written(at) }));
}

async function send({ mailer, messageIdDomain }: Sender, to: string, mail: RenderedDigest): Promise<void> {
  await mailer.send({ to, messageId: `<${randomUUID()}@${messageIdDomain}>`, ...mail });
}

function written(at: Date): string {
  return `${FORMAT.format(at)} ${zoneLabel(ZONE)}`;
}
