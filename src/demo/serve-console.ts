import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../app/installation.js';

/** Serves on the port of the last start where it is free: links in mails of that time then still lead somewhere. */
export async function serveConsole(
  installation: Pick<Installation, 'startConsole'>,
  { dataDir, port }: { dataDir: string; port: number | undefined },
): Promise<string> {
  const file = join(dataDir, 'console-port');
  const wanted = port ?? readPort(file);
  const url = await installation.startConsole({ port: wanted }).catch((error: NodeJS.ErrnoException) => {
    // A port that somebody asked for is never exchanged behind their back.
    if (port !== undefined || wanted === 0 || error.code !== 'EADDRINUSE') throw error;
    return installation.startConsole({ port: 0 });
  });
  writeFileSync(file, new URL(url).port);
  return url;
}

function readPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 0;
  }
}
