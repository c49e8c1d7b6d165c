import { readFileSync } from 'node:fs';

/** The version in `package.json`, beside the sources or above `dist/`. */
export function packageVersion(): string {
  const path = new URL(
    import.meta.url.includes('/dist/') ? '../../../package.json' : '../../package.json',
    import.meta.url,
  );
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
