import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';

const NUMBER = /^\d{1,20}$/;
const PLACES = {
  name: '@?[a-z]\\w{2,40}',
  id: '\\d{1,12}',
  thread: '\\d{1,12}',
  chat: '\\d{3,20}',
  code: '[\\w-]{5,60}',
  phone: '\\d{7,15}',
};
/** Names that Telegram keeps for itself (core.telegram.org/api/links), and those of `tg:`. */
const RESERVED =
  /^(?:addemoji|addlist|addstickers|addstyle|addtheme|auction|auth|boost|call|confirmphone|contact|giftcode|invoice|joinchat|login|nft|proxy|setlanguage|share|socks|web|iv|msg|msg_url|resolve|join|privatepost|openmessage|user|settings|apps|dl|passport|bg|emoji|premium_offer|stars_topup|oauth|www)$/;

/** `comment` names an answer in the discussion of a channel's post; a topic of a group says nothing of the act. */
function post({ name, id }: Found, address: Address): Reading | undefined {
  const author = handleOf(name);
  if (author === undefined || RESERVED.test(author)) return undefined;
  const canonical = `https://t.me/${author}/${id}`;
  const comment = asked(address, 'comment', NUMBER);
  if (comment) return { kind: 'comment', id: comment, canonical: `${canonical}?comment=${comment}` };
  return { kind: 'post', author, id, canonical };
}

function profile({ name }: Found): Reading | undefined {
  const author = handleOf(name);
  if (author === undefined || RESERVED.test(author)) return undefined;
  return { kind: 'profile', author, canonical: `https://t.me/${author}` };
}

const story = ({ name, id }: Found): Reading => {
  const author = handleOf(name);
  return { kind: 'story', author, id, canonical: `https://t.me/${author}/s/${id}` };
};
const inside = ({ chat, id }: Found): Reading => ({
  kind: 'private',
  author: chat,
  id,
  canonical: `https://t.me/c/${chat}${id ? `/${id}` : ''}`,
});
const invitation = ({ code }: Found): Reading => ({ kind: 'private', canonical: `https://t.me/+${code}` });
const phoneOf = ({ phone }: Found): Reading => ({
  kind: 'profile',
  author: phone,
  canonical: `https://t.me/+${phone}`,
});

/** `tg://resolve?domain=…`: the same parts as in an address, by name. */
function resolve(_found: Found, address: Address): Reading | undefined {
  const phone = asked(address, 'phone', /^\+?\d{7,15}$/)?.replace('+', '');
  if (phone) return phoneOf({ phone });
  const name = asked(address, 'domain', /^@?[a-z]\w{2,40}$/i);
  const [id, storyId] = [asked(address, 'post', NUMBER), asked(address, 'story', NUMBER)];
  if (name && storyId) return story({ name, id: storyId });
  return id ? post({ name, id }, address) : profile({ name });
}

/** `tg://privatepost`, `tg://openmessage`, `tg://user`: chats by number. */
function byNumber(_found: Found, address: Address): Reading | undefined {
  const user = asked(address, 'id', NUMBER) ?? asked(address, 'user_id', NUMBER);
  if (user) return { kind: 'profile', author: user, canonical: `tg://user?id=${user}` };
  const chat = asked(address, 'channel', NUMBER) ?? asked(address, 'chat_id', NUMBER);
  if (chat === undefined) return undefined;
  return inside({ chat, id: asked(address, 'post', NUMBER) ?? asked(address, 'message_id', NUMBER) });
}

const read = readByPath(PLACES, [
  ['resolve', resolve],
  ['privatepost|openmessage|user', byNumber],
  ['join', (_found, address) => invitationAsked(address)],
  ['c/{chat}/{thread}/{id}', inside],
  ['c/{chat}/s/{id}', inside],
  ['c/{chat}/{id}', inside],
  ['c/{chat}', inside],
  ['+{phone}$', phoneOf],
  ['+{code}', invitation],
  ['joinchat/{code}', invitation],
  ['s/{name}/{id}', post],
  ['s/{name}', profile],
  ['boost/{name}', profile],
  ['channel/{name}/{id}', post],
  ['channel/{name}', profile],
  ['{name}/s/{id}', story],
  ['{name}/{thread}/{id}', post],
  ['{name}/{id}', post],
  ['{name}', profile],
]);

function invitationAsked(address: Address): Reading | undefined {
  const code = asked(address, 'invite', /^[\w-]{5,60}$/);
  return code === undefined ? undefined : invitation({ code });
}

/** `#@name`, `#-1001234567890`, `#/im?p=@name`: the web client keeps the chat behind `#`. */
function readClient(address: Address): Reading | undefined {
  const chat = /^(?:\/im\?p=)?(?:(@\w{3,40})|(\d{5,20})$|-(?:100)?(\d{5,20})(?:_(\d{1,12}))?)/.exec(address.fragment);
  const [, name, user, number, id] = chat ?? [];
  if (name) return profile({ name });
  if (user) return { kind: 'private', canonical: `https://web.telegram.org/k/#${user}` };
  return number === undefined ? undefined : inside({ chat: number, id });
}

/** `name.t.me/123` is `t.me/name/123`. */
function ownPath({ host, path }: Address): string {
  const name = /^([a-z]\w{2,40})\.t\.me$/.exec(host)?.[1];
  return name === undefined || RESERVED.test(name) ? path : `${name}/${path}`.replace(/\/$/, '');
}

export const telegram: PlatformLinks = {
  hosts: ['t.me', 'telegram.me', 'telegram.dog', 'web.telegram.org'],
  mirrors: ['tgstat.com', 'tgstat.ru', 'telemetr.io'],
  mirrorLabels: [],
  schemes: ['tg'],
  read(address) {
    if (address.host === 'web.telegram.org') return readClient(address) ?? pageAt(address);
    return read({ ...address, path: ownPath(address) }) ?? pageAt(address, 't.me');
  },
};
