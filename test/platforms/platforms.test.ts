import { expect, it } from 'vitest';
import { PLATFORMS, SIGNALS } from '../../src/domain/platform.js';
import { waysOf } from '../../src/domain/signal-way.js';
import { PLATFORM_DEFINITIONS, READERS, wayOf } from '../../src/platforms/index.js';

it('has a definition for each platform of the domain, and a reader for those that are read', () => {
  expect(Object.keys(PLATFORM_DEFINITIONS).sort()).toEqual([...PLATFORMS].sort());
  const read = PLATFORMS.filter((platform) => PLATFORM_DEFINITIONS[platform].reader !== undefined);
  expect([...READERS.keys()]).toEqual(read);
  expect(read).toEqual(expect.arrayContaining(['bluesky', 'web']));
  for (const reader of READERS.values()) expect(reader.visitsAtOnce).toBeGreaterThan(0);
});

it('says of each signal of each platform whether a machine reads it, people bring it, or nobody sees it', () => {
  for (const platform of PLATFORMS) {
    const { reader, shownToNobody } = PLATFORM_DEFINITIONS[platform];
    for (const signal of SIGNALS) {
      const isRead = reader?.signals.includes(signal) ?? false;
      expect(isRead && shownToNobody.includes(signal), `${platform} ${signal}: read, and shown to nobody`).toBe(false);
      expect(wayOf(platform, signal) === 'machine').toBe(isRead);
    }
  }
  expect(SIGNALS.map((signal) => wayOf('tiktok', signal))).toEqual(SIGNALS.map(() => 'people'));
  expect(wayOf('x', 'likes')).toBe('nobody');
  expect(waysOf(['x', 'bluesky', 'x'], wayOf)).toEqual([
    { platform: 'bluesky', machine: SIGNALS, people: [], nobody: [] },
    { platform: 'x', machine: [], people: ['posts', 'shares', 'comments', 'follows'], nobody: ['likes'] },
  ]);
});

it('does not compile where a platform is forgotten', () => {
  const { youtube: _forgotten, ...rest } = PLATFORM_DEFINITIONS;
  // @ts-expect-error: `youtube` has no line.
  const definitions: typeof PLATFORM_DEFINITIONS = rest;
  expect(definitions).not.toHaveProperty('youtube');
});
