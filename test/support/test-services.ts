import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';

/** The addresses of the run's shared servers, as a test file sees them. */
export function testServices(): { mongodbUri: string; redisUrl: string } {
  return { mongodbUri: inject('mongodbUri'), redisUrl: inject('redisUrl') };
}

/** For database names and queue prefixes: short, without `:`, `.` or `/`, which MongoDB or BullMQ refuse. */
export function uniqueName(area: string): string {
  return `${area.replaceAll(/[^a-z0-9-]/gi, '-').slice(0, 24)}-${randomUUID().slice(0, 8)}`;
}
