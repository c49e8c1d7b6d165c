// Loaded into each Node process of an installation (`node --import`): what it takes of memory, and how long whoever
// waits for its event loop is kept, as a line a few seconds. Told by TMPDIR where to write: all of them get that.
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 5_000;

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
setInterval(() => {
  const toMs = (/** @type {number} */ nanoseconds) => Math.round(nanoseconds / 1e6);
  const line = {
    pid: process.pid,
    program: process.argv.slice(1).join(' '),
    rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    lagP99Ms: toMs(lag.percentile(99)),
    lagMaxMs: toMs(lag.max),
  };
  appendFileSync(join(tmpdir(), 'probe.ndjson'), `${JSON.stringify(line)}\n`);
  lag.reset();
}, EVERY_MS).unref();
