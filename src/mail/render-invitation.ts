import type { Language } from '../words/language.js';
import { INVITATION } from '../words/mail-invitation.js';
import { sayIn } from '../words/say.js';
import { type Block, blocksToHtml, blocksToText } from './blocks.js';
import type { RenderedDigest } from './render-digest.js';

/** A link and no password; it says what to do where nobody asked for it. */
export function renderInvitation(
  { displayName, link, until }: { readonly displayName: string; readonly link: string; readonly until: string },
  language: Language = 'id',
): RenderedDigest {
  const say = sayIn(language);
  const title = say(INVITATION.subject);
  const blocks: Block[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: say(INVITATION.asks, { name: displayName }) },
    { type: 'link', text: say(INVITATION.open), url: link },
    { type: 'paragraph', text: say(INVITATION.once, { until }) },
    { type: 'small', text: say(INVITATION.notMeant) },
  ];
  return { subject: title, text: blocksToText(blocks), html: blocksToHtml(blocks, { title, language }) };
}
