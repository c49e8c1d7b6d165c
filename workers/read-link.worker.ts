import { runQueues } from '../src/cli/run-queues.js';

// Looks behind the links that people bring, and seals what may be kept.
await runQueues('read-link');
