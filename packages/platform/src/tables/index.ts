export { type ReadTable, type ReadTableOptions, readTable } from './read-table.ts';
