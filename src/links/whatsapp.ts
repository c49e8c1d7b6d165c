import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { type Found, readByPath } from './paths.js';

const PLACES = {
  code: '[A-Za-z0-9_-]{8,40}',
  phone: '\\+?\\d[\\d-]{5,20}\\d',
  product: '\\d{4,20}',
  channel: '[A-Za-z0-9_-]{6,40}',
  id: '\\d{1,20}',
};

const number = ({ phone = '' }: Found): Reading => {
  const author = phone.replace(/\D/g, '');
  return { kind: 'profile', author, canonical: `https://wa.me/${author}` };
};
const group = ({ code }: Found): Reading => ({ kind: 'private', canonical: `https://chat.whatsapp.com/${code}` });
const call = ({ code }: Found): Reading => ({ kind: 'private', canonical: `https://call.whatsapp.com/voice/${code}` });
/** A business behind a code: whose it is, only WhatsApp knows. */
const business = ({ code }: Found, { path }: Address): Reading => ({
  kind: 'private',
  canonical: `https://wa.me/${/^qr/i.test(path) ? 'qr' : 'message'}/${code}`,
});

function channel({ channel: author, id }: Found): Reading {
  const canonical = `https://whatsapp.com/channel/${author}`;
  if (id === undefined) return { kind: 'profile', author, canonical };
  return { kind: 'post', author, id, canonical: `${canonical}/${id}` };
}

function phoneAsked(address: Address): Reading | undefined {
  const phone = address.query.get('phone')?.slice(0, 40).replace(/\D/g, '') ?? '';
  return /^\d{7,15}$/.test(phone) ? number({ phone }) : undefined;
}

function codeAsked(address: Address): Reading | undefined {
  const code = address.query.get('code') ?? '';
  return /^[A-Za-z0-9_-]{8,40}$/.test(code) ? group({ code }) : undefined;
}

const read = readByPath(PLACES, [
  ['channel/{channel}/{id}', channel],
  ['channel/{channel}', channel],
  ['message|qr/{code}', business],
  ['send/{phone}', number],
  ['c|catalog/{phone}', number],
  ['p/{product}/{phone}', number],
  ['send', (_found, address) => phoneAsked(address)],
  ['chat|accept', (_found, address) => codeAsked(address)],
  ['{phone}', number],
]);
const readGroup = readByPath({ code: '[A-Za-z0-9_-]{5,40}' }, [
  ['invite|g/{code}', group],
  ['{code}', group],
]);
const readCall = readByPath(PLACES, [['voice|video/{code}', call]]);

export const whatsapp: PlatformLinks = {
  hosts: ['whatsapp.com', 'wa.me'],
  mirrors: [],
  mirrorLabels: [],
  schemes: ['whatsapp'],
  read(address) {
    if (address.host === 'chat.whatsapp.com') return readGroup(address) ?? pageAt(address, address.host);
    if (address.host === 'call.whatsapp.com') return readCall(address) ?? pageAt(address, address.host);
    return read(address) ?? phoneAsked(address) ?? pageAt(address, address.host || 'whatsapp.com');
  },
};
