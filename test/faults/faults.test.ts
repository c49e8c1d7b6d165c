import { afterAll, beforeAll, describe, expect } from 'vitest';
import { processesOf } from '../integration/crash-site.js';
import { type FaultSite, openFaultSite } from './fault-site.js';
import { folderFaults } from './folder-faults.js';
import { mongodbFaults } from './mongodb-faults.js';
import { redisFaults } from './redis-faults.js';
import { twiceFaults } from './twice-faults.js';

// One installation for all of them, as it would be: each fault meets what the one before left behind.
let site: FaultSite;

beforeAll(async () => {
  site = await openFaultSite();
});
afterAll(async () => {
  if (!site) return;
  await site.close();
  // Of a fault that failed in its middle neither.
  expect(processesOf(site)).toEqual([]);
});

describe('the evidence folder', () => folderFaults(() => site));
describe('MongoDB', () => mongodbFaults(() => site));
describe('Redis', () => redisFaults(() => site));
describe('two of everything', () => twiceFaults(() => site));
