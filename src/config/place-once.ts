import { linkSync, rmSync } from 'node:fs';

/**
 * Puts a file in its place whole, or not at all where one stands there already: of two processes at the same moment
 * both go on with the file of the first. `writeDraft` writes it beside its place.
 */
export function placeOnce(path: string, writeDraft: (draft: string) => void): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeDraft(draft);
    linkSync(draft, path);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' || syscall !== 'link') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
