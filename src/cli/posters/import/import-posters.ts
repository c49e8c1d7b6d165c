import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { may } from '../../../domain/abilities.js';
import type { Election } from '../../../domain/election.js';
import { NetraError, PermanentError } from '../../../domain/errors.js';
import { listPosterFiles, type PosterFault, posterFault } from '../../../pictures/read-posters.js';
import { type RegisterPosterDeps, registerPoster } from '../../../steps/register-poster.js';
import type { UserRepository } from '../../../storage/user-repository.js';
import { CAMPAIGN_PICTURES } from '../../../words/cli/files.js';
import { sayError } from '../../../words/say.js';

interface Deps extends RegisterPosterDeps {
  readonly users: Pick<UserRepository, 'findUserByUsername'>;
  readonly elections: readonly Election[];
}

/** What became of a folder; each picture that was not taken, with why. Safe to repeat. */
export interface ImportedPosters {
  readonly added: number;
  readonly known: number;
  readonly faults: readonly PosterFault[];
}

/** Throws `PermanentError` where the folder cannot be read, or where this person may not keep campaign pictures. */
export async function importPosters(
  deps: Deps,
  { folder, username }: { folder: string; username: string },
): Promise<ImportedPosters> {
  const user = (await deps.users.findUserByUsername(username))?.user;
  if (!user?.isActive || !may(user, 'keep_posters')) {
    throw new PermanentError(...sayError(CAMPAIGN_PICTURES.notTheirs, 'id', { username }));
  }
  const { files, faults } = await listPosterFiles(folder);
  const counts = { added: 0, known: 0 };
  const refused: PosterFault[] = [...faults];
  for (const { file, election, ticket } of files) {
    const outcome = isTicket(deps.elections, election, ticket)
      ? await register(deps, { path: join(folder, file), election, ticket, by: user.id })
      : 'ticket';
    if (typeof outcome !== 'string') counts.added += 1;
    else if (outcome === 'known') counts.known += 1;
    else refused.push(posterFault(outcome, file));
  }
  return { ...counts, faults: refused };
}

function isTicket(elections: readonly Election[], election: string, ticket: string): boolean {
  const contests = elections.filter(({ id }) => id === election).flatMap((one) => one.contests);
  return contests.some(({ tickets }) => tickets.some(({ id }) => id === ticket));
}

interface Registration {
  readonly path: string;
  readonly election: string;
  readonly ticket: string;
  readonly by: string;
}

async function register(deps: Deps, { path, ...poster }: Registration) {
  try {
    return await registerPoster(deps, { ...poster, bytes: await readFile(path) });
  } catch (error) {
    // Whatever the drawer finds wrong with it: the others stand.
    if (error instanceof NetraError && !error.retryable) return 'picture';
    throw error;
  }
}
