import { expect, it } from 'vitest';
import { returnUnanswerable } from './return-unanswerable.js';

type Deps = Parameters<typeof returnUnanswerable>[0];

const NOW = new Date('2026-11-20T03:00:00Z');
const away = () => Promise.reject(new Error('the database is away'));

function depsWith(listWaitedFor: () => Promise<unknown[]>): Deps {
  return { flags: { listWaitedFor }, users: {}, offices: { listOffices: away } } as unknown as Deps;
}

// The run itself fails where a failure is awaited by nobody.
it('leaves no look at the offices behind that fails unheard', async () => {
  await returnUnanswerable(
    depsWith(async () => []),
    NOW,
  );
  await expect(returnUnanswerable(depsWith(away), NOW)).rejects.toThrow('away');
});
