import type { Activity, ActivityMedia, ActivityTarget } from '../../domain/activity.js';
import type { Flag } from '../../domain/flag.js';
import type { SetWords } from '../../domain/screening.js';
import type { FlagPage } from './flag-schemas.js';

type Content = NonNullable<FlagPage['content']>;

/** Plain text, and where a picture that was read lies in the pack. */
export function viewContent(
  activity: Activity,
  flag: Pick<Flag, 'evidence'>,
  words: Pick<SetWords, 'ticketLabel'>,
): Content {
  const { target } = activity;
  return {
    text: activity.text,
    url: activity.url ?? null,
    source: activity.source,
    collectedAt: activity.collectedAt.toISOString(),
    timeSource: activity.publishedAtSource ?? null,
    target: target ? viewTarget(target) : null,
    media: (activity.media ?? []).map((one) => viewMedia(one, flag, words)),
  };
}

function viewMedia(
  { text: said, picture }: ActivityMedia,
  { evidence }: Pick<Flag, 'evidence'>,
  words: Pick<SetWords, 'ticketLabel'>,
): Content['media'][number] {
  const text = said ?? null;
  if (!picture) return { text, picture: null };
  const item = evidence?.items.find(({ broughtSha256 }) => broughtSha256 === picture.sha256)?.name ?? null;
  const poster = picture.poster === undefined ? null : words.ticketLabel(picture.poster);
  const placed = picture.words.map(({ start, end, box: [left, top, right, bottom] }) => {
    return { start, end, box: [left, top, right, bottom] as [number, number, number, number] };
  });
  return { text, picture: { words: placed, item, poster } };
}

function viewTarget(target: ActivityTarget): NonNullable<Content['target']> {
  const { quoted } = target;
  const link = quoted?.quoted;
  return {
    ...viewAim(target),
    quoted: quoted ? { ...viewAim(quoted), quoted: link ? viewAim(link) : null } : null,
  };
}

function viewAim({ account, text, url, form }: ActivityTarget) {
  return { account: account ?? null, text: text ?? null, url: url ?? null, form: form ?? null };
}
