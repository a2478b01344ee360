export { type ReadTable, type ReadTableOptions, readTable } from './read-table.ts';
export { ThreadTableReader } from './thread-table-reader.ts';
