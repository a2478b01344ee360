import { join } from 'node:path';
import { InvalidInput, Unavailable } from '@mlmcsc/core';
import { Piscina } from 'piscina';
import type { ReadTable, ReadTableOptions } from './read-table.ts';
import type { TableTask, TableTaskResult, WriteTask } from './table-thread.ts';

const threadFile = join(import.meta.dirname, 'table-thread.ts');
/** A thread that was not needed for so long gives its memory back. */
const idleTimeoutMs = 30_000;
const longestQueue = 8;
/** Nothing that is a list of specimens takes so long. */
const timeoutMs = 30_000;

/** Reads and writes tables on a thread of its own: a large workbook keeps the event loop of nobody. */
export class ThreadTables {
  readonly #pool: Piscina<TableTask | WriteTask, TableTaskResult | Uint8Array>;

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
    const done = await (
      this.#pool.run(
        { bytes, options },
        { signal: AbortSignal.timeout(timeoutMs) },
      ) as Promise<TableTaskResult>
    ).catch((error: NodeJS.ErrnoException) => {
      if (error.name === 'AbortError' || error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw unreadable('The file takes too long or too much memory to be read.', error);
      }
      return refuseWhenFull(error);
    });
    if ('unreadable' in done) throw unreadable(done.unreadable);
    return done.read;
  }

  /** An XLSX workbook of one sheet; the first row is the header. @throws Unavailable `tables-busy` */
  async write(title: string, rows: WriteTask['rows']): Promise<Uint8Array> {
    return this.#pool
      .run({ title, rows }, { name: 'writeInThread', signal: AbortSignal.timeout(timeoutMs) })
      .catch(refuseWhenFull) as Promise<Uint8Array>;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

function refuseWhenFull(error: NodeJS.ErrnoException): never {
  if (error.name === 'AbortError' || error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    throw new Unavailable(
      'tables-busy',
      'There is not enough room for this table now; try again in a moment.',
    );
  }
  if (!/queue is at limit|no task queue available/i.test(error.message)) throw error;
  throw new Unavailable('tables-busy', 'Too many lists are being read or written; try again in a moment.');
}

const unreadable = (detail: string, cause?: unknown) =>
  new InvalidInput('specimen-list-unreadable', detail, { cause });
