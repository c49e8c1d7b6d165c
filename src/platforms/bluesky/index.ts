import { SIGNALS } from '../../domain/platform.js';
import type { PlatformDefinition } from '../platform-definition.js';

export const bluesky: PlatformDefinition = {
  reader: {
    signals: SIGNALS,
    // Plain HTTP mostly waits.
    visitsAtOnce: 4,
    async open({ clock, out, userAgent, settings }) {
      const { createBlueskyCollector } = await import('./bluesky-collector.js');
      return createBlueskyCollector({ ...settings.bluesky, ...out, clock, userAgent });
    },
  },
  shownToNobody: [],
};
