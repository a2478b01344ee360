import { InvalidInput } from '@mlmcsc/core';
import { lowerThreadPriority } from '../system/index.ts';
import { type ReadTable, type ReadTableOptions, readTable } from './read-table.ts';
import { type WrittenCell, writeWorkbook } from './write-workbook.ts';

// Requests come first.
lowerThreadPriority();

/** One file for a thread. */
export interface TableTask {
  readonly bytes: Uint8Array;
  readonly options: ReadTableOptions;
}

/** One workbook to make. */
export interface WriteTask {
  readonly title: string;
  readonly rows: readonly (readonly WrittenCell[])[];
}

/** The table, or why there is none: errors lose their class on the way between threads. */
export type TableTaskResult = { readonly read: ReadTable } | { readonly unreadable: string };

/** Reads one file; runs inside a thread of the pool. */
export async function readInThread({ bytes, options }: TableTask): Promise<TableTaskResult> {
  try {
    return { read: await readTable(Buffer.from(bytes), options) };
  } catch (error) {
    if (error instanceof InvalidInput) return { unreadable: error.detail };
    throw error;
  }
}

/** Makes one workbook; runs inside a thread of the pool. */
export const writeInThread = ({ title, rows }: WriteTask): Promise<Uint8Array> => writeWorkbook(title, rows);
