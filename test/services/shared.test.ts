import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { testServices, uniqueName } from '../support/test-services.js';

describe('the shared test services', () => {
  it('give every test file a MongoDB and a Redis that answer', async () => {
    const { mongodbUri, redisUrl } = testServices();
    const connection = await mongoose.createConnection(mongodbUri, { dbName: uniqueName('shared') }).asPromise();
    const redis = new Redis(redisUrl);
    try {
      expect((await connection.db!.admin().ping()).ok).toBe(1);
      expect(await redis.ping()).toBe('PONG');
    } finally {
      redis.disconnect();
      await connection.dropDatabase();
      await connection.close();
    }
  });
});
