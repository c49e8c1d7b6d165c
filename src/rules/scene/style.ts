import { UNIT, type Units } from '../../text/units.js';

/** How a text is written, told from its form and a few word lists: never from whom it names. */
export interface Style {
  /** Someone else's report: a headline, an agency's sentence, a link with nothing of one's own. */
  readonly isNews: boolean;
  /** News that says who said it, or comes from a known press house. */
  readonly isReported: boolean;
  /** News in title case, whoever wrote it. */
  readonly isHeadline: boolean;
  /** Reads like a press text, though it may praise. */
  readonly isFormal: boolean;
  readonly isSarcastic: boolean;
  readonly hasOwnWords: boolean;
  /** Too short to say more than one thing. */
  readonly isBrief: boolean;
  /** As long as an answer is. */
  readonly isShort: boolean;
  /** Names, tags and links only. */
  readonly isBare: boolean;
}

/** How often each list that tells style occurs in the own words. */
export interface StyleCounts {
  readonly reported: number;
  readonly personal: number;
  readonly source: number;
  readonly urging: number;
  readonly laughter: number;
}

interface Form {
  words: number;
  capitals: number;
  allCaps: number;
  emoji: number;
  urls: number;
  tags: number;
  numbers: number;
}

const NEWS_SCORE = 3;
const FORMAL_SCORE = 2;
const BRIEF_WORDS = 4;
const SHORT_WORDS = 8;

export function styleOf(units: Units, ownFields: number, counts: StyleCounts): Style {
  const form = formOf(units, ownFields);
  const score = newsScore(units, form, counts);
  return {
    isNews: score >= NEWS_SCORE,
    isHeadline: score >= NEWS_SCORE && isTitled(form),
    isReported: score >= NEWS_SCORE && counts.reported + counts.source > 0,
    isFormal: score >= FORMAL_SCORE,
    isSarcastic: counts.laughter > 0,
    hasOwnWords: form.words >= 2,
    isBrief: form.words <= BRIEF_WORDS,
    isShort: form.words <= SHORT_WORDS,
    isBare: form.words === 0,
  };
}

function formOf(units: Units, ownFields: number): Form {
  const form = { words: 0, capitals: 0, allCaps: 0, emoji: 0, urls: 0, tags: 0, numbers: 0 };
  for (let i = 0; i < units.count; i++) {
    if (units.field[i]! >= ownFields) continue;
    const flags = units.flags[i]!;
    if ((flags & UNIT.emoji) !== 0) form.emoji++;
    else if ((flags & UNIT.url) !== 0) form.urls++;
    else if ((flags & (UNIT.hashtag | UNIT.mention)) !== 0) form.tags++;
    else if ((flags & UNIT.number) !== 0) form.numbers++;
    else {
      form.words++;
      if ((flags & UNIT.capital) !== 0) form.capitals++;
      if ((flags & UNIT.allCaps) !== 0) form.allCaps++;
    }
  }
  return form;
}

/** Points for the form of news, against points for a person speaking. Found by reading both, not by fitting. */
function newsScore(units: Units, form: Form, counts: StyleCounts): number {
  let score = 0;
  if (isTitled(form)) score += 2;
  if (form.urls > 0 && form.words > 0) score += 1;
  if (counts.reported > 0) score += 2;
  if (counts.source > 0) score += 2;
  const isCalm = units.informal + counts.personal + units.exclamations + form.emoji + counts.urging === 0;
  if (form.words >= 8 && isCalm) score += 1;
  if (form.numbers > 0 && form.words >= 14) score += 1;
  score -= Math.min(3, counts.personal) + Math.min(3, units.informal) + Math.min(2, units.exclamations);
  score -= Math.min(2, form.emoji) + Math.min(3, 2 * counts.urging) + Math.min(2, counts.laughter);
  return score;
}

/** Title case over a short line: nobody writes so to friends. */
function isTitled({ words, capitals, allCaps }: Form): boolean {
  const isShouted = allCaps * 2 > words;
  return words >= 4 && words <= 18 && capitals >= words * 0.6 && !isShouted;
}
