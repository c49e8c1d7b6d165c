import { expect, it } from 'vitest';
import { PLATFORMS } from '../../src/domain/platform.js';
import { PLATFORM_DEFINITIONS, READERS } from '../../src/platforms/index.js';

it('has a definition for each platform of the domain, and a reader for those that are read', () => {
  expect(Object.keys(PLATFORM_DEFINITIONS).sort()).toEqual([...PLATFORMS].sort());
  const read = PLATFORMS.filter((platform) => PLATFORM_DEFINITIONS[platform].reader !== undefined);
  expect([...READERS.keys()]).toEqual(read);
  expect(read).toEqual(expect.arrayContaining(['bluesky', 'web']));
  for (const reader of READERS.values()) expect(reader.visitsAtOnce).toBeGreaterThan(0);
});

it('does not compile where a platform is forgotten', () => {
  const { youtube: _forgotten, ...rest } = PLATFORM_DEFINITIONS;
  // @ts-expect-error: `youtube` has no line.
  const definitions: typeof PLATFORM_DEFINITIONS = rest;
  expect(definitions).not.toHaveProperty('youtube');
});
