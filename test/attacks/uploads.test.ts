import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BroughtFiles, openBroughtFiles } from '../../src/evidence/brought-files.js';
import { createPictureDrawer, type DrawerOptions } from '../../src/evidence/drawing-process.js';
import { createScanCommand } from '../../src/evidence/scan-command.js';
import { shownAs } from '../../src/intake/uploads/shown-as.js';
import { type TakenFile, takeUploads, type UploadDeps } from '../../src/intake/uploads/take-uploads.js';
import { UPLOAD_LIMITS } from '../../src/intake/uploads/upload-limits.js';
import { UploadRefusedError } from '../../src/intake/uploads/upload-refused.js';
import { type HostileFile, hostileFiles, MARK, mutations, pngOf, SEALED_ONLY } from './hostile-files.js';

// Whoever has an address may send us files. None is run, none is shown as what it says it is, none grows beyond its limit.

/** 200 with every run; `NETRA_HOSTILE_UPLOADS=10000 npx vitest run test/attacks/uploads.test.ts` for all. */
const RUNS = Number(process.env.NETRA_HOSTILE_UPLOADS ?? 200);

let dir: string;
let files: BroughtFiles;
let deps: UploadDeps;
const drawer = createPictureDrawer();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'netra-uploads-'));
  files = await openBroughtFiles(join(dir, 'reports'), { key: Buffer.alloc(32, 5) });
  deps = { limits: UPLOAD_LIMITS, drawPicture: drawer.drawPicture, keepFile: files.keepFile };
});
afterAll(async () => {
  drawer.close();
  await rm(dir, { recursive: true, force: true });
});

/** Taken, or the reason why not; whatever else is thrown fails the test. */
async function bring(bytes: Buffer): Promise<TakenFile | UploadRefusedError> {
  try {
    return (await takeUploads([bytes], deps))[0]!;
  } catch (error) {
    if (error instanceof UploadRefusedError) return error;
    throw error;
  }
}

/** What is kept of it is a picture of ours and nothing besides, or bytes that no browser will open. */
async function assertHarmless(taken: TakenFile, { name, bytes }: HostileFile): Promise<void> {
  const kept = await files.readFile(taken.id);
  const headers = shownAs(taken);
  expect(kept.length, name).toBe(taken.bytes);
  expect(headers['content-security-policy'], name).toBe("sandbox; default-src 'none'");
  if (taken.kind !== 'picture') {
    expect(kept.equals(bytes), name).toBe(true);
    expect(headers, name).toMatchObject({ 'content-type': 'application/octet-stream' });
    expect(headers['content-disposition'], name).toMatch(/^attachment; filename="laporan-[0-9a-f]{12}\.(pdf|video)"$/);
    return;
  }
  expect(kept.includes(MARK), name).toBe(false);
  expect(kept.length, name).toBeLessThanOrEqual(UPLOAD_LIMITS.pictureBytes);
  const { format, exif, xmp, icc, iptc, comments, pages = 1 } = await sharp(kept).metadata();
  expect({ format: `image/${format}`, exif, xmp, icc, iptc, comments, pages }, name).toEqual({
    format: taken.type,
    pages: 1,
  });
  const again = await sharp(kept)
    .toFormat(format as 'png')
    .toBuffer();
  expect(again.length, `${name}: nothing behind the end`).toBeGreaterThan(kept.length / 2);
}

describe('a file from outside', () => {
  it('of each hostile kind is refused with a reason, or leaves a picture without anything else', async () => {
    for (const file of await hostileFiles()) {
      const outcome = await bring(file.bytes);
      const isTaken = !(outcome instanceof UploadRefusedError);
      const note = isTaken ? 'taken' : outcome.fault;
      if (file.may !== 'either') expect(isTaken, `${file.name}: ${note}`).toBe(file.may === 'taken');
      if (isTaken) await assertHarmless(outcome, file);
      else expect(outcome.message, file.name).toMatch(/^(Berkas|Gambar)/);
    }
  });

  it.each(SEALED_ONLY)('that is kept as it came ($name) leaves as bytes to be saved', async (file) => {
    const outcome = await bring(file.bytes);
    expect(outcome).not.toBeInstanceOf(UploadRefusedError);
    await assertHarmless(outcome as TakenFile, file);
  });

  it(`in ${RUNS} forms made by chance never gets further than these`, async () => {
    const taken: Record<string, number> = {};
    for (const file of await mutations(RUNS)) {
      const outcome = await bring(file.bytes);
      const reason = outcome instanceof UploadRefusedError ? outcome.fault : outcome.kind;
      taken[reason] = (taken[reason] ?? 0) + 1;
      if (!(outcome instanceof UploadRefusedError)) {
        await assertHarmless(outcome, file);
        await files.removeFile(outcome.id);
      }
    }
    // Both happen, or the test tries nothing.
    expect(Object.keys(taken)).toEqual(expect.arrayContaining(['picture', 'type', 'broken']));
  });

  it('keeps the digest of what was brought, and of what is shown', async () => {
    const bytes = pngOf(20, 20, 20);
    const [one, two] = [await bring(bytes), await bring(bytes)] as TakenFile[];
    expect(one).toMatchObject({ broughtSha256: two!.broughtSha256, shownSha256: two!.shownSha256, type: 'image/png' });
    expect(one!.id).not.toBe(two!.id);
  });

  it('is turned as it was held, before what says so is gone', async () => {
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#123' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { width, height } = await sharp(await files.readFile(((await bring(lying)) as TakenFile).id)).metadata();
    expect({ width, height }).toEqual({ width: 20, height: 40 });
  });
});

