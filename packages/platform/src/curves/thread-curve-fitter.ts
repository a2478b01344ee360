import { join } from 'node:path';
import type { TransitionOptions, TransitionPoint, TransitionResult } from '@mlmcsc/charpy';
import { type CurveFitter, Unavailable, Unprocessable } from '@mlmcsc/core';
import { Piscina } from 'piscina';
import type { CurveTask, CurveTaskResult } from './fit-in-thread.ts';

const threadFile = join(import.meta.dirname, 'fit-in-thread.ts');
/** A thread that was not needed for so long gives its memory back. */
const idleTimeoutMs = 30_000;
/** A curve takes about half a second: who comes after these waits longer than he likes. */
const longestQueue = 16;
const mostKept = 200;

/** Fits on a thread of its own, one curve after the other, and keeps what was asked last: a page that is shown again costs nothing. */
export class ThreadCurveFitter implements CurveFitter {
  readonly #pool: Piscina<CurveTask, CurveTaskResult>;
  readonly #kept = new Map<string, Promise<TransitionResult>>();

  /** Starts no thread before it is needed. */
  constructor() {
    this.#pool = new Piscina({
      ...{ filename: threadFile, name: 'fitInThread', minThreads: 0, maxThreads: 1 },
      ...{ idleTimeout: idleTimeoutMs, maxQueue: longestQueue },
    });
    // A thread that dies rejects its task; the event would end the process if nobody listened.
    this.#pool.on('error', () => {});
  }

  fit(points: readonly TransitionPoint[], options: TransitionOptions): Promise<TransitionResult> {
    const key = JSON.stringify([points, options]);
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    const result = kept ?? this.#run({ points, options });
    this.#kept.set(key, result);
    // Only results are kept, and those asked for longest ago go first.
    if (kept === undefined) result.catch(() => this.#kept.delete(key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return result;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #run(task: CurveTask): Promise<TransitionResult> {
    const done = await this.#pool.run(task).catch((error: Error) => {
      const isFull = /queue is at limit|no task queue available/i.test(error.message);
      if (!isFull) throw error;
      throw new Unavailable('curves-busy', 'Too many curves are being fitted; try again in a moment.');
    });
    if ('unfit' in done) throw new Unprocessable('curve-unfit', `${done.unfit}.`);
    return done.result;
  }
}
