import { keepBrowsers } from '../src/cli/keep-browsers.js';

// Browsers for readers elsewhere, in a process that holds nothing: node dist/workers/browser.js.
await keepBrowsers();
