import type { Endpoint } from '../../api-instance.ts';
import { exportHistory } from './export-history.ts';
import { listHistory } from './list-history.ts';

export const historyRoutes: readonly Endpoint[] = [listHistory, exportHistory];
