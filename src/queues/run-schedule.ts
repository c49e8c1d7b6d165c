import { type PayloadQueue, unlessGivenUp } from './payload-queue.js';
import { type RunningWorker, runWorker, type WorkerSpec } from './run-worker.js';
import { SCHEDULE_TASKS, type SchedulePayload, type ScheduleTask } from './schedule-queue.js';

/** How often each task asks MongoDB what is due, in milliseconds. */
export type ScheduleEvery = Readonly<Record<ScheduleTask, number>>;

export interface ScheduleOptions extends Pick<WorkerSpec<SchedulePayload>, 'timing' | 'onFailed'> {
  readonly queue: PayloadQueue<SchedulePayload>;
  readonly tasks: Readonly<Record<ScheduleTask, () => Promise<unknown>>>;
  readonly every: ScheduleEvery;
  /** How often the schedule itself is told to Redis again: a flushed Redis forgets it without any error. */
  readonly retellEveryMs: number;
}

/** Runs the schedule. Several of these do no harm: a task that is due is one job. */
export async function runSchedule(options: ScheduleOptions): Promise<RunningWorker> {
  const { tasks, every, retellEveryMs, queue, timing, onFailed } = options;
  const tell = async () => {
    for (const task of SCHEDULE_TASKS) await queue.repeatEvery(task, every[task], { task });
  };
  await tell();
  let telling = Promise.resolve();
  const retell = () => {
    telling = tell().catch((error: unknown) => onFailed(error, undefined));
  };
  const timer = setInterval(retell, retellEveryMs);
  const worker = runWorker({ queue, timing, onFailed, concurrency: 1, handle: ({ task }) => tasks[task]() });
  return {
    name: worker.name,
    async close() {
      clearInterval(timer);
      const untold = await worker.close();
      await unlessGivenUp(telling, queue.connection); // Whoever closes the queue next must not cut it off.
      return untold;
    },
  };
}
