import { MASKED } from '../../domain/activity.js';
import type { Span } from '../../domain/screening.js';
import { isElectionBody, maskMentions, quotedIn } from '../../steps/mask-third-parties.js';
import { ANONYMOUS } from '../../words/console/dossier.js';
import { say } from '../../words/say.js';
import type { MarkedView } from '../views/flag-view.js';
import type { Dossier } from './dossier.js';

type Content = NonNullable<MarkedView['content']>;
type Aim = NonNullable<Content['target']>;
type Hide = (text: string) => string;

/**
 * The same dossier for other eyes: whose act it is, who decided, who brought it and whom it names are hidden, letter by
 * letter inside of texts, so that marks still point at the same places. The tickets stay: they stand for election.
 */
export function maskDossier(dossier: Dossier): Dossier {
  const { marked, reviews, brought, custody } = dossier;
  const hide = hiderOf(namesIn(dossier));
  const aliasOf = aliases([...reviews.map(({ by }) => by.id ?? ''), ...custody.map(({ actor }) => actor)]);
  return {
    ...dossier,
    copy: 'masked',
    marked: { ...marked, account: null, content: marked.content && maskContent(marked, marked.content, hide) },
    reviews: reviews.map(({ by, reason, ...review }) => ({
      ...review,
      by: { id: null, name: aliasOf(by.id ?? '') },
      reason: maskMentions(hide(reason), [], isElectionBody),
    })),
    brought: brought.map(({ door, at }) => ({ door, at, by: null })),
    custody: custody.map((entry) => ({ ...entry, actor: aliasOf(entry.actor) })),
  };
}

/** `Petugas 1`, `Petugas 2` in the order in which they come; a part of the program is nobody. */
function aliases(ids: readonly string[]): (id: string) => string {
  const people = [...new Set(ids.filter((id) => !id.startsWith('system:')))];
  return (id) => (people.includes(id) ? say(ANONYMOUS, 'id', { n: people.indexOf(id) + 1 }) : id);
}

function namesIn({ marked: { account }, reviews }: Dossier): string[] {
  const own = account ? [account.name, account.handle, ...account.formerHandles, account.nipMasked] : [];
  return [...own, ...reviews.flatMap(({ by }) => [by.name, by.id ?? ''])];
}

/** Shorter parts of a name are words of many other kinds. */
const MIN_NAME = 3;

/** Every name, and every word of one, wherever it stands by itself. */
function hiderOf(names: readonly string[]): Hide {
  const parts = names.flatMap((name) => [name, ...name.split(/[\s.@_-]+/)]).filter((part) => part.length >= MIN_NAME);
  if (parts.length === 0) return (text) => text;
  const longestFirst = [...new Set(parts)].sort((a, b) => b.length - a.length);
  const any = longestFirst.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, (found) => MASKED.repeat(found.length));
}

function maskContent({ matches }: MarkedView, content: Content, hide: Hide): Content {
  const spans = matches.flatMap((match) => match.spans);
  const mask = (field: string, text: string) => hide(maskMentions(text, quotedIn(spans, field), isElectionBody));
  return {
    ...content,
    text: mask('text', content.text),
    url: null,
    target: content.target && maskTarget(content.target, { spans, mask }),
    media: content.media.map(({ text }, i) => ({ text: text && mask(`media.${i}.text`, text), picture: null })),
  };
}

interface Masking {
  readonly spans: readonly Span[];
  readonly mask: (field: string, text: string) => string;
}

function maskTarget(target: Aim, masking: Masking): Aim {
  const { quoted } = target;
  const linked = quoted?.quoted;
  return {
    ...maskAim(target, 'target', masking),
    quoted: quoted && {
      ...maskAim(quoted, 'target.quoted', masking),
      quoted: linked ? maskAim(linked, 'target.quoted.quoted', masking) : null,
    },
  };
}

/** Of accounts only those stay by which a rule marked: they are the tickets'. */
function maskAim({ account, text, form }: Omit<Aim, 'quoted'>, field: string, { spans, mask }: Masking) {
  const isTickets = quotedIn(spans, `${field}.account`).length > 0;
  return { account: isTickets ? account : null, text: text && mask(`${field}.text`, text), url: null, form };
}
