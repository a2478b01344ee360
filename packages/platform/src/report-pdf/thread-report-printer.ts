import { join } from 'node:path';
import { type ReportPrinter, type ReportToPrint, Unavailable } from '@mlmcsc/core';
import { Piscina } from 'piscina';

const threadFile = join(import.meta.dirname, 'print-in-thread.ts');
/** A thread that was not needed for so long gives its memory back. */
const idleTimeoutMs = 30_000;
const longestQueue = 8;

/** Sets reports on a thread of its own, one after the other, so that requests never wait for a long one. */
export class ThreadReportPrinter implements ReportPrinter {
  readonly #pool: Piscina<ReportToPrint, Uint8Array>;

  /** Starts no thread before it is needed. */
  constructor() {
    this.#pool = new Piscina({
      ...{ filename: threadFile, name: 'printInThread', minThreads: 0, maxThreads: 1 },
      ...{ idleTimeout: idleTimeoutMs, maxQueue: longestQueue },
    });
    // A thread that dies rejects its task; the event would end the process if nobody listened.
    this.#pool.on('error', () => {});
  }

  async print(report: ReportToPrint): Promise<Uint8Array> {
    return this.#pool.run(report).catch((error: Error) => {
      const isFull = /queue is at limit|no task queue available/i.test(error.message);
      if (!isFull) throw error;
      throw new Unavailable('printer-busy', 'Too many reports are being printed; try again in a moment.');
    });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
