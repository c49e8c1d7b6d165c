import type { Flag } from '../../domain/flag.js';
import { type Remark, remarksFor } from '../../domain/remark.js';
import type { User } from '../../domain/user.js';
import { GONE_USER } from '../../words/console/users.js';
import type { ConsoleDeps } from '../deps.js';
import type { Remarks } from './remark-schemas.js';

/** As this person may read them now. */
export async function viewRemarks(
  deps: Pick<ConsoleDeps, 'users'>,
  flag: Flag,
  { user, remarks: all }: { user: User; remarks: readonly Remark[] },
): Promise<Remarks> {
  const { shown, hidden, isNameless } = remarksFor(flag, user, all);
  const names = isNameless ? new Map([[user.id, user.displayName]]) : await namesOfAuthors(deps, shown);
  const remarks = shown.map(({ by, at, text, isAnswer = false }) => ({
    by: names.get(by) ?? (isNameless ? null : GONE_USER.id),
    isMine: by === user.id,
    isAnswer,
    at: at.toISOString(),
    text: text ?? null,
  }));
  return { remarks, hiddenRemarks: hidden };
}

async function namesOfAuthors(
  { users }: Pick<ConsoleDeps, 'users'>,
  remarks: readonly Remark[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(remarks.map(({ by }) => by))];
  const found = await Promise.all(ids.map((id) => users.findUser(id)));
  return new Map(found.flatMap((user) => (user ? [[user.id, user.displayName] as const] : [])));
}
