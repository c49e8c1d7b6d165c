import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { PermanentError } from '../domain/errors.js';
import type { PictureText } from '../domain/picture.js';
import { PICTURE_FAULTS } from '../words/pictures.js';
import { sayError } from '../words/say.js';
import { type PreparedPicture, preparePicture } from './prepare-picture.js';
import { type FoundWord, pictureText } from './word-boxes.js';

export interface PictureReader {
  /**
   * Throws `PermanentError` where the bytes are no picture, or reading it takes too long. Whoever gives up before its turn
   * has come takes nobody's time: `signal` throws its own reason then.
   */
  readPicture(bytes: Uint8Array, signal?: AbortSignal): Promise<PictureText>;
  close(): Promise<void>;
}

export interface PictureReaderOptions {
  /** Pictures read at once, each in a thread of its own. */
  readonly threads?: number;
  /** A thread is left for a fresh one after so many: what the reader does not give back of its memory ends there. */
  readonly batch?: number;
  readonly limitMs?: number;
  /** A thread with nothing to read is ended. */
  readonly idleMs?: number;
}

interface Thread {
  readonly worker: Worker;
  read: number;
}

/** Text in pictures, by Tesseract in WebAssembly with the Indonesian data that is installed: nothing is asked of the network. */
export function createPictureReader(options: PictureReaderOptions = {}): PictureReader {
  const { threads = 1, batch = 50, limitMs = 20_000, idleMs = 60_000 } = options;
  const idle: { thread: Thread; timer: NodeJS.Timeout }[] = [];
  const atOnce = pLimit(threads);

  async function takeThread(): Promise<Thread> {
    const known = idle.pop();
    clearTimeout(known?.timer);
    return known?.thread ?? { worker: await startWorker(), read: 0 };
  }

  function putBack(thread: Thread): void {
    const waiting = { thread, timer: setTimeout(() => void end(...idle.splice(idle.indexOf(waiting), 1)), idleMs) };
    idle.push(waiting);
  }

  async function readPrepared(picture: PreparedPicture): Promise<PictureText> {
    const thread = await takeThread();
    thread.read += 1;
    let isWhole = false;
    try {
      const lines = await within(limitMs, linesOf(thread.worker, picture));
      isWhole = true;
      return pictureText(lines, picture);
    } finally {
      if (isWhole && thread.read < batch) putBack(thread);
      else await thread.worker.terminate();
    }
  }

  return {
    readPicture: (bytes, signal) =>
      atOnce(async () => {
        signal?.throwIfAborted();
        const prepared = await preparePicture(bytes).catch((cause: unknown) => {
          throw fault('unreadable', cause);
        });
        return readPrepared(prepared);
      }),
    async close() {
      await Promise.all(idle.splice(0).map((waiting) => end(waiting)));
    },
  };
}

async function end(waiting?: { thread: Thread; timer: NodeJS.Timeout }): Promise<void> {
  clearTimeout(waiting?.timer);
  await waiting?.thread.worker.terminate();
}

const DATA = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/ind/package.json')),
  '4.0.0_best_int',
);

async function startWorker(): Promise<Worker> {
  const worker = await createWorker('ind', OEM.LSTM_ONLY, { langPath: DATA, gzip: true, cacheMethod: 'none' });
  // One block of lines: of the ways to read a page it loses fewest words of a poster. Without a resolution and a
  // place for its remarks it writes both to our error output.
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    user_defined_dpi: '150',
    debug_file: '/dev/null',
  });
  return worker;
}

async function linesOf(worker: Worker, { png }: PreparedPicture): Promise<FoundWord[][]> {
  const { data } = await worker.recognize(png, {}, { blocks: true, text: false });
  const paragraphs = (data.blocks ?? []).flatMap((block) => block.paragraphs);
  return paragraphs.flatMap(({ lines }) => lines).map(({ words }) => words);
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault('late')), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function fault(kind: keyof typeof PICTURE_FAULTS, cause?: unknown): PermanentError {
  return new PermanentError(...sayError(PICTURE_FAULTS[kind], 'id'), { cause });
}
