import { join } from 'node:path';
import type { PlatformDefinition } from '../platform-definition.js';

export const web: PlatformDefinition = {
  reader: {
    signals: ['posts', 'shares', 'comments'],
    // A browser tab costs a core for a moment.
    visitsAtOnce: 2,
    async open({ clock, userAgent, launch, readYaml, settings }) {
      const { createWebCollector } = await import('./web-collector.js');
      const { readRecipes } = await import('./read-recipes.js');
      return createWebCollector({
        launch,
        clock,
        userAgent,
        allowPrivateHosts: settings.allowPrivateHosts.length > 0,
        recipes: await readRecipes(join(settings.rulesDir, 'recipes'), readYaml),
        timeoutMs: settings.pageTimeoutMs,
      });
    },
  },
};
