import type { PlatformDefinition } from '../platform-definition.js';

export const web: PlatformDefinition = {
  reader: {
    signals: ['posts', 'shares', 'comments'],
    // A browser tab costs a core for a moment.
    visitsAtOnce: 2,
    async open({ clock, out, userAgent, browsers, robots, readYaml, settings, onFileIssue }) {
      const { createWebCollector } = await import('./web-collector.js');
      const { checkRecipes } = await import('./recipe-folder.js');
      const { recipes, issues } = await checkRecipes(settings.rulesDir, readYaml);
      for (const issue of issues) onFileIssue(issue);
      const timeoutMs = settings.pageTimeoutMs;
      return createWebCollector({ browsers, out, userAgent, robots, recipes, clock, timeoutMs });
    },
  },
  // A page says what was written on it, not who liked or follows.
  shownToNobody: ['likes', 'follows'],
};
