// Loaded into each Node process of an installation (`node --import`): on SIGUSR2 it collects its garbage and writes what
// is left, which is what it holds. Without that nothing can be told of some hundred pages: V8 lets garbage lie until
// it is as much as what is held. Told by TMPDIR where to write: all of them get that.
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  // What a first collection finalises is garbage of the second.
  for (let turn = 0; turn < 2; turn += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  appendFileSync(
    join(tmpdir(), `held-${process.pid}.ndjson`),
    `${JSON.stringify({ heldBytes: heapUsed + external })}\n`,
  );
});
