import type { Job, JobKind, JobState, Role } from '@mlmcsc/contracts';
import { fill } from '../../shared/language/fill.ts';
import { roleAtLeast } from '../../shared/session/role.ts';
import { text } from './texts/text.ts';

export const JOB_KIND_TITLES: Readonly<Record<JobKind, string>> = {
  get 'analysis.batch.v1'() {
    return text.batchAnalysis;
  },
  get 'label.learn.v1'() {
    return text.learningFromReadings;
  },
  get 'model.retrain.v1'() {
    return text.retraining;
  },
  get 'maintenance.prune.v1'() {
    return text.clearingOut;
  },
  get 'maintenance.retention.v1'() {
    return text.removingOldPictures;
  },
  get 'drift.evaluate.v1'() {
    return text.lookingForDrift;
  },
  get 'dataset.import.v1'() {
    return text.datasetImport;
  },
  get 'dataset.verify.v1'() {
    return text.datasetCheck;
  },
};

export const JOB_STATES: Readonly<Record<JobState, { title: string; color: string }>> = {
  queued: {
    get title() {
      return text.queued;
    },
    color: 'gray',
  },
  running: {
    get title() {
      return text.running;
    },
    color: 'petrol',
  },
  retrying: {
    get title() {
      return text.retrying;
    },
    color: 'orange',
  },
  completed: {
    get title() {
      return text.completed;
    },
    color: 'teal',
  },
  cancelled: {
    get title() {
      return text.cancelled;
    },
    color: 'gray',
  },
  dead: {
    get title() {
      return text.dead;
    },
    color: 'red',
  },
};

/** Whether a job still has something to do. */
export function isActive(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running' || job.state === 'retrying';
}

/** Whether it can be queued again. */
export function isRerunnable(job: Job): boolean {
  return job.state === 'dead' || job.state === 'cancelled';
}

/** Least role that may start, cancel or re-run a kind. */
const KIND_ROLES: Readonly<Record<JobKind, Role>> = {
  'analysis.batch.v1': 'technician',
  'label.learn.v1': 'engineer',
  'model.retrain.v1': 'engineer',
  'maintenance.prune.v1': 'admin',
  'maintenance.retention.v1': 'admin',
  'drift.evaluate.v1': 'engineer',
  'dataset.import.v1': 'engineer',
  'dataset.verify.v1': 'engineer',
};

export function mayChangeJob(role: Role, kind: JobKind): boolean {
  return roleAtLeast(role, KIND_ROLES[kind]);
}

/** Finished share of a job from 0 to 100; null when its size is unknown. */
export function progressPercent({ progress }: Job): number | null {
  return progress.total === 0
    ? null
    : Math.min(100, ((progress.done + progress.failed) / progress.total) * 100);
}

const STAGES: Readonly<Record<NonNullable<Job['stage']>, string>> = {
  get loading() {
    return text.readingLabels;
  },
  get predicting() {
    return text.answeringNewLabels;
  },
  get learning() {
    return text.learning;
  },
  get judging() {
    return text.comparingWithThePresent;
  },
};

/** Progress in words. */
export function progressText(job: Job): string {
  const { done, failed, total } = job.progress;
  if (job.stage) return `${done} %, ${STAGES[job.stage]}`;
  if (total === 0) return job.state === 'completed' ? text.finished : '–';
  return failed === 0 ? fill(text.of2, { done, total }) : fill(text.ofFailed, { done, total, failed });
}

/** A kind from the address; undefined for anything else. */
function parseJobKind(value: unknown): JobKind | undefined {
  return typeof value === 'string' && Object.hasOwn(JOB_KIND_TITLES, value) ? (value as JobKind) : undefined;
}

/** Filters of the list as they stand in the address. */
export interface JobSearch {
  state?: JobState;
  kind?: JobKind;
}

/** Reads an address; whatever does not fit is left out. */
export function parseJobSearch(raw: Record<string, unknown>): JobSearch {
  const state = parseJobState(raw.state);
  const kind = parseJobKind(raw.kind);
  return { ...(state === undefined ? {} : { state }), ...(kind === undefined ? {} : { kind }) };
}

/** A state from the address; undefined for anything else. */
function parseJobState(value: unknown): JobState | undefined {
  return typeof value === 'string' && Object.hasOwn(JOB_STATES, value) ? (value as JobState) : undefined;
}
