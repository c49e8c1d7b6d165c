import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFlagId, type PackPlace } from './evidence-store.js';
import { HALF_WRITTEN } from './half-written.js';

/** Packs, and whatever else lies among them, folder by folder. A link is named and not followed. */
export async function* listPlaces(dir: string): AsyncGenerator<PackPlace> {
  for await (const entry of await opendir(dir)) {
    const { name } = entry;
    if (name === HALF_WRITTEN) continue;
    if (!entry.isDirectory() || !/^[A-Za-z0-9_-]{1,2}$/.test(name)) yield { path: name, flagId: undefined };
    else yield* listPacksIn(dir, name);
  }
}

async function* listPacksIn(dir: string, start: string): AsyncGenerator<PackPlace> {
  for await (const entry of await opendir(join(dir, start))) {
    const { name } = entry;
    const isPack = !entry.isFile() && isFlagId(name) && name.slice(0, 2) === start;
    yield { path: join(start, name), flagId: isPack ? name : undefined };
  }
}
