import type { Endpoint } from '../../api-instance.ts';
import { getAuditHead } from './get-audit-head.ts';
import { listAudit } from './list-audit.ts';

export const auditRoutes: readonly Endpoint[] = [listAudit, getAuditHead];
