import { mongo } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isMongodbAway } from '../../src/domain/errors.js';
import { endCutOffWrites } from '../../src/storage/end-cut-off-writes.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { openSilentWay } from './silent-way.js';

/** Far more than the buffers between two processes hold. */
const LARGE = 15_000_000;

let way: Awaited<ReturnType<typeof openSilentWay>>;
let client: mongo.MongoClient;
beforeAll(async () => {
  way = await openSilentWay(testServices().mongodbUri);
  client = await mongo.MongoClient.connect(way.uri, {
    connectTimeoutMS: 2_000,
    heartbeatFrequencyMS: 500,
    serverSelectionTimeoutMS: 2_000,
  });
  endCutOffWrites(client);
});
afterAll(async () => {
  await client.close(true);
  await way.close();
});

it('a large write to a server that falls silent ends when the driver gives the server up', async () => {
  const collection = client.db(uniqueName('cut-off')).collection('acts');
  await collection.insertOne({ text: 'before' });
  way.fallSilent();
  const error = await collection.insertMany([{ text: 'x'.repeat(LARGE) }]).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(mongo.MongoBulkWriteError);
  expect(isMongodbAway(error)).toBe(true);
});
