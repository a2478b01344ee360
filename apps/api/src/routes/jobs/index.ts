import type { Endpoint } from '../../api-instance.ts';
import { cancelJob } from './cancel-job.ts';
import { discardDeadJobs, rerunDeadJobs } from './change-dead-jobs.ts';
import { createJob } from './create-job.ts';
import { getJob } from './get-job.ts';
import { getJobStatistics } from './get-job-statistics.ts';
import { listJobItems } from './list-job-items.ts';
import { listJobs } from './list-jobs.ts';
import { rerunJob } from './rerun-job.ts';
import { streamJobEvents } from './stream-job-events.ts';

export const jobRoutes: readonly Endpoint[] = [
  createJob,
  listJobs,
  getJob,
  listJobItems,
  streamJobEvents,
  cancelJob,
  rerunJob,
  getJobStatistics,
  rerunDeadJobs,
  discardDeadJobs,
];
