import { testServices } from '../support/test-services.js';
import { describeStorageContract } from './storage.contract.js';

describeStorageContract('the server at hand', () => testServices().mongodbUri);

// Where a real mongod is reachable besides, the same promises are asked of it.
const realMongod = process.env.NETRA_REAL_MONGODB_URI;
if (realMongod) describeStorageContract('a real mongod', () => realMongod);
