import type { Endpoint } from '../../api-instance.ts';
import { exportAudit } from './export-audit.ts';
import { getAuditHead } from './get-audit-head.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditRoutes: readonly Endpoint[] = [listAudit, getAuditHead, verifyAudit, exportAudit];
