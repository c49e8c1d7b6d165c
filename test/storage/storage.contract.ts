import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsOf } from '../../src/domain/digest-detail.js';
import { ChangedMeanwhileError, NotFoundError, PermanentError } from '../../src/domain/errors.js';
import { decide, type Review } from '../../src/domain/flag.js';
import type { User } from '../../src/domain/user.js';
import { rolePrivileges } from '../../src/storage/database-role.js';
import { decided } from '../../src/storage/migrations/0007-decided.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { type RoleProxy, startRoleProxy } from '../support/role-proxy.js';
import { uniqueName } from '../support/test-services.js';
import {
  A_SEAL,
  aCoverageEntry,
  aFlagDraft,
  anAccountDraft,
  anActivity,
  findByHandle,
  minutesAfter,
  NOW,
  saveFlags,
} from './builders.js';

type Raw = ReturnType<typeof createConnection>;

/** What storage promises, whichever server stands behind it. */
export function describeStorageContract(server: string, uri: () => string): void {
  describe(`storage on ${server}`, () => {
    const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
    const databaseName = uniqueName('storage');
    let storage: Storage;
    let raw: Raw;
    let role: RoleProxy;
    const open = () => openStorage({ uri: uri(), databaseName, ...keys });
    const documents = (collection: string) => raw.collection(collection).find().toArray();

    beforeAll(async () => {
      raw = createConnection(uri(), { dbName: databaseName });
      await raw.asPromise();
      // Migrations are run by a keeper of the database, all else by Netra's own user, who may only add to the log.
      await (await open()).close();
      role = await startRoleProxy(uri(), { database: databaseName, privileges: rolePrivileges(databaseName) });
      storage = await openStorage({ uri: role.uri, databaseName, ...keys });
    });
    afterAll(async () => {
      await storage.close();
      await role.close();
      await raw.dropDatabase();
      await raw.close();
    });

    describe('opening', () => {
      it('runs the migrations once, also when many processes open at the same time', async () => {
        const many = await Promise.all(Array.from({ length: 6 }, open));
        await Promise.all(many.map((one) => one.close()));
        expect((await documents('migrations')).map((record) => record._id)).toEqual([
          '0001-indexes',
          '0002-rule-counts',
          '0003-known-acts',
          '0004-unsettled-digests',
          '0005-keyed-audit',
          '0006-drafts-and-claims',
          '0007-decided',
          '0008-pending-decisions',
          '0009-reason-templates',
          '0010-search',
          '0011-reports',
          '0012-contrary-and-notices',
          '0013-remarks',
          '0014-people',
          '0015-asking',
          '0016-custody',
          '0017-link-readings',
          '0018-api-tokens',
          '0019-saved-views',
          '0020-sealed-contents',
          '0022-campaign-pictures',
          '0024-post-families',
          '0026-registry',
          '0028-open-ids',
          '0033-calibrations',
        ]);
      });

      it('says in one sentence that MongoDB does not answer, without the address and its password', async () => {
        const refused = openStorage({
          ...keys,
          uri: 'mongodb://admin:rahasia@127.0.0.1:1/',
          serverWaitMs: 200,
        });
        await expect(refused).rejects.toMatchObject({ retryable: true, message: 'MongoDB tidak menjawab.' });
        await refused.catch((error) => expect(`${error.message} ${error.hint}`).not.toContain('rahasia'));
      });
    });

    describe('decided flags', () => {
      it('of before are found by verdict, person and day once the migration has run, however often', async () => {
        const id = uniqueName('lama');
        const at = minutesAfter(3);
        const review = { verdict: 'dismissed', reason: 'Contoh.', weighed: [], reviewerId: id, at };
        const asked = { ...review, verdict: 'needs_context', reviewerId: 'penanya-contoh' };
        const old = { ...aFlagDraft({ id }), _id: id, id: undefined, state: 'decided', version: 4, decidedAt: at };
        const reviews = [asked, review];
        await raw.collection('flags').insertOne({ ...old, reviews } as never, { ignoreUndefined: true });
        for (let run = 0; run < 2; run += 1) await decided.up(raw, keys);
        const filter = { decidedBy: id, verdict: 'dismissed', from: NOW, to: minutesAfter(4) } as const;
        const found = await storage.flags.listDecided(filter, { limit: 2 });
        expect(found.decided.map(({ flag, decidedAt }) => [flag.id, decidedAt])).toEqual([[id, at]]);
        expect(await storage.flags.countDecided({ decidedBy: 'penanya-contoh' })).toEqual({
          confirmed: 0,
          dismissed: 0,
        });
        await raw.collection('flags').deleteOne({ _id: id as never });
      });
    });

    describe('drafts', () => {
      it('come back as typed, give way to newer typing alone, and are gone when removed', async () => {
        const owner = { userId: 'orang-contoh', flagId: 'tanda-contoh' };
        const draft = { reason: 'Contoh.', weighed: ['Kritik kebijakan'], ownReviews: 0, typedAt: minutesAfter(1) };
        const keep = (more: object) => storage.drafts.saveDraft(owner, { ...draft, ...more }, NOW);
        expect(await keep({})).toEqual({ isKept: true, before: undefined });
        expect(await keep({ reason: 'tua', typedAt: NOW })).toEqual({ isKept: false });
        expect(await storage.drafts.findDraft(owner)).toEqual(draft);
        const newer = await keep({ verdict: 'dismissed', typedAt: minutesAfter(2) });
        expect(newer).toEqual({ isKept: true, before: draft });
        await storage.drafts.removeDraft(owner);
        expect(await storage.drafts.findDraft(owner)).toBeUndefined();
      });
    });

    describe('activities', () => {
      const marked = (activity = anActivity()) => ({ activity, flag: aFlagDraft({ id: activity.id }) });

      it('come back as they went in, frozen, without fields that were not given', async () => {
        const activity = anActivity({
          url: 'https://contoh.example/1',
          target: {
            account: { platform: 'bluesky', handle: 'paslon.example' },
            text: 'kata',
            quoted: { text: 'kutipan', quoted: { form: 'link', url: 'https://kabar.example/a' } },
          },
          media: [{ text: 'gambar' }, { url: 'https://contoh.example/g.png' }],
        });
        const bare = anActivity();
        await storage.activities.saveMarkedOnce([marked(activity), marked(bare)]);
        for (const one of [activity, bare]) {
          const found = await storage.activities.findMarked(one.id);
          expect(found).toStrictEqual(one);
          expect(Object.isFrozen(found)).toBe(true);
        }
      });

      it('are stored once, with a flag that seals: exactly the new ones are named', async () => {
        const known = Array.from({ length: 30 }, () => marked());
        await storage.activities.saveMarkedOnce(known);
        await storage.flags.openFlag(known[0]!.flag.id, A_SEAL, NOW);
        const fresh = Array.from({ length: 20 }, () => marked());
        const newIds = await storage.activities.saveMarkedOnce(fresh.flatMap((one, i) => [one, known[i]!]));
        expect(newIds.toSorted()).toEqual(fresh.map(({ activity }) => activity.id).toSorted());
        expect(await storage.flags.findFlag(fresh[0]!.flag.id)).toMatchObject({ state: 'sealing', version: 1 });
        expect(await storage.flags.findFlag(known[0]!.flag.id)).toMatchObject({ state: 'open' });
      });

      it('forgotten are named once too, over batches and repeats in one call', async () => {
        const ids = (count: number) => Array.from({ length: count }, () => anActivity().id);
        const [known, fresh] = [ids(1200), ids(1100)];
        await storage.activities.saveUnmarkedOnce(known, NOW);
        const newIds = await storage.activities.saveUnmarkedOnce(
          fresh.flatMap((id, i) => [id, known[i]!, id]),
          NOW,
        );
        expect(newIds.toSorted()).toEqual(fresh.toSorted());
      });

      it('are shared out among savers at the same moment, whatever each thinks of them', async () => {
        const acts = Array.from({ length: 40 }, () => marked());
        const ids = acts.map(({ activity }) => activity.id);
        const saved = await Promise.all(
          Array.from({ length: 8 }, (_, n) =>
            n % 2 ? storage.activities.saveMarkedOnce(acts) : storage.activities.saveUnmarkedOnce(ids, NOW),
          ),
        );
        expect(saved.flat().toSorted()).toEqual(ids.toSorted());
        const markedIds = saved.filter((_, n) => n % 2).flat();
        for (const id of ids) {
          const parts = [await storage.activities.findMarked(id), await storage.flags.findFlag(id)];
          expect(parts.map((part) => part !== undefined)).toEqual(Array(2).fill(markedIds.includes(id)));
        }
      });

      it('leave nothing where one part of them cannot be stored', async () => {
        const [whole, broken] = [marked(), marked()];
        // Larger than MongoDB takes: 16 MB.
        const tooLarge = { ...broken, activity: { ...broken.activity, text: 'x'.repeat(17_000_000) } };
        await expect(storage.activities.saveMarkedOnce([whole, tooLarge])).rejects.toThrow();
        expect(await storage.flags.findFlag(whole.flag.id)).toBeUndefined();
        expect(await storage.activities.findMarked(whole.activity.id)).toBeUndefined();
        expect(await storage.activities.findKnownIds([whole.activity.id, broken.activity.id])).toEqual(new Set());
      });

      it('keep nothing but the keyed hash and the day it expires when no rule marks them', async () => {
        const { id } = anActivity();
        await storage.activities.saveUnmarkedOnce([id], NOW);
        const kept = await raw.collection('known_acts').findOne({ _id: id as never });
        const after180Days = new Date('2025-03-31T00:00:00Z');
        expect(kept).toEqual({ _id: id, expireAt: after180Days });
        expect(await raw.collection('activities').findOne({ _id: id as never })).toBeNull();
      });

      it('never turn from marked to unmarked, nor back', async () => {
        const [one, two] = [marked(), marked()];
        await storage.activities.saveMarkedOnce([one]);
        await storage.activities.saveUnmarkedOnce([two.activity.id], NOW);
        expect(await storage.activities.saveUnmarkedOnce([one.activity.id], NOW)).toEqual([]);
        expect(await storage.activities.saveMarkedOnce([two])).toEqual([]);
        expect(await storage.activities.findMarked(one.activity.id)).toStrictEqual(one.activity);
        expect(await storage.activities.findMarked(two.activity.id)).toBeUndefined();
        expect(await storage.flags.findFlag(two.flag.id)).toBeUndefined();
      });

      it('are known by their ids, and the hash of a marked one does not expire', async () => {
        const [one, two, stranger] = [marked(), anActivity(), anActivity()];
        await storage.activities.saveMarkedOnce([one]);
        await storage.activities.saveUnmarkedOnce([two.id], NOW);
        const ids = [one.activity.id, two.id, stranger.id];
        expect(await storage.activities.findKnownIds(ids)).toEqual(new Set([one.activity.id, two.id]));
        expect(await storage.activities.findKnownIds([])).toEqual(new Set());
        const kept = await raw.collection('known_acts').findOne({ _id: one.activity.id as never });
        expect(kept).toEqual({ _id: one.activity.id });
      });

      it('are counted', async () => {
        const before = await storage.activities.countActs();
        await storage.activities.saveMarkedOnce([marked()]);
        await storage.activities.saveUnmarkedOnce([anActivity().id, anActivity().id], NOW);
        const after = await storage.activities.countActs();
        expect(after).toEqual({ marked: before.marked + 1, unmarked: before.unmarked + 2 });
      });
    });

    describe('flags', () => {
      const openFlag = async (given: Parameters<typeof aFlagDraft>[0] = {}, openedAt = NOW) => {
        const draft = aFlagDraft(given);
        await saveFlags(storage, [draft]);
        await storage.flags.openFlag(draft.id, A_SEAL, openedAt);
        return (await storage.flags.findFlag(draft.id))!;
      };
      const aReview = (given: Partial<Review> = {}): Review => ({
        verdict: 'confirmed',
        reason: 'Jelas mengajak.',
        weighed: [],
        reviewerId: 'peninjau-contoh',
        at: NOW,
        ...given,
      });

      it('begin in sealing, once for an activity', async () => {
        const draft = aFlagDraft({ cleared: [{ reason: 'news', spans: [] }] });
        expect(await saveFlags(storage, [draft])).toEqual([draft.id]);
        expect(await saveFlags(storage, [draft])).toEqual([]);
        expect(await storage.flags.findFlag(draft.id)).toStrictEqual({
          ...draft,
          state: 'sealing',
          version: 1,
          reviews: [],
        });
      });

      it('open with the first pack only', async () => {
        const draft = aFlagDraft();
        await saveFlags(storage, [draft]);
        expect(await storage.flags.openFlag(draft.id, A_SEAL, NOW)).toEqual({ wasOpened: true });
        const second = { ...A_SEAL, manifestSha256: '00'.repeat(32) };
        expect(await storage.flags.openFlag(draft.id, second, minutesAfter(1))).toEqual({ wasOpened: false });
        const opened = await storage.flags.findFlag(draft.id);
        expect(opened).toMatchObject({ state: 'open', version: 2, openedAt: NOW });
        expect(opened?.evidence).toStrictEqual(A_SEAL);
      });

      it('are listed oldest first through cursors that never skip and never repeat', async () => {
        const officeCode = uniqueName('office');
        const drafts = Array.from({ length: 23 }, (_, n) =>
          aFlagDraft({ officeCode, createdAt: minutesAfter(Math.floor(n / 4)) }),
        );
        await saveFlags(storage, drafts);
        const listed = [];
        for (let cursor: string | undefined; ; ) {
          const page = await storage.flags.listFlagQueue(
            { officeCodes: [officeCode] },
            { limit: 5, ...(cursor ? { cursor } : {}) },
          );
          listed.push(...page.flags);
          cursor = page.nextCursor;
          if (!cursor) break;
        }
        expect(listed.map((flag) => flag.id).toSorted()).toEqual(drafts.map((draft) => draft.id).toSorted());
        const times = listed.map((flag) => flag.createdAt.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      });

      it('are filtered by office, state, kind and rule, and an empty list of offices shows nothing', async () => {
        const officeCode = uniqueName('office');
        const wanted = await openFlag({ officeCode, kind: 'like' });
        await saveFlags(storage, [aFlagDraft({ officeCode, kind: 'like' }), aFlagDraft({ officeCode })]);
        const ids = async (filter: Parameters<Storage['flags']['listFlagQueue']>[0]) =>
          (await storage.flags.listFlagQueue(filter, { limit: 50 })).flags.map((flag) => flag.id);
        expect(await ids({ officeCodes: [officeCode], state: 'open', kind: 'like', rule: 'call-to-vote' })).toEqual([
          wanted.id,
        ]);
        expect(await ids({ officeCodes: [officeCode], rule: 'other' })).toEqual([]);
        expect(await ids({ officeCodes: [] })).toEqual([]);
      });

      it('go to exactly one of 20 claimers', async () => {
        const flag = await openFlag();
        const claims = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            storage.flags.claimFlag(flag.id, { by: `peninjau-${n}`, until: minutesAfter(15), now: NOW }),
          ),
        );
        expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
      });

      it('are free again when a claim has run out or was released, but only its holder releases', async () => {
        const flag = await openFlag();
        const claim = (by: string, now: Date) =>
          storage.flags.claimFlag(flag.id, { by, until: new Date(now.getTime() + 900_000), now });
        expect((await claim('a', NOW))?.claim).toEqual({ by: 'a', until: minutesAfter(15) });
        expect(await claim('b', minutesAfter(14))).toBeUndefined();
        await storage.flags.releaseFlag(flag.id, 'b', minutesAfter(14));
        expect(await claim('b', minutesAfter(14))).toBeUndefined();
        expect((await claim('a', minutesAfter(14)))?.claim?.until).toEqual(minutesAfter(29));
        expect((await claim('b', minutesAfter(29)))?.claim?.by).toBe('b');
        await storage.flags.releaseFlag(flag.id, 'b', minutesAfter(29));
        expect((await claim('a', minutesAfter(29)))?.version).toBe(flag.version);
      });

      it('stay with a person until the last of their open pages is left, and the log tells taking and giving back', async () => {
        const flag = await openFlag();
        const by = uniqueName('peninjau');
        const claim = (tab: string, at: number) =>
          storage.flags.claimFlag(flag.id, { by, tab, until: minutesAfter(at + 15), now: minutesAfter(at) });
        const leave = (tab: string, at: number) =>
          storage.flags.leaveFlag(flag.id, { by, tab, until: minutesAfter(at + 0.1), now: minutesAfter(at) });
        const until = async () => (await storage.flags.findFlag(flag.id))!.claim!.until;
        await claim('aa', 0);
        await claim('bb', 5);
        expect(await until()).toEqual(minutesAfter(20));
        await leave('bb', 6);
        expect(await until()).toEqual(minutesAfter(15));
        await claim('aa', 7);
        await storage.flags.leaveFlag(flag.id, { by: 'lain', tab: 'aa', until: NOW, now: minutesAfter(7) });
        expect(await until()).toEqual(minutesAfter(22));
        await leave('aa', 8);
        expect(await until()).toEqual(minutesAfter(8.1));
        expect(
          await storage.flags.claimFlag(flag.id, { by: 'lain', until: minutesAfter(20), now: minutesAfter(8.05) }),
        ).toBe(undefined);
        await leave('aa', 8.05);
        await claim('cc', 8.05);
        expect(await until()).toEqual(minutesAfter(23.05));
        const log = (await storage.audit.listEntries({ limit: 50 })).filter((entry) => entry.actor === by);
        expect(log.map(({ action }) => action)).toEqual(['flag_claimed', 'flag_released', 'flag_claimed']);
        expect((await storage.flags.findFlag(flag.id))!.claim).toStrictEqual({ by, until: minutesAfter(23.05) });
      });

      it('are held by all of 12 pages of one person that ask at once, and stand in the log once', async () => {
        const flag = await openFlag();
        const by = uniqueName('peninjau');
        const tabs = Array.from({ length: 12 }, (_, n) => `tab-${n}`);
        const page = (tab: string) => ({ by, tab, until: minutesAfter(15), now: NOW });
        const claims = await Promise.all(tabs.map((tab) => storage.flags.claimFlag(flag.id, page(tab))));
        expect(claims.map((claimed) => claimed?.claim?.by)).toEqual(tabs.map(() => by));
        const other = { by: 'lain', until: minutesAfter(15), now: NOW };
        for (const tab of tabs) {
          expect(await storage.flags.claimFlag(flag.id, other), tab).toBe(undefined);
          await storage.flags.leaveFlag(flag.id, { ...page(tab), until: NOW });
        }
        const log = (await storage.audit.listEntries({ limit: 50 })).filter((entry) => entry.actor === by);
        expect(log.map(({ action }) => action)).toEqual(['flag_released', 'flag_claimed']);
        expect((await storage.flags.claimFlag(flag.id, other))?.claim?.by).toBe('lain');
      });

      it('hold no page that went without a word longer than a claim', async () => {
        const flag = await openFlag();
        const page = (tab: string, at: number) => ({
          by: 'a',
          tab,
          until: minutesAfter(at + 15),
          now: minutesAfter(at),
        });
        await storage.flags.claimFlag(flag.id, page('aa', 0));
        await storage.flags.claimFlag(flag.id, page('bb', 10));
        await storage.flags.leaveFlag(flag.id, { ...page('bb', 16), until: minutesAfter(16) });
        const other = { by: 'b', until: minutesAfter(40), now: minutesAfter(16) };
        expect((await storage.flags.claimFlag(flag.id, other))?.claim?.by).toBe('b');
      });

      it('are handed out one each by claimNext to many at once, and run out', async () => {
        const officeCode = uniqueName('office');
        const opened = await Promise.all(
          Array.from({ length: 10 }, (_, n) => openFlag({ officeCode, createdAt: minutesAfter(n) })),
        );
        await saveFlags(storage, [aFlagDraft({ officeCode })]);
        const claims = await Promise.all(
          Array.from({ length: 12 }, (_, n) =>
            storage.flags.claimNextFlag(
              { officeCodes: [officeCode] },
              { by: `p-${n}`, until: minutesAfter(60), now: minutesAfter(30) },
            ),
          ),
        );
        const ids = claims.flatMap((flag) => (flag ? [flag.id] : []));
        expect(ids.toSorted()).toEqual(opened.map((flag) => flag.id).toSorted());
      });

      it('come after a given flag or cursor when the next one is asked for', async () => {
        const officeCode = uniqueName('office');
        const opened = [];
        for (const n of [0, 1, 2]) opened.push(await openFlag({ officeCode, createdAt: minutesAfter(n) }));
        const claim = { by: 'a', until: minutesAfter(60), now: minutesAfter(30) };
        const filter = { officeCodes: [officeCode] };
        expect((await storage.flags.claimNextFlag(filter, { ...claim, after: opened[0]!.id }))?.id).toBe(opened[1]!.id);
        const { nextCursor } = await storage.flags.listFlagQueue(filter, { limit: 2 });
        expect((await storage.flags.claimNextFlag(filter, { ...claim, after: nextCursor! }))?.id).toBe(opened[2]!.id);
        await expect(storage.flags.claimNextFlag(filter, { ...claim, after: 'no-such' })).rejects.toBeInstanceOf(
          NotFoundError,
        );
      });

      it('take one of two decisions made on the same version', async () => {
        const flag = await openFlag();
        await storage.flags.claimFlag(flag.id, { by: 'a', until: minutesAfter(15), now: NOW });
        const decisions = ['a', 'b'].map((reviewerId) => {
          const review = aReview({ reviewerId });
          return storage.flags.saveDecision(decide(flag, flag.version, review), review);
        });
        const outcomes = await Promise.allSettled(decisions);
        const rejected = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(rejected.map((outcome) => outcome.reason.constructor)).toEqual([ChangedMeanwhileError]);
        const decided = await storage.flags.findFlag(flag.id);
        expect(decided).toMatchObject({ state: 'decided', version: flag.version + 1 });
        expect(decided?.reviews).toHaveLength(1);
        expect(decided).not.toHaveProperty('claim');
      });

      it('keep every review, and wait on when context is asked for', async () => {
        const flag = await openFlag();
        const ask = aReview({ verdict: 'needs_context' });
        const asked = decide(flag, flag.version, ask);
        await storage.flags.saveDecision(asked, ask);
        const dismiss = aReview({ verdict: 'dismissed', at: minutesAfter(5) });
        const dismissed = decide((await storage.flags.findFlag(flag.id))!, asked.version, dismiss);
        await storage.flags.saveDecision(dismissed, dismiss);
        expect(await storage.flags.findFlag(flag.id)).toStrictEqual(dismissed);
        const ghost = { ...dismissed, id: 'no-such' };
        await expect(storage.flags.saveDecision(ghost, dismiss)).rejects.toBeInstanceOf(NotFoundError);
      });

      it('are counted for the digest: new and decided in the day, waiting and overdue now', async () => {
        const officeCode = uniqueName('office');
        const day = 24 * 60;
        await saveFlags(storage, [aFlagDraft({ officeCode, createdAt: minutesAfter(10) })]);
        await openFlag({ officeCode, createdAt: minutesAfter(-9 * day) }, minutesAfter(-8 * day));
        // Made as long ago, but its evidence was sealed only now: nobody could have decided it.
        await openFlag({ officeCode, createdAt: minutesAfter(-8 * day) });
        await saveFlags(storage, [aFlagDraft({ officeCode, createdAt: minutesAfter(-8 * day) })]);
        const decidedFlag = await openFlag({ officeCode, createdAt: minutesAfter(-day) });
        const review = aReview({ at: minutesAfter(20) });
        await storage.flags.saveDecision(decide(decidedFlag, decidedFlag.version, review), review);
        const count = async (from: Date, to: Date) => {
          const span = { officeCodes: [officeCode], from, to, now: minutesAfter(30) };
          const found = await storage.flags.findForDigest({ ...span, weekEnd: minutesAfter(30) });
          return countsOf({ ...found, decidedAs: await storage.flags.countDecided(span) });
        };
        expect(await count(NOW, minutesAfter(day))).toEqual({ newFlags: 1, waiting: 4, overdue: 1, decided: 1 });
        expect(await count(minutesAfter(-day), minutesAfter(20))).toEqual({
          newFlags: 2,
          waiting: 4,
          overdue: 1,
          decided: 0,
        });
      });

      it('stand behind the digest: by kind, by what they wait for, by day, and what is due this week', async () => {
        const officeCode = uniqueName('office');
        const day = 24 * 60;
        const like = { officeCode, kind: 'like' as const, createdAt: minutesAfter(5) };
        await saveFlags(storage, [aFlagDraft({ officeCode, createdAt: minutesAfter(10) }), aFlagDraft(like)]);
        await saveFlags(storage, [aFlagDraft({ ...like, createdAt: minutesAfter(7) })]);
        const asked = await openFlag({ officeCode, createdAt: minutesAfter(-7 * day) }, minutesAfter(-6 * day));
        const question = aReview({ verdict: 'needs_context', at: minutesAfter(20) });
        await storage.flags.saveDecision(decide(asked, asked.version, question), question);
        await openFlag({ officeCode, createdAt: minutesAfter(-1) }, minutesAfter(-1));
        await openFlag({ officeCode, createdAt: minutesAfter(-20 * day) }, minutesAfter(-19 * day));
        const span = { officeCodes: [officeCode], from: NOW, to: minutesAfter(day), now: minutesAfter(30) };
        const found = await storage.flags.findForDigest({ ...span, weekEnd: minutesAfter(2 * day) });
        const { stage, platform } = aFlagDraft();
        const group = { officeCode, stage, platform };
        expect(found.groups.toSorted((a, b) => b.flags - a.flags)).toEqual([
          { ...group, kind: 'like', flags: 2 },
          { ...group, kind: 'post', flags: 1 },
        ]);
        expect(found.waitsFor).toEqual({ evidence: 3, decision: 2, context: 1, settling: 0 });
        expect(found.oldest).toEqual(minutesAfter(-20 * day));
        expect(found.dueThisWeek).toBe(1);
        expect(found.newByDaysBack).toEqual([3, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
      });

      it('are counted by state and, once for each of their tickets, by ticket', async () => {
        const officeCode = uniqueName('office');
        const [match] = aFlagDraft().matches;
        const ticket = uniqueName('contest');
        const matches = [
          { ...match!, tickets: [`${ticket}/1`, `${ticket}/2`] },
          { ...match!, tickets: [`${ticket}/1`] },
        ];
        await saveFlags(storage, [
          aFlagDraft({ officeCode, matches, createdAt: NOW, elections: 'sha256:old' }),
          aFlagDraft({ officeCode, matches: [matches[1]!], createdAt: minutesAfter(1), elections: 'sha256:new' }),
        ]);
        await openFlag({ officeCode, matches: [] });
        expect(await storage.flags.countFlagsByState([officeCode])).toEqual({
          sealing: 2,
          open: 1,
          decided: 0,
          contrary: 0,
        });
        const counts = await storage.flags.countFlagsByTicket();
        expect(counts.filter((count) => count.ticket.startsWith(ticket))).toEqual([
          { ticket: `${ticket}/1`, marks: 2, ruleset: aFlagDraft().ruleset, elections: 'sha256:new' },
          { ticket: `${ticket}/2`, marks: 1, ruleset: aFlagDraft().ruleset, elections: 'sha256:old' },
        ]);
      });

      it('left in sealing are listed for a lost queue', async () => {
        const draft = aFlagDraft({ createdAt: new Date(Date.UTC(2018, 0, 1)) });
        await saveFlags(storage, [draft]);
        const before = new Date(Date.UTC(2018, 0, 2));
        expect(await storage.flags.listSealingIds({ before, limit: 10 })).toEqual([draft.id]);
      });
    });

    describe('accounts', () => {
      it('are created, left alone or updated, and never doubled', async () => {
        const drafts = Array.from({ length: 30 }, () => anAccountDraft());
        expect(await storage.accounts.saveAccounts(drafts)).toEqual({ created: 30, updated: 0, unchanged: 0 });
        const again = drafts.map((draft, n) => (n < 10 ? { ...draft, position: 'Kepala Contoh' } : draft));
        const shouted = again.map((draft) => ({ ...draft, handle: `@${draft.handle.toUpperCase()}` }));
        expect(await storage.accounts.compareAccounts(again)).toEqual({ created: 0, updated: 10, unchanged: 20 });
        expect(await storage.accounts.saveAccounts(again)).toEqual({ created: 0, updated: 10, unchanged: 20 });
        expect((await storage.accounts.saveAccounts(shouted)).created).toBe(0);
        const found = await findByHandle(storage, 'bluesky', shouted[0]!.handle);
        expect(found).toMatchObject({ position: 'Kepala Contoh', formerHandles: [], proof: 'proven' });
        expect(Object.isFrozen(found?.mandate)).toBe(true);
      });

      it('are not doubled by many imports at the same moment', async () => {
        const drafts = Array.from({ length: 50 }, () => anAccountDraft());
        const counts = await Promise.all(Array.from({ length: 5 }, () => storage.accounts.saveAccounts(drafts)));
        expect(counts.every((count) => count.created + count.unchanged === 50)).toBe(true);
        const handleKey = { $in: drafts.map((draft) => draft.handle) };
        expect(await raw.collection('accounts').countDocuments({ handleKey })).toBe(50);
      });

      it('hold no NIP in clear anywhere in the database, and give it back to whoever may ask', async () => {
        const draft = anAccountDraft({ nip: '197502022001122003' });
        await storage.accounts.saveAccounts([draft]);
        const account = (await findByHandle(storage, 'bluesky', draft.handle))!;
        expect(account.nipMasked).toBe('•••••••••••••••003');
        expect(JSON.stringify(await documents('accounts'))).not.toContain('197502022001122003');
        expect(await storage.accounts.getNip(account.id)).toBe('197502022001122003');
      });

      it('do not open a sealed NIP that was moved from another account', async () => {
        const [one, other] = [anAccountDraft(), anAccountDraft({ nip: '198502022010122004' })];
        await storage.accounts.saveAccounts([one, other]);
        const ids = await Promise.all(
          [one, other].map(async (d) => (await findByHandle(storage, 'bluesky', d.handle))!.id),
        );
        const stolen = await raw.collection('accounts').findOne({ _id: ids[1] as never });
        await raw
          .collection('accounts')
          .updateOne({ _id: ids[0] as never }, { $set: { nipSealed: stolen?.nipSealed } });
        await expect(storage.accounts.getNip(ids[0]!)).rejects.toBeInstanceOf(PermanentError);
      });

      it('keep their id through a rename, and an older list does not register the old handle anew', async () => {
        const draft = anAccountDraft();
        await storage.accounts.saveAccounts([draft]);
        const account = (await findByHandle(storage, 'bluesky', draft.handle))!;
        const externalId = `did:plc:${uniqueName('x')}`;
        expect(await storage.accounts.recordIdentity(account.id, { externalId, handle: draft.handle })).toEqual({
          wasRenamed: false,
        });
        const renamed = uniqueName('baru');
        expect(await storage.accounts.recordIdentity(account.id, { externalId, handle: renamed })).toEqual({
          wasRenamed: true,
        });
        expect(await storage.accounts.recordIdentity(account.id, { externalId, handle: renamed })).toEqual({
          wasRenamed: false,
        });
        expect(await storage.accounts.findAccount(account.id)).toMatchObject({
          handle: renamed,
          externalId,
          formerHandles: [draft.handle],
        });
        expect(await findByHandle(storage, 'bluesky', draft.handle)).toBeUndefined();
        expect(await storage.accounts.saveAccounts([draft])).toEqual({ created: 0, updated: 0, unchanged: 1 });
        const stranger = anAccountDraft({ handle: draft.handle, nip: '199003032015031005' });
        expect(await storage.accounts.saveAccounts([stranger])).toEqual({ created: 1, updated: 0, unchanged: 0 });
      });

      it('refuse another identity under a known handle, and a handle of another account', async () => {
        const [one, other] = [anAccountDraft(), anAccountDraft()];
        await storage.accounts.saveAccounts([one, other]);
        const account = (await findByHandle(storage, 'bluesky', one.handle))!;
        const externalId = `did:plc:${uniqueName('x')}`;
        await storage.accounts.recordIdentity(account.id, { externalId, handle: one.handle });
        const recycled = { externalId: `did:plc:${uniqueName('y')}`, handle: one.handle };
        await expect(storage.accounts.recordIdentity(account.id, recycled)).rejects.toBeInstanceOf(PermanentError);
        const taken = { externalId, handle: other.handle };
        await expect(storage.accounts.recordIdentity(account.id, taken)).rejects.toBeInstanceOf(PermanentError);
        expect(await storage.accounts.findAccount(account.id)).toMatchObject({
          externalId,
          handle: one.handle,
          formerHandles: [],
        });
      });

      it('name the drafts that would give a watched account to another person', async () => {
        const [visited, flagged, untouched] = [anAccountDraft(), anAccountDraft(), anAccountDraft()];
        await storage.accounts.saveAccounts([visited, flagged, untouched]);
        const idOf = async (draft: typeof visited) => (await findByHandle(storage, 'bluesky', draft.handle))!.id;
        await storage.accounts.recordVisit(await idOf(visited), { nextVisitAt: minutesAfter(60), at: NOW });
        await saveFlags(storage, [aFlagDraft({ accountId: await idOf(flagged) })]);
        const other = [untouched, visited, flagged].map((draft) => ({ ...draft, nip: '199003032015031005' }));
        const heldBy = '•••••••••••••••001';
        expect(await storage.accounts.findTakenOver(other)).toEqual([
          { index: 1, heldBy, isClosed: false },
          { index: 2, heldBy, isClosed: false },
        ]);
        expect(await storage.accounts.findTakenOver([visited, flagged])).toEqual([]);
        await storage.accounts.saveAccounts([other[0]!]);
        expect(await storage.accounts.getNip(await idOf(untouched))).toBe('199003032015031005');
      });

      it('are due at once when new, then when their next visit says, longest overdue first', async () => {
        const drafts = Array.from({ length: 3 }, () => anAccountDraft({ platform: 'youtube' }));
        await storage.accounts.saveAccounts(drafts);
        const ids = await Promise.all(drafts.map(async (d) => (await findByHandle(storage, 'youtube', d.handle))!.id));
        const due = async (now: Date) => storage.accounts.listDueAccounts({ platform: 'youtube', now, limit: 10 });
        expect((await due(NOW)).map((one) => one.id).toSorted()).toEqual(ids.toSorted());
        await storage.accounts.recordVisit(ids[0]!, { cursor: 'c1', nextVisitAt: minutesAfter(60), at: NOW });
        await storage.accounts.recordVisit(ids[1]!, { nextVisitAt: minutesAfter(30), at: NOW });
        expect(await due(NOW)).toEqual([{ id: ids[2] }]);
        expect(await due(minutesAfter(60))).toEqual([{ id: ids[2] }, { id: ids[1] }, { id: ids[0] }]);
        expect(await storage.accounts.findCursor(ids[0]!)).toBe('c1');
        await storage.accounts.recordVisit(ids[0]!, { nextVisitAt: minutesAfter(90), at: minutesAfter(60) });
        expect(await storage.accounts.findCursor(ids[0]!)).toBe('c1');
        await storage.accounts.saveAccounts(drafts);
        expect(await due(minutesAfter(60))).toHaveLength(2);
      });

      it('are listed in order of id, in pages, by platform and office', async () => {
        const officeCode = uniqueName('office');
        await storage.accounts.saveAccounts(Array.from({ length: 7 }, () => anAccountDraft({ officeCode })));
        const first = await storage.accounts.listAccounts({ officeCodes: [officeCode], limit: 4 });
        const rest = await storage.accounts.listAccounts({ officeCodes: [officeCode], after: first.at(-1)!.id });
        const ids = [...first, ...rest].map((account) => account.id);
        expect(ids).toHaveLength(7);
        expect(ids).toEqual(ids.toSorted());
        expect(await storage.accounts.listAccounts({ officeCodes: [officeCode], platform: 'tiktok' })).toEqual([]);
        expect((await storage.accounts.findAccounts(ids.slice(0, 2))).map((a) => a.id).toSorted()).toEqual(
          ids.slice(0, 2),
        );
        expect(await storage.accounts.countAccounts()).toBeGreaterThanOrEqual(7);
      });
    });

    describe('offices', () => {
      it('are updated by code, and know everyone below them, even in a ring', async () => {
        const office = (code: string, parentCode?: string) => ({
          code: `o-${code}`,
          name: `Dinas ${code}`,
          region: '35.78',
          timeZone: 'Asia/Jakarta' as const,
          ...(parentCode ? { parentCode: `o-${parentCode}` } : {}),
        });
        const tree = [
          office('a'),
          office('b', 'a'),
          office('c', 'b'),
          office('d'),
          office('r1', 'r2'),
          office('r2', 'r1'),
        ];
        expect(await storage.offices.saveOffices(tree)).toEqual({ created: 6, updated: 0, unchanged: 0 });
        expect(
          await storage.offices.saveOffices([{ ...tree[0]!, digestTo: 'sekda@contoh.example' }, tree[1]!]),
        ).toEqual({
          created: 0,
          updated: 1,
          unchanged: 1,
        });
        expect(await storage.offices.saveOffices([tree[0]!])).toMatchObject({ updated: 1 });
        expect(await storage.offices.findOffice('o-a')).toStrictEqual(tree[0]);
        expect((await storage.offices.withDescendants(['o-a', 'o-d'])).toSorted()).toEqual([
          'o-a',
          'o-b',
          'o-c',
          'o-d',
        ]);
        expect((await storage.offices.withDescendants(['o-r1'])).toSorted()).toEqual(['o-r1', 'o-r2']);
      });
    });

    describe('coverage', () => {
      it('keeps the best seen of a day and the greater counts, in whatever order visits are written', async () => {
        const hidden = aCoverageEntry({
          observation: { state: 'not_observable', reason: 'timeout' },
          skipped: { too_old: 2 },
        });
        const seen = aCoverageEntry({
          observation: { state: 'seen', count: 4 },
          skipped: { too_old: 1, duplicate: 3 },
          at: minutesAfter(5),
        });
        const none = aCoverageEntry({ at: minutesAfter(9) });
        for (const [n, order] of [
          [hidden, seen, none],
          [none, seen, hidden],
          [seen, seen, hidden],
        ].entries()) {
          const accountId = `akun-${n}`;
          for (const entry of order) await storage.coverage.recordCoverage([{ ...entry, accountId }]);
          const [kept, ...more] = await storage.coverage.listCoverageOf(accountId, '2024-10-01');
          expect(more).toEqual([]);
          expect(kept).toMatchObject({
            observation: { state: 'seen', count: 4 },
            skipped: { too_old: 2, duplicate: 3 },
          });
        }
        const accountId = 'akun-tak-teramati';
        await storage.coverage.recordCoverage([{ ...hidden, accountId }]);
        await storage.coverage.recordCoverage([
          { ...hidden, accountId, observation: { state: 'not_observable', reason: 'gone' } },
        ]);
        const [kept] = await storage.coverage.listCoverageOf(accountId, '2024-10-01');
        expect(kept?.observation).toEqual({ state: 'not_observable', reason: 'gone' });
      });

      it('sums a day up by state and reason, for the offices asked for', async () => {
        const officeCode = uniqueName('office');
        const entry = (
          accountId: string,
          signal: 'posts' | 'likes',
          observation: Parameters<typeof aCoverageEntry>[0] & object,
        ) => aCoverageEntry({ accountId, signal, officeCode, ...observation });
        await storage.coverage.recordCoverage([
          entry('s1', 'posts', { observation: { state: 'seen', count: 2 } }),
          entry('s1', 'likes', { observation: { state: 'not_observable', reason: 'login_wall' } }),
          entry('s2', 'posts', {}),
          entry('s2', 'likes', { observation: { state: 'not_observable', reason: 'login_wall' } }),
          entry('s2', 'likes', { day: '2024-10-02' }),
        ]);
        expect(await storage.coverage.summariseCoverage({ day: '2024-10-01', officeCodes: [officeCode] })).toEqual({
          accounts: 2,
          signals: 4,
          seen: 1,
          none: 1,
          notObservable: 2,
          reasons: { login_wall: 2 },
        });
      });

      it('breaks a day down by platform and signal, for the offices asked for', async () => {
        const officeCode = uniqueName('office');
        const entry = (accountId: string, parts: Parameters<typeof aCoverageEntry>[0]) =>
          aCoverageEntry({ accountId, signal: 'likes', officeCode, ...parts });
        const unread = { observation: { state: 'not_observable', reason: 'no_collector' } } as const;
        await storage.coverage.recordCoverage([
          entry('p1', { platform: 'tiktok', ...unread }),
          entry('p2', { platform: 'tiktok', ...unread }),
          entry('p2', { platform: 'tiktok', observation: { state: 'seen', count: 1 } }),
          entry('p3', { platform: 'bluesky' }),
          entry('p4', { platform: 'bluesky', officeCode: uniqueName('other') }),
        ]);
        const cells = await storage.coverage.breakDownByPlatform({ day: '2024-10-01', officeCodes: [officeCode] });
        expect(cells).toEqual([
          { platform: 'bluesky', signal: 'likes', seen: 0, none: 1, notObservable: 0, reasons: {} },
          { platform: 'tiktok', signal: 'likes', seen: 1, none: 0, notObservable: 1, reasons: { no_collector: 1 } },
        ]);
      });
    });

    describe('digests', () => {
      const day = '2024-10-01';
      const claim = (officeCode: string, now: Date) =>
        storage.digests.claimDigestOnce({
          officeCode,
          day,
          recipient: 'sekda@contoh.example',
          now,
          staleAfterMs: 600_000,
        });

      it('belong to exactly one of many workers', async () => {
        const officeCode = uniqueName('office');
        const claims = await Promise.all(Array.from({ length: 20 }, () => claim(officeCode, NOW)));
        expect(claims.filter(Boolean)).toHaveLength(1);
      });

      it('are taken over when failed or left while building, never once the mail was on its way', async () => {
        const officeCode = uniqueName('office');
        expect(await claim(officeCode, NOW)).toBe(true);
        expect(await claim(officeCode, minutesAfter(9))).toBe(false);
        expect(await claim(officeCode, minutesAfter(10))).toBe(true);
        const receipt = (await storage.digests.findReceipt(officeCode, day))!;
        expect(receipt).toMatchObject({ state: 'building', attempts: 2 });
        await storage.digests.recordReceipt({ ...receipt, state: 'sending' });
        expect(await claim(officeCode, minutesAfter(500))).toBe(false);
        await storage.digests.recordReceipt({ ...receipt, state: 'failed', reason: 'tidak terjangkau' });
        const retries = await Promise.all([claim(officeCode, minutesAfter(501)), claim(officeCode, minutesAfter(501))]);
        expect(retries.filter(Boolean)).toHaveLength(1);
        const sent = { ...receipt, state: 'sent' as const, attempts: 3, messageId: '<1@contoh.example>' };
        await storage.digests.recordReceipt(sent);
        expect(await claim(officeCode, minutesAfter(900))).toBe(false);
        expect(await storage.digests.findReceipt(officeCode, day)).toStrictEqual(sent);
        expect(await storage.digests.listReceipts({ day, limit: 100 })).toContainEqual(sent);
      });
    });

    describe('users', () => {
      const aUser = (given: Partial<User> = {}): User => ({
        id: uniqueName('u'),
        username: uniqueName('Nama'),
        displayName: 'Peninjau Contoh',
        role: 'reviewer',
        officeCodes: ['dinas-contoh'],
        isActive: true,
        ...given,
      });

      it('are found by name in any case, and no two share one', async () => {
        const user = aUser();
        await storage.users.saveUser(user, 'hash-contoh');
        expect(await storage.users.findUserByUsername(user.username.toUpperCase())).toEqual({
          user,
          passwordHash: 'hash-contoh',
          sessionEpoch: 1,
          hasSecondStep: false,
        });
        const double = aUser({ username: user.username.toLowerCase() });
        await expect(storage.users.saveUser(double, 'x')).rejects.toBeInstanceOf(PermanentError);
        expect(await storage.users.listUsers()).toContainEqual(user);
      });

      it('lose their session when it ends, is deleted, or they are no longer active', async () => {
        const user = aUser();
        await storage.users.saveUser(user, 'x');
        const session = {
          tokenHash: uniqueName('t'),
          userId: user.id,
          csrfToken: 'c',
          openedAt: new Date(),
          expiresAt: new Date(Date.now() + 3_600_000),
          sessionEpoch: 1,
        };
        await storage.users.saveSession(session);
        const now = new Date();
        expect(await storage.users.findSession(session.tokenHash, now)).toEqual({
          session,
          user,
          hasSecondStep: false,
        });
        expect(await storage.users.findSession(session.tokenHash, session.expiresAt)).toBeUndefined();
        await storage.users.saveUser({ ...user, isActive: false }, 'x');
        expect(await storage.users.findSession(session.tokenHash, now)).toBeUndefined();
        await storage.users.saveUser(user, 'x');
        await storage.users.deleteSession(session.tokenHash);
        expect(await storage.users.findSession(session.tokenHash, now)).toBeUndefined();
      });

      it('lose every session with a change, and one that is opened meanwhile with what was before it', async () => {
        const user = aUser();
        await storage.users.saveUser(user, 'lama');
        const now = new Date();
        const aSession = (sessionEpoch: number) => ({
          tokenHash: uniqueName('t'),
          userId: user.id,
          csrfToken: 'c',
          openedAt: now,
          expiresAt: new Date(now.getTime() + 3_600_000),
          sessionEpoch,
        });
        const [open, late] = [aSession(1), aSession(1)];
        await storage.users.saveSession(open);
        expect(await storage.users.listSessions(now, user.id)).toEqual([open]);
        expect(await storage.users.changeUser(user.id, { passwordHash: 'baru' })).toEqual({ endedSessions: 1 });
        await storage.users.saveSession(late);
        for (const { tokenHash } of [open, late]) {
          expect(await storage.users.findSession(tokenHash, now)).toBeUndefined();
        }
        const found = (await storage.users.findUserByUsername(user.username))!;
        expect(found).toEqual({ user, passwordHash: 'baru', sessionEpoch: 2, hasSecondStep: false });
        const next = aSession(found.sessionEpoch);
        await storage.users.saveSession(next);
        expect((await storage.users.findSession(next.tokenHash, now))?.user).toEqual(user);
      });
    });

    it('refuses an object where a query expects text, so that no operator comes in from outside', async () => {
      const operator = { $ne: null } as never;
      await expect(storage.flags.findFlag(operator)).rejects.toBeInstanceOf(TypeError);
      await expect(storage.users.findUserByUsername(operator)).rejects.toBeInstanceOf(TypeError);
      await expect(storage.users.findSession(operator, NOW)).rejects.toBeInstanceOf(TypeError);
      await expect(findByHandle(storage, 'bluesky', operator)).rejects.toBeInstanceOf(TypeError);
      await expect(storage.flags.listFlagQueue({ kind: operator }, { limit: 1 })).rejects.toBeInstanceOf(TypeError);
      await expect(storage.digests.findReceipt(operator, operator)).rejects.toBeInstanceOf(TypeError);
    });
  });
}
