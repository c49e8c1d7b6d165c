import { parseArgs } from 'node:util';
import { runQueues } from '../src/cli/run-queues.js';

// Every queue in one process, or those named: node dist/start/worker.js [--queues collect,capture-evidence].
const { values } = parseArgs({ options: { queues: { type: 'string' } } });
await runQueues(values.queues);
