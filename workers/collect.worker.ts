import { runQueues } from '../src/cli/run-queues.js';

// Visits accounts, and judges what it reads.
await runQueues('collect');
