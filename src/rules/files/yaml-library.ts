import { createRequire } from 'node:module';
import { lazily } from '../../domain/lazily.js';

/** Its seventy files are loaded when the first file is read from its text: most were read when the program was built. */
export const yaml = lazily(() => createRequire(import.meta.url)('yaml') as typeof import('yaml'));
