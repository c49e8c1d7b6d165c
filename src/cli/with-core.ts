import { type Core, type CoreOptions, openCore } from '../app/core.js';
import { withServices } from './with-services.js';

/** Opens services and storage for one command and closes both, whatever happens in between. */
export function withCore(
  use: (core: Core) => Promise<number>,
  { holdsNipKey }: Pick<CoreOptions, 'holdsNipKey'> = {},
): Promise<number> {
  return withServices((options) => openCore({ ...options, holdsNipKey }), use);
}
