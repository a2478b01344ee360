import { join } from 'node:path';
import { InvalidInput, Unavailable } from '@mlmcsc/core';
import { Piscina } from 'piscina';
import type { TableTask, TableTaskResult } from './read-in-thread.ts';
import type { ReadTable, ReadTableOptions } from './read-table.ts';

const threadFile = join(import.meta.dirname, 'read-in-thread.ts');
/** A thread that was not needed for so long gives its memory back. */
const idleTimeoutMs = 30_000;
const longestQueue = 8;
/** Nothing that is a list of specimens takes so long. */
const timeoutMs = 30_000;

/** Reads tables on a thread of its own: a large workbook keeps the event loop of nobody. */
export class ThreadTableReader {
  readonly #pool: Piscina<TableTask, TableTaskResult>;

  /** Starts no thread before it is needed. */
  constructor() {
    this.#pool = new Piscina({
      ...{ filename: threadFile, name: 'readInThread', minThreads: 0, maxThreads: 1 },
      ...{ idleTimeout: idleTimeoutMs, maxQueue: longestQueue },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    // A thread that dies rejects its task; the event would end the process if nobody listened.
    this.#pool.on('error', () => {});
  }

  /** @throws InvalidInput `specimen-list-unreadable`; Unavailable `tables-busy` */
  async read(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<ReadTable> {
    const done = await this.#pool
      .run({ bytes, options }, { signal: AbortSignal.timeout(timeoutMs) })
      .catch((error: NodeJS.ErrnoException) => {
        if (/queue is at limit|no task queue available/i.test(error.message)) {
          throw new Unavailable('tables-busy', 'Too many lists are being read; try again in a moment.');
        }
        if (error.name === 'AbortError' || error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
          throw unreadable('The file takes too long or too much memory to be read.', error);
        }
        throw error;
      });
    if ('unreadable' in done) throw unreadable(done.unreadable);
    return done.read;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

const unreadable = (detail: string, cause?: unknown) =>
  new InvalidInput('specimen-list-unreadable', detail, { cause });
