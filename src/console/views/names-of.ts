import type { Flag } from '../../domain/flag.js';
import { GONE_USER } from '../../words/console/users.js';
import type { ConsoleDeps } from '../deps.js';

interface NamesDeps {
  readonly users: Pick<ConsoleDeps['users'], 'findUser'>;
}

/** Display names of the colleagues who hold, decided, or were asked about these flags. */
export async function namesOf(deps: NamesDeps, ...flags: readonly Flag[]): Promise<(id: string) => string> {
  const ids = new Set(
    flags.flatMap((f) => {
      const asked = [f.question?.by, f.question?.to, f.question?.answer?.by];
      const hands = [f.claim?.by, f.pending?.by, f.assigned?.to, ...asked].filter((id) => id !== undefined);
      return [...hands, ...f.reviews.map((r) => r.reviewerId)];
    }),
  );
  const users = await Promise.all([...ids].map((id) => deps.users.findUser(id)));
  const names = new Map(users.flatMap((user) => (user ? [[user.id, user.displayName] as const] : [])));
  return (id) => names.get(id) ?? GONE_USER.id;
}
