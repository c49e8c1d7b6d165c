import { runQueues } from '../src/cli/run-queues.js';

// Sends what an office is told of a day.
await runQueues('digest');
