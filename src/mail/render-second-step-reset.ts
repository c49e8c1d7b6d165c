import type { Language } from '../words/language.js';
import { SECOND_STEP_RESET } from '../words/mail-second-step.js';
import { sayIn } from '../words/say.js';
import { type Block, blocksToHtml, blocksToText } from './blocks.js';
import type { RenderedDigest } from './render-digest.js';

/** No link: whoever is told that somebody changed their account should open none. */
export function renderSecondStepReset(
  { displayName, at }: { readonly displayName: string; readonly at: string },
  language: Language = 'id',
): RenderedDigest {
  const say = sayIn(language);
  const title = say(SECOND_STEP_RESET.subject);
  const blocks: Block[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: say(SECOND_STEP_RESET.told, { name: displayName, at }) },
    { type: 'paragraph', text: say(SECOND_STEP_RESET.asked) },
    { type: 'paragraph', text: say(SECOND_STEP_RESET.notAsked) },
  ];
  return { subject: title, text: blocksToText(blocks), html: blocksToHtml(blocks, { title, language }) };
}
