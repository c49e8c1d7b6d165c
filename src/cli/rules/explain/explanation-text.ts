import type { Span, WeighedSign } from '../../../domain/screening.js';
import type { Explanation, NearMiss } from '../../../rules/engine/explain.js';
import type { RuleScreener } from '../../../rules/engine/screener.js';
import { selectionInWords } from '../../../rules/selections/keys.js';
import { EXPLANATION } from '../../../words/cli/rules.js';
import { ACT_SIGN_TERMS } from '../../../words/rules/act-signs.js';
import { saySide, stanceTerms, titleFor } from '../../../words/rules/sides.js';
import { quotedWords, whyInOneSentence } from '../../../words/rules/why.js';
import { capital, sayIn } from '../../../words/say.js';
import { STAGE_TERMS, termOf } from '../../../words/terms.js';

const say = sayIn('id');

interface Told {
  readonly text: string;
  /** What was asked, in lines. */
  readonly asked: readonly string[];
  readonly screener: RuleScreener;
}

/** Why a text is marked or not, with the words that decided it. */
export function explanationLines(explanation: Explanation, { text, asked, screener }: Told): string[] {
  const { result, fired, cleared, points, notes, shadow, tickets, nearest } = explanation;
  const quote = (spans: readonly Span[]) =>
    spans.map((s) => `"${s.field === 'text' ? text.slice(s.start, s.end) : s.field}" (${s.means})`).join(', ');
  const aimedAt = (result.sides ?? []).map(({ ticket }) => ticket);
  const nameOf = (sign: string) => titleFor(screener.signTitle(sign) ?? termOf(ACT_SIGN_TERMS, sign, 'id'), aimedAt);
  const stage = result.stage === null ? say(EXPLANATION.noStage) : say(STAGE_TERMS[result.stage]);
  const named = tickets.map((ticket) => screener.ticketLabel(ticket)).join('; ');
  return [
    say(result.flagged ? EXPLANATION.flagged : EXPLANATION.notFlagged),
    ...(result.sides ?? []).map((side) =>
      say(EXPLANATION.side, { side: saySide(side, screener.ticketLabel(side.ticket), 'id') }),
    ),
    ...points.map((one) => whyInOneSentence(one, { language: 'id', nameOf, quote: quoteOf(text) })),
    ...asked,
    say(EXPLANATION.stage, { stage }),
    say(EXPLANATION.tickets, { tickets: named || say(EXPLANATION.noTickets) }),
    ...fired.flatMap((m) => [
      `• ${m.title} (${m.rule}; ${say(stanceTerms(m.tickets)[m.stance])}; ${m.basis.join(', ')})`,
      `  ${m.explanation}`,
      `  ${quote(m.spans)}`,
    ]),
    ...points.flatMap(({ total, line, signs }) => [
      say(EXPLANATION.points, { total, line }),
      ...signs.map((s) => `  ${signed(s.points)} ${capital(nameOf(s.sign))} (${s.sign})${quoteOf(text)(s)}`),
    ]),
    ...cleared.map(({ reason, spans }) => say(EXPLANATION.cleared, { reason, quotes: quote(spans) })),
    ...notes.flatMap(({ title, rule, explanation, spans }) => [
      say(EXPLANATION.note, { title, rule }),
      `  ${explanation}`,
      `  ${quote(spans)}`,
    ]),
    ...shadow.map((rule) => say(EXPLANATION.shadow, { rule })),
    ...(nearest.length > 0 ? [say(EXPLANATION.nearest)] : []),
    ...nearest.map((miss) => `  ${miss.rule}: ${whyNot(miss, quote)}${wordsOfMissing(miss, screener)}`),
  ];
}

function signed(points: number): string {
  return `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
}

/** The words that a sign was found in, where they are in the text that was asked. */
function quoteOf(text: string): (sign: WeighedSign) => string {
  return ({ spans }) => quotedWords(spans.filter((s) => s.field === 'text').map((s) => text.slice(s.start, s.end)));
}

function whyNot({ almost, because, missing }: NearMiss, quote: (spans: readonly Span[]) => string): string {
  if (almost === undefined) return say(EXPLANATION.because[because], { missing });
  return say(EXPLANATION.almost, { quotes: quote(almost.spans), because: say(EXPLANATION.butIs[almost.because]) });
}

function wordsOfMissing({ rule: id, missing }: NearMiss, screener: RuleScreener): string {
  const selection = screener.ruleEngine.rules.find(({ written }) => written.id === id)?.written.selections[missing];
  return selection === undefined ? '' : ` (${selectionInWords(selection)})`;
}
