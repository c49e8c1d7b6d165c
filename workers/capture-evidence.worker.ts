import { runQueues } from '../src/cli/run-queues.js';

// Seals the evidence of flags, then opens them.
await runQueues('capture-evidence');
