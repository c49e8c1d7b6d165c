import type { PlatformLinks } from './link.js';
import { pageAt } from './page.js';

/** Names that shorten the addresses of others; s.id and intip.in are those that Indonesian offices use. */
const SHORTENERS = [
  ...['bit.ly', 's.id', 'tinyurl.com', 'lnkd.in', 'goo.gl', 'is.gd', 'v.gd', 't.ly', 'cutt.ly', 'rebrand.ly', 'ow.ly'],
  ...[
    'buff.ly',
    'dlvr.it',
    'share.google',
    'search.app',
    'shorturl.at',
    'intip.in',
    'bit.do',
    'g.co',
    'rb.gy',
    'n9.cl',
  ],
  ...[
    'wa.link',
    'shp.ee',
    'tokopedia.link',
    'j.mp',
    'adf.ly',
    'shrtco.de',
    'short.gy',
    'trib.al',
    'tiny.cc',
    'gg.gg',
    'kutt.it',
    'surl.li',
    'soo.gd',
    'bitly.com',
  ],
  ...[
    'maps.app.goo.gl',
    'forms.gle',
    'g.page',
    'amzn.to',
    'spoti.fi',
    'redd.it',
    'flic.kr',
    'pin.it',
    'tumblr.co',
    'dub.sh',
  ],
];

export const web: PlatformLinks = {
  hosts: SHORTENERS,
  mirrors: [],
  mirrorLabels: [],
  schemes: [],
  read(address) {
    const isShort = SHORTENERS.includes(address.host) && address.path !== '';
    return isShort ? { kind: 'short', canonical: `https://${address.host}/${address.path}` } : pageAt(address);
  },
};
