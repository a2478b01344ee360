export { type ReadTable, type ReadTableOptions, readTable } from './read-table.ts';
export { ThreadTables } from './thread-tables.ts';
export { writeWorkbook } from './write-workbook.ts';