describe('what a report may bring', () => {
  const small = pngOf(4, 4, 4);
  const faultOf = (given: Buffer[], limits: Partial<typeof UPLOAD_LIMITS> = {}) =>
    takeUploads(given, { ...deps, limits: { ...UPLOAD_LIMITS, ...limits } }).then(
      () => 'taken',
      (error) => (error as UploadRefusedError).fault,
    );

  it('is bounded in number, in size and altogether, and is taken whole or not at all', async () => {
    const before = await countKept();
    expect(await faultOf(Array.from({ length: 9 }, () => small))).toBe('too_many');
    expect(await faultOf([small], { pictureBytes: small.length - 1 })).toBe('too_large');
    expect(await faultOf([SEALED_ONLY[0]!.bytes], { documentBytes: 10 })).toBe('too_large');
    expect(await faultOf([SEALED_ONLY[2]!.bytes], { videoBytes: 10 })).toBe('too_large');
    expect(await faultOf([small, small], { allBytes: small.length + 1 })).toBe('all_too_large');
    expect(await faultOf([small, Buffer.from('<svg/>')])).toBe('type');
    expect(await faultOf([pngOf(100, 100, 100)], { pixels: 9_999 })).toBe('pixels');
    const noise = { noise: { type: 'gaussian', mean: 128, sigma: 60 } } as const;
    const dense = sharp({ create: { width: 300, height: 300, channels: 3, background: '#369', ...noise } });
    const coarse = await dense.webp({ quality: 5 }).toBuffer();
    expect(await faultOf([coarse], { pictureBytes: coarse.length + 100 })).toBe('pixels');
    expect(await countKept()).toBe(before);
    expect(await faultOf([])).toBe('taken');
  });

  it('says in both languages which file it was, and what to send instead', async () => {
    const error = (await bring(Buffer.from('ftypheic'))) as UploadRefusedError;
    expect(error.saidIn('en').message).toContain('File 1');
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\u0000\u0000\u0000\u0000mif1heic'),
      Buffer.alloc(200),
    ]);
    const refused = (await bring(heic)) as UploadRefusedError;
    expect([refused.fault, refused.hint]).toEqual(['heic', expect.stringContaining('tangkapan layar')]);
  });
});

describe('the process that draws', () => {
  const LIMITS = { pixels: 1_000_000, bytes: 1_000_000, seconds: 5 };
  const SECRET = 'NETRA_HASH_KEY';
  const inPlace = async (code: string, options: DrawerOptions = {}) => {
    const entry = join(dir, `entry-${randomUUID()}.mjs`);
    await writeFile(entry, `process.on('message', async ({ bytes }) => { ${code} });`);
    return createPictureDrawer({ processes: 1, entry, ...options });
  };

  it('holds no variable of ours, no folder, and no file that is open here but its channel', async () => {
    process.env[SECRET] = MARK;
    const { drawPicture, close } = await inPlace(
      'const { readdirSync, readlinkSync } = await import("node:fs");' +
        'const open = readdirSync("/proc/self/fd").map((fd) => { try { return readlinkSync("/proc/self/fd/" + fd) } catch { return "" } });' +
        'process.send({ env: process.env, cwd: process.cwd(), sockets: open.filter((to) => to.startsWith("socket")).length, open });',
    );
    const told = (await drawPicture(Buffer.from('x'), LIMITS)) as unknown as Record<string, unknown>;
    close();
    delete process.env[SECRET];
    expect(told).toMatchObject({ cwd: '/', sockets: 1 });
    expect(Object.keys(told.env as object).filter((name) => !/^NODE_CHANNEL/.test(name))).toEqual([]);
    expect(JSON.stringify(told.open)).not.toContain('netra');
  });

  it.each([
    ['dies', 'process.exit(0)'],
    ['is killed', 'process.kill(process.pid, "SIGSEGV")'],
    ['takes all memory', 'globalThis.held = []; setInterval(() => held.push(Buffer.alloc(2e7, 1)), 1)'],
  ])('that %s over a picture costs that picture, and the next is drawn by a new one', async (_, code) => {
    const { drawPicture, close } = await inPlace(
      `if (bytes.length === 1) { ${code} } else process.send({ pid: process.pid });`,
      { memoryBytes: 200_000_000 },
    );
    const first = (await drawPicture(Buffer.from('xx'), LIMITS)) as unknown as { pid: number };
    expect(await drawPicture(Buffer.from('x'), LIMITS)).toBe('broken');
    const next = (await drawPicture(Buffer.from('xx'), LIMITS)) as unknown as { pid: number };
    close();
    expect(next.pid).not.toBe(first.pid);
  });

  it('ends when it has nothing to do, also where it was ended before', async () => {
    const { drawPicture, close } = await inPlace('process.send({ pid: process.pid });', { idleMs: 20 });
    const pids = [];
    for (let n = 0; n < 2; n += 1) {
      const { pid } = (await drawPicture(Buffer.from('x'), LIMITS)) as unknown as { pid: number };
      pids.push(pid);
      if (n === 1) process.kill(pid, 'SIGKILL');
      await expect.poll(() => isRunning(pid)).toBe(false);
    }
    expect(new Set(pids).size).toBe(2);
    close();
  });

  it('is not waited for beyond its time', async () => {
    const { drawPicture, close } = await inPlace('for (;;);', { graceMs: 50 });
    expect(await drawPicture(Buffer.from('x'), { ...LIMITS, seconds: 0.1 })).toBe('broken');
    close();
  });
});

