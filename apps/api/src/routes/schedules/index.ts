import type { Endpoint } from '../../api-instance.ts';
import { changeSchedule } from './change-schedule.ts';
import { getSchedule } from './get-schedule.ts';
import { listSchedules } from './list-schedules.ts';
import { runSchedule } from './run-schedule.ts';

export const scheduleRoutes: readonly Endpoint[] = [listSchedules, getSchedule, changeSchedule, runSchedule];
