import type { ReportToPrint } from '@mlmcsc/core';
import { lowerThreadPriority } from '../system/index.ts';
import { composeReport } from './compose-report.ts';

// Requests come first.
lowerThreadPriority();

/** Sets one report; runs inside a thread of the pool. */
export const printInThread = (report: ReportToPrint): Promise<Uint8Array> => composeReport(report);
