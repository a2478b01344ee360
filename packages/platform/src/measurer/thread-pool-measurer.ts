import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  type MeasuredImage,
  type MeasureRequest,
  type Measurer,
  Unavailable,
  Unprocessable,
} from '@mlmcsc/core';
import { PIPELINE_VERSION, pipelineVersionWith } from '@mlmcsc/core/measure';
import { Piscina } from 'piscina';
import type { NetworkFile } from '../onnx/index.ts';
import { beginSpan, currentSpan, inSpan } from '../telemetry/index.ts';
import type { MeasureTask, MeasureTaskResult, StageTime } from './measure-task.ts';
import { ReturnTimes } from './return-times.ts';

export interface ThreadPoolMeasurerOptions {
  /** Pictures measured at the same time, at least 1. */
  readonly threads: number;
  /** Pictures that may wait; further ones are refused. @default 4 per thread */
  readonly longestQueue?: number | undefined;
  /** @default 50 million */
  readonly maxPixels?: number | undefined;
  /** Longest one picture may take. @default 120 000 ms */
  readonly timeoutMs?: number | undefined;
  /** The laboratory's own detector, already checked. @default null: faces are found by the model's locator */
  readonly detector?: NetworkFile | null | undefined;
}

/**
 * V8 collects everything as soon as a heap has outgrown its first limit, a few MiB; an analysis leaves that much behind, so that each would pay for a
 * whole collection, a fifth of its time. Threads begin with more room. Holds for threads that start later; memory is taken only when it is used.
 */
setFlagsFromString('--initial-old-space-size=128');

const threadFile = join(import.meta.dirname, 'measure-in-thread.ts');
/** A thread that was not needed for so long ends and gives its memory back. */
const idleTimeoutMs = 60_000;

/** Measures on a pool of threads, so that the event loop stays free. Bounded: threads × one picture in work, and a short
 * queue. Aborting ends the thread that measures; the pool starts another.
 */
export class ThreadPoolMeasurer implements Measurer {
  readonly pipelineVersion: string;
  readonly modelPipelineVersion = PIPELINE_VERSION;
  readonly #pool: Piscina<MeasureTask, MeasureTaskResult>;
  readonly #longestQueue: number;
  readonly #maxPixels: number;
  readonly #timeoutMs: number;
  readonly #plugInFiles: MeasureTask['plugInFiles'];
  /** Model bytes once per model in memory that all threads see. */
  readonly #shared = new Map<string, Uint8Array>();
  readonly #returnTimes: ReturnTimes;
  #closed = false;

  constructor(options: ThreadPoolMeasurerOptions) {
    this.#returnTimes = new ReturnTimes(options.threads);
    this.#longestQueue = options.longestQueue ?? 4 * options.threads;
    this.#maxPixels = options.maxPixels ?? 50_000_000;
    this.#timeoutMs = options.timeoutMs ?? 120_000;
    this.#plugInFiles = { detector: options.detector ?? null, backbone: null };
    this.pipelineVersion = pipelineVersionWith(this.#plugInFiles);
    this.#pool = new Piscina({
      filename: threadFile,
      name: 'measureInThread',
      minThreads: 0,
      maxThreads: options.threads,
      idleTimeout: idleTimeoutMs,
      maxQueue: this.#longestQueue,
      // The number of pictures in work is what bounds memory; V8's own heap stays small.
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    // A thread that dies rejects its task; the event would end the process if nobody listened.
    this.#pool.on('error', () => {});
  }

  get hasRoom(): boolean {
    return this.#closed || this.#pool.queueSize < this.#longestQueue;
  }

  requireRoom(): void {
    if (this.#closed) throw new Unavailable('shutting-down', 'The process is stopping; try again.');
    if (!this.hasRoom) throw this.#busy();
  }

  async measure(request: MeasureRequest, signal?: AbortSignal): Promise<MeasuredImage> {
    const attributes = () => ({
      'mlmcsc.picture.bytes': request.imageBytes.length,
      'mlmcsc.model.digest': request.modelDigest,
    });
    return inSpan('measure picture', 'internal', attributes, () => this.#measure(request, signal));
  }

  async #measure(request: MeasureRequest, signal?: AbortSignal): Promise<MeasuredImage> {
    this.requireRoom();
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const { imageBytes, modelDigest, widthMm, pxPerMm } = request;
    const task = {
      ...{ imageBytes, modelDigest, widthMm, pxPerMm },
      modelBytes: this.#share(modelDigest, request.modelBytes),
      plugInFiles: this.#plugInFiles,
      maxPixels: this.#maxPixels,
      isTimed: currentSpan() !== null,
    };
    const result = await this.#run(task, signal, timeout);
    for (const stage of result.stages) tellStage(stage);
    if (result.ok) {
      this.#returnTimes.learn(result.measured.elapsedMs);
      return result.measured;
    }
    throw new Unprocessable(result.code, result.detail);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.destroy();
  }

  async #run(
    task: MeasureTask,
    signal: AbortSignal | undefined,
    timeout: AbortSignal,
  ): Promise<MeasureTaskResult> {
    try {
      return await this.#pool.run(task, {
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) {
        throw new Unprocessable('image-too-slow', 'Measuring this picture takes too long; make it smaller.', {
          cause: error,
        });
      }
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new Unavailable('out-of-memory', 'There is not enough memory to measure this picture now.', {
          cause: error,
        });
      }
      if (/queue is at limit|no task queue available/i.test(message)) throw this.#busy();
      if (this.#closed)
        throw new Unavailable('shutting-down', 'The process is stopping; try again.', { cause: error });
      throw error;
    }
  }

  #busy(): Unavailable {
    const detail = 'Too many pictures are being measured; try again in a moment.';
    return new Unavailable('measurer-busy', detail, { retryAfterSeconds: this.#returnTimes.next() });
  }

  #share(digest: string, bytes: Uint8Array): Uint8Array {
    const known = this.#shared.get(digest);
    if (known !== undefined) return known;
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    this.#shared.set(digest, shared);
    for (const oldest of this.#shared.keys()) {
      if (this.#shared.size <= 2) break;
      this.#shared.delete(oldest);
    }
    return shared;
  }
}

/** What a thread did, as part of what is going on here: the gap before the first stage is the wait for a thread. */
function tellStage({ stage, startedAt, endedAt }: StageTime): void {
  beginSpan({ name: stage, kind: 'internal', startedAt })?.end(endedAt);
}
