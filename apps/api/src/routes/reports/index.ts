import type { Endpoint } from '../../api-instance.ts';
import { createReport } from './create-report.ts';
import { getReport, getReportDocument, listReports } from './get-report.ts';
import { signReport } from './sign-report.ts';
import { verifyReport } from './verify-report.ts';

export const reportRoutes: readonly Endpoint[] = [
  createReport,
  getReport,
  getReportDocument,
  listReports,
  signReport,
  verifyReport,
];
