import type { PrivateServer } from './private-server.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const watched = new Set<PrivateServer>();

/**
 * Ends the servers when our program ends without calling `stop`. A program with its own signal handler keeps
 * its order: it is the one that calls `stop`. Returns the function that takes these servers out again.
 */
export function stopWithProgram(servers: readonly PrivateServer[]): () => void {
  if (watched.size === 0 && servers.length > 0) listen();
  for (const server of servers) watched.add(server);
  return () => {
    for (const server of servers) watched.delete(server);
    if (watched.size === 0) unlisten();
  };
}

function listen(): void {
  process.on('exit', stopAtExit);
  for (const signal of SIGNALS) process.on(signal, stopAtSignal);
}

function unlisten(): void {
  process.off('exit', stopAtExit);
  for (const signal of SIGNALS) process.off(signal, stopAtSignal);
}

function stopAtExit(): void {
  for (const server of watched) server.stopAtExit();
}

function stopAtSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...watched].map((server) => server.stop())).then(() => {
    watched.clear();
    unlisten();
    process.kill(process.pid, signal); // Without a listener the signal does what it always does.
  });
}
