import type { Flag } from '../../domain/flag.js';
import type { SetWords, Span } from '../../domain/screening.js';
import { type MaskedText, maskTickets, type TicketMask, type TicketSign } from '../../domain/ticket-mask.js';
import { VERDICTS } from '../../domain/verdict.js';
import { SIGN_TERMS } from '../../words/rules.js';
import type { FlagPage } from './flag-schemas.js';

type Content = NonNullable<FlagPage['content']>;
type Aim = Omit<NonNullable<Content['target']>, 'quoted'> & { quoted?: Aim | null };

const TICKET_SIGNS: ReadonlySet<string> = new Set(Object.values(SIGN_TERMS).map(({ id }) => id));
/** As sets of before called them. */
const isTicketSign = ({ means }: Span) => TICKET_SIGNS.has(means) || means.includes('calon');

/**
 * The page for whoever settles: both reasons in the order of the verdicts' table, without names and times of their own,
 * and nothing that shows which ticket the act speaks of. The evidence shows it, so that it comes afterwards.
 */
export function maskFlag(
  page: FlagPage,
  flag: Flag,
  { words, others }: { words: Pick<SetWords, 'ticketLabel'>; others: readonly { id: string; label: string }[] },
): FlagPage {
  const labels = labelsOf(flag, { words, others });
  const mask = maskTickets(flag, labels, signsOf(page, flag));
  const say = (text: string) => {
    let said = text;
    for (const [id, label] of labels) said = said.replaceAll(label, mask.letterOf(id));
    return mask.hide(said).text;
  };
  const texts = maskTexts(page, flag, mask);
  // What a rule calls its words may name a ticket as well.
  const meaning = <T extends Span>(span: T): T => {
    const moved = texts.get(span.field)?.move(span) ?? span;
    return { ...moved, means: say(span.means) };
  };
  const withSpans = <T extends { spans: readonly Span[] }>(one: T) => ({ ...one, spans: one.spans.map(meaning) });
  const ticket = ({ id }: { id: string }) => ({ id: mask.letterOf(id), label: mask.letterOf(id) });
  return {
    ...page,
    account: null,
    content: page.content && maskContent(page.content, texts),
    matches: page.matches.map((match) => ({
      ...match,
      rule: { ...match.rule, explanation: say(match.rule.explanation) },
      tickets: match.tickets.map(ticket),
      spans: match.spans.map(meaning),
    })),
    cleared: page.cleared.map(withSpans),
    notes: page.notes.map(withSpans),
    points: page.points && { ...page.points, signs: page.points.signs.map(withSpans) },
    sides: page.sides.map(({ ticket: of, stance }) => ({ ticket: ticket(of), stance })),
    evidence: null,
    reviews: maskReviews(page, say),
    isMasked: true,
  };
}

/** When each was given would tell who came second. */
function maskReviews({ reviews }: FlagPage, say: (text: string) => string): FlagPage['reviews'] {
  const at = reviews.at(-1)?.at ?? '';
  return [...reviews]
    .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
    .map((review) => ({ ...review, reason: say(review.reason), reviewer: null, at }));
}

/** Of the flag's tickets, and of those that stand in the same contests. */
function labelsOf(
  { matches, sides = [] }: Flag,
  { words, others }: { words: Pick<SetWords, 'ticketLabel'>; others: readonly { id: string; label: string }[] },
): Map<string, string> {
  const own = [...matches.flatMap(({ tickets }) => tickets), ...sides.map((side) => side.ticket)];
  const contests = new Set(own.map(contestOf));
  const beside = others.filter(({ id }) => contests.has(contestOf(id))).map(({ id, label }) => [id, label] as const);
  return new Map([...beside, ...own.map((id) => [id, words.ticketLabel(id)] as const)]);
}

function contestOf(ticket: string): string {
  return ticket.slice(0, ticket.lastIndexOf('/'));
}

function signsOf({ content }: FlagPage, { matches }: Flag): TicketSign[] {
  const texts = content ? textsOf(content) : new Map<string, string>();
  return matches.flatMap(({ spans, tickets }) =>
    spans.filter(isTicketSign).map((span) => ({ text: texts.get(span.field) ?? '', span, tickets })),
  );
}

function textsOf({ text, target, media }: Content): Map<string, string> {
  const texts = new Map([['text', text], ...media.map((one, i) => [`media.${i}.text`, one.text ?? ''] as const)]);
  let field = 'target';
  for (let aim: Aim | null | undefined = target; aim; aim = aim.quoted) {
    texts.set(`${field}.text`, aim.text ?? '').set(`${field}.account`, aim.account?.handle ?? '');
    field += '.quoted';
  }
  return texts;
}

/** By the field that spans name. */
function maskTexts({ content }: FlagPage, { matches }: Flag, mask: TicketMask): ReadonlyMap<string, MaskedText> {
  const spans = matches.flatMap((match) => match.spans);
  const texts = content ? [...textsOf(content)] : [];
  return new Map(
    texts.map(
      ([field, text]) =>
        [
          field,
          mask.hide(
            text,
            spans.filter((span) => span.field === field),
          ),
        ] as const,
    ),
  );
}

function maskContent(content: Content, texts: ReadonlyMap<string, MaskedText>): Content {
  const hidden = (field: string) => texts.get(field)?.text ?? '';
  const hideAim = <T extends Aim>(aim: T, field: string): T => ({
    ...aim,
    text: aim.text === null ? null : hidden(`${field}.text`),
    account: aim.account && { ...aim.account, handle: hidden(`${field}.account`) },
    url: null,
    quoted: aim.quoted && hideAim(aim.quoted, `${field}.quoted`),
  });
  return {
    ...content,
    url: null,
    text: hidden('text'),
    target: content.target && hideAim(content.target, 'target'),
    // A picture shows what the words do not.
    media: content.media.map(({ text }, i) => ({
      text: text === null ? null : hidden(`media.${i}.text`),
      picture: null,
    })),
  };
}
