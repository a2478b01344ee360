import type { Job } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import {
  isActive,
  isRerunnable,
  mayChangeJob,
  parseJobSearch,
  progressPercent,
  progressText,
} from './job-text.ts';

const job = (state: Job['state'], done = 0, failed = 0, total = 0) =>
  ({ state, progress: { done, failed, total } }) as Job;

describe('jobs', () => {
  it('tells active from finished', () => {
    expect(isActive(job('retrying'))).toBe(true);
    expect(isActive(job('dead'))).toBe(false);
    expect(isRerunnable(job('dead'))).toBe(true);
    expect(isRerunnable(job('cancelled'))).toBe(true);
    expect(isRerunnable(job('completed'))).toBe(false);
  });

  it('counts failures as finished', () => {
    expect(progressPercent(job('running', 30, 10, 160))).toBe(25);
    expect(progressText(job('running', 30, 10, 160))).toBe('30 of 160, 10 failed');
    expect(progressText(job('running', 30, 0, 160))).toBe('30 of 160');
  });

  it('has no share where the size is unknown', () => {
    expect(progressPercent(job('queued'))).toBeNull();
    expect(progressText(job('completed'))).toBe('Finished');
  });

  it('leaves learning jobs to engineers', () => {
    expect(mayChangeJob('technician', 'analysis.batch.v1')).toBe(true);
    expect(mayChangeJob('reviewer', 'model.retrain.v1')).toBe(false);
    expect(mayChangeJob('engineer', 'label.learn.v1')).toBe(true);
    expect(mayChangeJob('viewer', 'analysis.batch.v1')).toBe(false);
  });

  it('reads filters from the address, leaving out what does not fit', () => {
    expect(parseJobSearch({ state: 'dead', kind: 'label.learn.v1' })).toEqual({
      state: 'dead',
      kind: 'label.learn.v1',
    });
    expect(parseJobSearch({ state: 'toString', kind: 3 })).toEqual({});
  });
});
