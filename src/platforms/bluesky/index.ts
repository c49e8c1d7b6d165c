import { SIGNALS } from '../../domain/platform.js';
import type { PlatformDefinition } from '../platform-definition.js';

export const bluesky: PlatformDefinition = {
  reader: {
    signals: SIGNALS,
    // Plain HTTP mostly waits.
    visitsAtOnce: 4,
    async open({ clock, userAgent, settings }) {
      const { createBlueskyCollector } = await import('./bluesky-collector.js');
      const allowPrivateHosts = settings.allowPrivateHosts.length > 0;
      const collector = createBlueskyCollector({ ...settings.bluesky, clock, userAgent, allowPrivateHosts });
      return { ...collector, close: async () => {} };
    },
  },
};
