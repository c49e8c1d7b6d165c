import { normaliseHandle } from '../../domain/platform.js';
import type { readPostLink } from './post-link.js';

interface Named {
  readonly kind: string | undefined;
  readonly link: ReturnType<typeof readPostLink>;
  readonly handle: string | undefined;
  readonly authorId: string | undefined;
  /** Who is followed. */
  readonly targetHandle: string | undefined;
}

/** Whether the link is the act's own: of a like it leads to the post that is liked, as a hundred others' likes do. */
function isOwn({ kind, link }: Named): boolean {
  return kind === 'post' || (kind === 'comment' && link?.kind === 'comment');
}

/** What names an act that has no number of its own: its kind, its author, and what it is aimed at. */
export function actIdOf(named: Named): string | undefined {
  const { kind, link, handle, authorId, targetHandle } = named;
  if (link !== undefined && isOwn(named)) return link.id;
  const author = handle === undefined ? authorId && `id:${authorId}` : normaliseHandle(handle);
  const aim = kind === 'follow' ? targetHandle && normaliseHandle(targetHandle) : link?.id;
  return author && aim && kind !== 'post' ? `${kind}:${author}:${aim}` : undefined;
}

/** The post that an act is about, where its link is not its own. */
export function aimOf(named: Named): string | undefined {
  return isOwn(named) ? undefined : named.link?.canonical;
}
