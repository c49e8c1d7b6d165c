import { defineConfig } from 'vitest/config';

/** For `npm run check`: the walls alone, without the servers that the other tests need. */
export default defineConfig({ test: { include: ['*.test.ts'] } });
