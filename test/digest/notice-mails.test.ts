import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/abilities.js';
import type { NoticeKind } from '../../src/domain/notice.js';
import { noticeTo } from '../../src/domain/notice.js';
import { createMailer, type Mailer } from '../../src/mail/mailer.js';
import { renderNotices } from '../../src/mail/render-notices.js';
import { type NoticeMailDeps, sendNoticeMails } from '../../src/steps/send-notice-mails.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { politeUntilTheEnd, type RunningServer, startScripted, startSmtp } from './smtp-servers.js';

const FLAG = 'flag-rahasia-contoh';
const SECRET = 'kutipan-yang-tidak-boleh-keluar';
/** 08.00 in Makassar, 07.00 in Jakarta. */
const MORNING = new Date('2026-11-21T00:00:00Z');
const later = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);

let storage: Storage;
let smtp: RunningServer;
let mailer: Mailer;
let now: Date;
let told = 0;

beforeAll(async () => {
  const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName: uniqueName('noticemail'), ...keys });
  const place = { name: 'Dinas Contoh', region: '73.71', timeZone: 'Asia/Makassar' } as const;
  await storage.offices.saveOffices([{ code: 'DINAS', ...place }]);
});
afterAll(() => storage?.close());
beforeEach(async () => {
  smtp = await startSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, from: 'netra@contoh.example' });
  now = MORNING;
});
afterEach(async () => {
  mailer.close();
  await smtp.stop();
});

let made = 0;
async function aPerson(given: { mail?: string | undefined; isActive?: boolean; role?: Role } = {}): Promise<string> {
  made += 1;
  const id = `orang${made}`;
  const { isActive = true, role = 'reviewer' } = given;
  const mail = 'mail' in given ? given.mail : `${id}@contoh.example`;
  const person = { id, username: id, displayName: 'Orang Contoh', role, officeCodes: ['DINAS'], isActive, mail };
  await storage.users.saveUser(person);
  return id;
}
async function tell(userId: string, kind: NoticeKind, at: Date): Promise<void> {
  told += 1;
  const remark = { id: String(told).padStart(24, '0'), flagId: FLAG, by: 'penulis', at, text: SECRET };
  await storage.remarks.addRemark(remark, [noticeTo(userId, kind, { flagId: FLAG, at, of: String(told) })]);
}
const send = (change: Partial<NoticeMailDeps> = {}) =>
  sendNoticeMails({
    noticeMails: storage.noticeMails,
    users: storage.users,
    offices: storage.offices,
    mailer,
    render: (counts) => renderNotices(counts, { consoleUrl: 'https://netra.contoh.example' }),
    messageIdDomain: 'contoh.example',
    clock: () => now,
    hour: 7,
    ...change,
  });
const mailsTo = (id: string, server = smtp) =>
  server.mails.filter(({ recipients }) => recipients.includes(`${id}@contoh.example`));

describe('mails of notices', () => {
  it('count what is unread by what it tells, and say nothing of it; nobody has one before seven', async () => {
    const id = await aPerson();
    await tell(id, 'asked', later(-10));
    await tell(id, 'asked', later(-9));
    await tell(id, 'assigned', later(-8));
    now = later(-1.5); // 06.30 in Makassar
    expect(await send()).toEqual({ sent: 0 });
    now = MORNING;
    expect(await send()).toEqual({ sent: 1 });
    const [mail] = mailsTo(id);
    expect(mail!.subject).toBe('[Netra] 3 kabar menunggu Anda');
    expect(mail!.text).toContain('Pertanyaan untuk Anda: 2');
    expect(mail!.text).toContain('Tugas baru: 1');
    expect(mail!.text).toContain('https://netra.contoh.example/notices');
    expect(mail!.raw).not.toMatch(new RegExp(`${SECRET}|${FLAG}|Orang Contoh|penulis`));
  });

  it('go to whoever has news, an address and a log-in, and did not say no', async () => {
    const people = {
      none: await aPerson(),
      closed: await aPerson({ isActive: false }),
      nowhere: await aPerson({ mail: undefined }),
      refusing: await aPerson(),
      reading: await aPerson(),
      wanted: await aPerson(),
    };
    for (const id of Object.values(people)) if (id !== people.none) await tell(id, 'mentioned', later(-2));
    await storage.users.setNoticeMail(people.refusing, false);
    await storage.notices.markRead(people.reading, { flagId: FLAG });
    expect(await send()).toEqual({ sent: 1 });
    expect(mailsTo(people.wanted)).toHaveLength(1);
    await storage.users.setNoticeMail(people.refusing, true);
    expect(await send()).toEqual({ sent: 1 });
    expect(mailsTo(people.refusing)).toHaveLength(1);
  });

  it('are one a day, whoever else sends at once, and none on a day without anything new', async () => {
    const id = await aPerson();
    await tell(id, 'asked', later(-1));
    await Promise.all([send(), send(), send(), send()]);
    await tell(id, 'late', later(1));
    now = later(2);
    await send();
    expect(mailsTo(id)).toHaveLength(1);
    now = later(24);
    await send();
    expect(mailsTo(id)).toHaveLength(2);
    expect(mailsTo(id)[1]!.subject).toBe('[Netra] 2 kabar menunggu Anda');
    now = later(48);
    await send();
    expect(mailsTo(id)).toHaveLength(2);
  });

  it('that no server took are tried again after half an hour', async () => {
    const id = await aPerson();
    await tell(id, 'asked', later(-1));
    const away = createMailer({ smtpUrl: 'smtp://127.0.0.1:9', from: 'netra@contoh.example' });
    expect(await send({ mailer: away })).toEqual({ sent: 0 });
    away.close();
    now = later(0.25);
    expect(await send()).toEqual({ sent: 0 });
    now = later(0.5);
    expect(await send()).toEqual({ sent: 1 });
    expect(mailsTo(id)).toHaveLength(1);
  });

  it('of which nobody knows whether they went are not sent again on that day, and nothing is lost by it', async () => {
    const id = await aPerson();
    await tell(id, 'asked', later(-1));
    const silent = await startScripted(
      '220 contoh\r\n',
      politeUntilTheEnd((socket) => socket.destroy()),
    );
    const cut = createMailer({ smtpUrl: silent.url, from: 'netra@contoh.example' });
    expect(await send({ mailer: cut })).toEqual({ sent: 0 });
    cut.close();
    await silent.stop();
    now = later(3);
    expect(await send()).toEqual({ sent: 0 });
    // A process that dies over one leaves it the same.
    const dead = await aPerson();
    await tell(dead, 'asked', later(1));
    const lost = { ...storage.noticeMails, recordNoticeMail: () => Promise.reject(new Error('contoh')) };
    await expect(send({ noticeMails: lost })).rejects.toThrow('contoh');
    expect(mailsTo(dead)).toHaveLength(1);
    now = later(6);
    expect(await send()).toEqual({ sent: 0 });
    for (const one of [id, dead]) await tell(one, 'answered', later(5));
    now = later(24);
    expect(await send()).toEqual({ sent: 2 });
    expect(mailsTo(dead)).toHaveLength(2);
    expect(mailsTo(dead)[1]!.subject).toBe('[Netra] 2 kabar menunggu Anda');
  });
});