describe('the folder of brought files', () => {
  it('holds nothing readable, for nobody but its owner, under names that say nothing', async () => {
    const taken = (await bring(SEALED_ONLY[0]!.bytes)) as TakenFile;
    const path = join(dir, 'reports', taken.id.slice(0, 2), taken.id);
    expect((await readFile(path)).includes(MARK)).toBe(false);
    expect([(await stat(path)).mode & 0o777, (await stat(join(dir, 'reports'))).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('notices a file that was changed, or put in the place of another', async () => {
    const [one, two] = [await bring(pngOf(8, 8, 8)), await bring(pngOf(9, 9, 9))] as TakenFile[];
    const pathOf = ({ id }: TakenFile) => join(dir, 'reports', id.slice(0, 2), id);
    const sealed = await readFile(pathOf(one!));
    await writeFile(pathOf(two!), sealed);
    await expect(files.readFile(two!.id)).rejects.toThrow('tidak sama');
    sealed[40]! ^= 1;
    await writeFile(pathOf(one!), sealed);
    await expect(files.readFile(one!.id)).rejects.toThrow('tidak sama');
  });

  it.each(['../../etc/passwd', '', 'a/b', '00000000-0000-0000-0000-00000000000/', `${'0'.repeat(36)}`])(
    'opens no path for the id %j',
    async (id) => {
      await expect(files.keepFile(id, Buffer.from('x'))).rejects.toThrow('tidak sah');
      await expect(files.readFile(id)).rejects.toThrow('tidak sah');
    },
  );

  it('drops what no report names, once it is old enough to belong to none that is being written', async () => {
    const [named, lost, young] = (await Promise.all([1, 2, 3].map((n) => bring(pngOf(n, n, n))))) as TakenFile[];
    const old = new Date(Date.now() - 2 * 86_400_000);
    for (const { id } of [named!, lost!]) await utimes(join(dir, 'reports', id.slice(0, 2), id), old, old);
    const findNamed = async (ids: readonly string[]) => new Set(ids.filter((id) => id === named!.id));
    expect(await files.removeUnnamed({ before: new Date(Date.now() - 86_400_000), findNamed })).toBe(1);
    await expect(files.readFile(lost!.id)).rejects.toThrow('tidak ada lagi');
    for (const { id } of [named!, young!]) expect(await files.readFile(id)).toBeInstanceOf(Buffer);
  });
});

describe('a virus scanner', () => {
  const node = (script: string) => [process.execPath, '-e', script];
  const bringTo = (command: readonly string[], limitMs = 20_000) =>
    takeUploads([pngOf(5, 5, 5)], { ...deps, scanFile: createScanCommand(command, { limitMs }) });
  const READ_ALL = 'let n=0;process.stdin.on("data",d=>n+=d.length).on("end",()=>process.exit(n>50?CODE:9))';

  it('decides by its exit code over the bytes as they were brought', async () => {
    expect(await bringTo(node(READ_ALL.replace('CODE', '0')))).toHaveLength(1);
    await expect(bringTo(node(READ_ALL.replace('CODE', '1')))).rejects.toMatchObject({ fault: 'infected' });
  });

  it.each([
    ['fails', node('process.exit(2)')],
    ['hangs', node('setInterval(() => {}, 1000)')],
    ['is not there', ['/nowhere/scanner']],
    ['is told to be a shell', ['true; exit 0']],
  ])('that %s lets nothing in, and the same may come again', async (_, command) => {
    await expect(bringTo(command, 1_000)).rejects.toMatchObject({ retryable: true, message: /Pemindai/ });
  });

  it('is told no secret of ours', async () => {
    process.env.NETRA_HASH_KEY = MARK;
    const script = `process.exit(JSON.stringify(process.env).includes('${MARK}') ? 1 : 0)`;
    expect(await bringTo(node(script))).toHaveLength(1);
    delete process.env.NETRA_HASH_KEY;
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function countKept(): Promise<number> {
  return (await readdir(join(dir, 'reports'), { recursive: true, withFileTypes: true })).filter((e) => e.isFile())
    .length;
}
