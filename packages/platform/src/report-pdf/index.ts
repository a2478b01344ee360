export { ThreadReportPrinter } from './thread-report-printer.ts';
