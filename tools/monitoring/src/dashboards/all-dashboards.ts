import type { DashboardSpec } from '../panels/panel-spec.ts';
import { apiDashboard } from './api.ts';
import { databaseDashboard } from './database.ts';
import { infrastructureDashboard } from './infrastructure.ts';
import { laboratoryDashboard } from './laboratory.ts';
import { modelQualityDashboard } from './model-quality.ts';
import { queueDashboard } from './queue.ts';
import { serviceDashboard } from './service.ts';

/** In the order in which they are looked at. */
export const DASHBOARDS: readonly DashboardSpec[] = [
  serviceDashboard,
  apiDashboard,
  queueDashboard,
  databaseDashboard,
  modelQualityDashboard,
  laboratoryDashboard,
  infrastructureDashboard,
];
