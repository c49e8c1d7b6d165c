import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import type { EvidenceStore } from './evidence-store.js';
import { createFolderStore } from './folder-store.js';

/** Packs of links that people brought, apart from those of flags: they go with their report. */
export interface LinkPacks {
  readonly store: EvidenceStore;
  /** Removes what no report names and is older than this: of a report that expired, or that a kill cut off. How many. */
  removeUnnamed(options: {
    before: Date;
    findNamed: (packIds: readonly string[]) => Promise<ReadonlySet<string>>;
  }): Promise<number>;
}

const BATCH = 500;

export async function openLinkPacks(dir: string, options: { readonly clock: Clock }): Promise<LinkPacks> {
  const store = await createFolderStore(dir, options);
  return {
    store,
    async removeUnnamed({ before, findNamed }) {
      let removed = 0;
      let old: { id: string; path: string }[] = [];
      const clear = async () => {
        const named = await findNamed(old.map(({ id }) => id));
        const unnamed = old.filter(({ id }) => !named.has(id));
        for (const { path } of unnamed) await rm(join(dir, path), { recursive: true, force: true });
        removed += unnamed.length;
        old = [];
      };
      for await (const { path, flagId: id } of store.listPlaces()) {
        if (id !== undefined && (await stat(join(dir, path))).mtimeMs < before.getTime()) old.push({ id, path });
        if (old.length >= BATCH) await clear();
      }
      await clear();
      return removed;
    },
  };
}
