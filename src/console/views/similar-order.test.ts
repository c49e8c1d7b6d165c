import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from '../../domain/flag.js';
import type { QueueModel } from '../../domain/queue-order.js';
import { formatCursor, listSimilar, parseCursor, type SimilarCursor, walkSimilar } from './similar-order.js';

const aFlag = (n: number, rule: string) =>
  ({
    ...{ id: `t-${String(n).padStart(3, '0')}`, createdAt: new Date(n * 1000), kind: 'post', stage: 'campaign' },
    ...{ matches: [{ rule, stance: 'support', spans: [] }], cleared: [] },
  }) as unknown as Flag;
const model: QueueModel = {
  isTaught: true,
  weigh: ({ value }) => ({ a: 2, b: 1, d: -1 })[value] ?? 0,
};

/** Our own fake at our own interface: a queue by age from which people take flags while it is read. */
function queueOf(rules: readonly string[], partSize = 4) {
  const all = rules.map((rule, n) => aFlag(n, rule));
  const open = [...all];
  const flags = {
    findFlag: async (id: string) => all.find((flag) => flag.id === id),
    async listFlagQueue(_filter: object, { limit, cursor }: { limit: number; cursor?: string }) {
      const left = open.filter((flag) => cursor === undefined || flag.id > cursor);
      const shown = left.slice(0, limit);
      return left.length > limit ? { flags: shown, nextCursor: shown.at(-1)!.id } : { flags: shown };
    },
  };
  const add = (rule: string) => {
    const flag = aFlag(all.length, rule);
    all.push(flag);
    open.push(flag);
  };
  const decide = (id: string) => open.splice(open.findIndex((flag) => flag.id === id) >>> 0, 1);
  return { deps: { flags, model, partSize }, ids: () => open.map((flag) => flag.id), add, decide };
}

async function readAll(queue: ReturnType<typeof queueOf>, limit: number, between = async (_page: number) => {}) {
  const pages: string[][] = [];
  let cursor: SimilarCursor | undefined = { version: 'v' };
  while (cursor) {
    const page: Awaited<ReturnType<typeof listSimilar>> = await listSimilar(queue.deps, {}, { limit, cursor });
    pages.push(page!.items.map(({ flag }) => flag.id));
    cursor = page!.next && parseCursor(formatCursor(page!.next));
    await between(pages.length);
  }
  return pages;
}

const anyRules = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 25 });

describe('the queue by what is like confirmed acts', () => {
  it('comes in parts by age, each ordered, and pages end with a part', async () => {
    const queue = queueOf(['d', 'b', 'c', 'a', 'd', 'a']);
    expect(await readAll(queue, 3)).toEqual([['t-003', 't-001', 't-002'], ['t-000'], ['t-005', 't-004']]);
  });

  it('always holds every flag exactly once, whatever the size of page and part', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRules,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        async (rules, limit, part) => {
          const queue = queueOf(rules, part);
          expect((await readAll(queue, limit)).flat().sort()).toEqual(queue.ids());
        },
      ),
    );
  });

  it('always shows each flag that stays once while others are decided and new ones come', async () => {
    const changes = fc.array(fc.record({ decide: fc.nat(40), add: fc.constantFrom('a', 'd') }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyRules, fc.integer({ min: 1, max: 5 }), changes, async (rules, limit, plan) => {
        const queue = queueOf(rules);
        const before = queue.ids();
        const shown = (
          await readAll(queue, limit, async (page) => {
            const step = plan[page - 1];
            const id = step && queue.ids()[step.decide];
            if (id) queue.decide(id);
            if (step) queue.add(step.add);
          })
        ).flat();
        expect(new Set(shown).size).toBe(shown.length);
        const stayed = before.filter((id) => queue.ids().includes(id));
        expect(shown).toEqual(expect.arrayContaining(stayed));
      }),
    );
  });

  it('goes on behind a flag just left, and gives the same order as the pages', async () => {
    const walk = async (queue: ReturnType<typeof queueOf>, after?: string) => {
      const ids: string[] = [];
      const from = after === undefined ? undefined : await queue.deps.flags.findFlag(after);
      for await (const flag of walkSimilar(queue.deps, {}, from)) ids.push(flag.id);
      return ids;
    };
    await fc.assert(
      fc.asyncProperty(anyRules, fc.nat(30), fc.boolean(), async (rules, at, isDecided) => {
        const queue = queueOf(rules);
        const order = await walk(queue);
        expect(order).toEqual((await readAll(queue, 3)).flat());
        const left = order[at];
        if (left === undefined) return;
        if (isDecided) queue.decide(left);
        const rest = await walk(queue, left);
        // A decided last flag of a part moves the parts; nothing before it comes back, nothing is doubled.
        if (!isDecided) expect(rest).toEqual(order.slice(at + 1));
        expect(new Set(rest).size).toBe(rest.length);
        expect(rest).not.toContain(left);
      }),
    );
  });

  it.each(['', 'v', '12.flag', 'a~b', 'a~b~c~d~e'])('reads %j as no place of this order', (text) => {
    expect(parseCursor(text)).toBeUndefined();
  });

  it('says that it cannot go on where the flag it stood at is gone', async () => {
    const { deps } = queueOf(['a', 'b']);
    for (const gone of [{ last: 'x' }, { until: 'x' }]) {
      expect(await listSimilar(deps, {}, { limit: 5, cursor: { version: 'v', ...gone } })).toBeUndefined();
    }
  });
});
