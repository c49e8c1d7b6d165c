import { runQueues } from '../src/cli/run-queues.js';

// Asks MongoDB what is due.
await runQueues('schedule');
