import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** `(file:///…/dist/start/chunk-AB12.js:3:4567)`: what is started often stands in few files. */
const PLACE = /((?:file:\/\/)?\/[^()]*\/dist\/start\/[\w-]+\.js):(\d+):(\d+)/;

const maps = new Map<string, SourceMap | undefined>();

/** One line of a stack with its place in `src`; as it is where nothing tells of that. */
export function inSources(frame: string): string {
  const told = PLACE.exec(frame);
  if (!told) return frame;
  const [place, path = '', line, column] = told;
  const found = mapOf(path)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!found || !('originalSource' in found)) return frame;
  const [source] = /\b(?:src|workers)\/.*$/.exec(found.originalSource) ?? [];
  if (source === undefined) return frame;
  return frame.replace(place, () => `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`);
}

/** Read at the first failure in a file, not at each start. */
function mapOf(path: string): SourceMap | undefined {
  if (!maps.has(path)) maps.set(path, readMap(path));
  return maps.get(path);
}

function readMap(path: string): SourceMap | undefined {
  try {
    return new SourceMap(
      JSON.parse(readFileSync(`${path.startsWith('file:') ? fileURLToPath(path) : path}.map`, 'utf8')),
    );
  } catch {
    // A place less is no reason to lose the failure that is being told.
    return undefined;
  }
}
