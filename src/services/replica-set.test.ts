import { describe, expect, it } from 'vitest';
import { planReplicaSet } from './replica-set.js';

describe('planReplicaSet', () => {
  const config = { _id: 'netra', version: 3, members: [{ _id: 0, host: '127.0.0.1:1' }] };

  it('makes the set at the first start', () => {
    expect(planReplicaSet(undefined, '127.0.0.1:1')).toEqual({
      replSetInitiate: { _id: 'netra', members: [{ _id: 0, host: '127.0.0.1:1' }] },
    });
  });

  it('does nothing when the address is the kept one', () => {
    expect(planReplicaSet(config, '127.0.0.1:1')).toBeUndefined();
  });

  it('writes the new port into the kept set, or the node would refuse every write', () => {
    expect(planReplicaSet(config, '127.0.0.1:2')).toEqual({
      replSetReconfig: { _id: 'netra', version: 4, members: [{ _id: 0, host: '127.0.0.1:2' }] },
      force: true,
    });
  });
});
