import type { PayloadQueue } from '../src/queues/payload-queue.js';
import { SCHEDULE_TASKS, type SchedulePayload, type ScheduleTask } from '../src/queues/schedule-queue.js';
import { type RunningWorker, runWorker, type WorkerTiming } from './run-worker.js';

/** How often each task asks MongoDB what is due, in milliseconds. */
export type ScheduleEvery = Readonly<Record<ScheduleTask, number>>;

export interface ScheduleOptions {
  readonly queue: PayloadQueue<SchedulePayload>;
  readonly tasks: Readonly<Record<ScheduleTask, () => Promise<unknown>>>;
  readonly every: ScheduleEvery;
  /** How often the schedule itself is told to Redis again: a flushed Redis forgets it without any error. */
  readonly retellEveryMs: number;
  readonly timing: WorkerTiming;
  readonly onFailed?: (error: Error, payload: unknown) => void;
}

/** Runs the schedule. Several of these do no harm: a task that is due is one job. */
export async function runScheduleWorker(options: ScheduleOptions): Promise<RunningWorker> {
  const { tasks, every, retellEveryMs, ...spec } = options;
  const tell = async () => {
    for (const task of SCHEDULE_TASKS) await spec.queue.repeatEvery(task, every[task], { task });
  };
  await tell();
  const timer = setInterval(() => void tell().catch(() => {}), retellEveryMs);
  const worker = runWorker({ ...spec, concurrency: 1, handle: ({ task }) => tasks[task]() });
  return {
    name: worker.name,
    async close() {
      clearInterval(timer);
      await worker.close();
    },
  };
}
