import { base64Text } from './base64-text.js';
import { readFacebookPath } from './facebook-paths.js';
import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';

const SHORT_HOST = /^fb\.(?:me|watch|gg)$/;
/** `comment:POST_COMMENT` is how numbers of comments are packed. */
const PACKED_COMMENT = /^comment:\d+_(\d{5,20})$/;

/** A comment is named by a number in the query, whatever kind of post it stands under. */
function commentOn(reading: Reading, address: Address): Reading | undefined {
  const [comment, reply] = ['comment_id', 'reply_comment_id'].map((name) => {
    const value = address.query.get(name)?.trim() ?? '';
    return /^\d{5,20}$/.test(value) ? value : PACKED_COMMENT.exec(base64Text(value))?.[1];
  });
  const id = reply ?? comment;
  if (id === undefined || reading.id === undefined || reading.kind === 'story') return undefined;
  const joint = reading.canonical.includes('?') ? '&' : '?';
  return { kind: 'comment', id, canonical: `${reading.canonical}${joint}comment_id=${id}`, note: reading.note };
}

export const facebook: PlatformLinks = {
  hosts: [
    ...['facebook.com', 'fb.com', 'fb.me', 'fb.watch', 'fb.gg', 'm.me', 'messenger.com', 'lookaside.fbsbx.com'],
    ...['facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion', 'facebookcorewwwi.onion'],
  ],
  mirrors: ['facebed.com', 'fixacebook.com'],
  mirrorLabels: [],
  schemes: ['fb', 'facebook', 'fb-messenger'],
  wholeId: /^\d{15,20}$/,
  read(address) {
    if (SHORT_HOST.test(address.host))
      return { ...pageAt(address, address.host), kind: address.path ? 'short' : 'page' };
    const reading = readFacebookPath(address) ?? pageAt(address, 'www.facebook.com');
    return commentOn(reading, address) ?? reading;
  },
};
