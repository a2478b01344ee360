import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import {
  type ComputeOptions,
  type LearningComputations,
  type LearningComputer,
  Unavailable,
} from '@mlmcsc/core';
import { Piscina } from 'piscina';
import type { LearnTask, LearnTaskResult } from './learn-task.ts';

export interface ThreadLearningComputerOptions {
  /** How long a computation may take to heed that it is not wanted any more, before its thread is ended. @default 2 s */
  readonly graceMs?: number | undefined;
}

const threadFile = join(import.meta.dirname, 'learn-in-thread.ts');
/** Rounds of learning come in bursts; a thread that was not needed for so long gives its memory back. */
const idleTimeoutMs = 30_000;
const tellEveryMs = 100;

/** Learns on a thread of its own, so that heartbeats, requests and other jobs go on meanwhile. What goes in and comes out is copied. */
export class ThreadLearningComputer implements LearningComputer {
  readonly #pool: Piscina<LearnTask, LearnTaskResult>;
  readonly #graceMs: number;

  /** Starts no thread before it is needed. */
  constructor({ graceMs = 2_000 }: ThreadLearningComputerOptions = {}) {
    this.#graceMs = graceMs;
    // The queue gives this process one round at a time; a second thread serves one whose round was just given up.
    this.#pool = new Piscina({
      ...{ filename: threadFile, name: 'learnInThread', minThreads: 0, maxThreads: 2 },
      idleTimeout: idleTimeoutMs,
    });
    // A thread that dies rejects its task; the event would end the process if nobody listened.
    this.#pool.on('error', () => {});
  }

  async run<Name extends keyof LearningComputations>(
    name: Name,
    input: Parameters<LearningComputations[Name]>[0],
    { signal, onProgress }: ComputeOptions,
  ): Promise<ReturnType<LearningComputations[Name]>> {
    signal.throwIfAborted();
    const { port1: heard, port2: progress } = new MessageChannel();
    heard.on('message', (share: number) => onProgress?.(share));
    const flag = new SharedArrayBuffer(4);
    const ending = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      Atomics.store(new Int32Array(flag), 0, 1);
      timer = setTimeout(() => ending.abort(), this.#graceMs);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const result = await this.#pool.run(
        { name, input, flag, progress, tellEveryMs },
        { transferList: [progress], signal: ending.signal },
      );
      signal.throwIfAborted();
      if (result.outcome === 'cancelled') throw new Unavailable('shutting-down', 'Learning was broken off.');
      return result.value as ReturnType<LearningComputations[Name]>;
    } catch (error) {
      signal.throwIfAborted();
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new Unavailable('out-of-memory', 'There is not enough memory to learn now.', { cause: error });
      }
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      heard.close();
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
