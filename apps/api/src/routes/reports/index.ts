import type { Endpoint } from '../../api-instance.ts';
import { createReport } from './create-report.ts';
import { discardReport } from './discard-report.ts';
import { getReport, getReportDocument, listReports } from './get-report.ts';
import { getReportPdf } from './get-report-pdf.ts';
import { listAllReports } from './list-all-reports.ts';
import { signReport } from './sign-report.ts';
import { verifyReport } from './verify-report.ts';

export const reportRoutes: readonly Endpoint[] = [
  createReport,
  discardReport,
  getReport,
  getReportDocument,
  getReportPdf,
  listAllReports,
  listReports,
  signReport,
  verifyReport,
];
