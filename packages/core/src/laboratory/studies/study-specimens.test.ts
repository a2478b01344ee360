import { describe, expect, it } from 'vitest';
import type { StudyReadingRecord, StudyRecord } from './study-records.ts';
import { studyResults } from './study-results.ts';
import { studySpecimens } from './study-specimens.ts';

const study: StudyRecord = {
  id: 'study',
  name: 'Spring',
  notes: null,
  repeats: 1,
  disagreementThreshold: 10,
  includesModel: true,
  seed: 1,
  createdBy: 'rita',
  createdAt: new Date(0),
  closedBy: null,
  closedAt: null,
  closeReason: null,
};
const closed = { ...study, closedBy: 'rita', closedAt: new Date(9), closeReason: 'enough' };
const specimens = ['S1', 'S2'].map((specimenId, index) => ({
  studyId: 'study',
  specimenId,
  identifier: `H-${specimenId}`,
  position: index + 1,
  imageId: `picture-${specimenId}`,
  modelPercent: 41,
  modelVersion: '1.0.0',
}));
const reading = (specimenId: string, reader: string, percent: number | null): StudyReadingRecord => ({
  id: `${specimenId}-${reader}`,
  studyId: 'study',
  specimenId,
  reader,
  repeat: 1,
  place: 1,
  percent,
  readAt: percent === null ? null : new Date(5),
});
const readings = [
  reading('S1', 'ann', 40),
  reading('S1', 'bob', 55),
  reading('S2', 'ann', 70),
  reading('S2', 'bob', null),
];
const adjudication = {
  ...{ id: 'a', studyId: 'study', specimenId: 'S1', percent: 48, reason: 'lip', adjudicatedBy: 'rita' },
  adjudicatedAt: new Date(7),
};

describe('studySpecimens', () => {
  it('shows nothing of a specimen that somebody has still to read', () => {
    const [, second] = studySpecimens({ study, specimens, readings, adjudications: [] });
    expect(second).toMatchObject({ given: 1, wanted: 2, revealed: null });
    expect(JSON.stringify(second)).not.toMatch(/70|41/);
  });

  it('calls a specimen disputed whose readers differ by more than the threshold, until a reviewer decides', () => {
    const [first] = studySpecimens({ study, specimens, readings, adjudications: [] });
    expect(first?.revealed).toMatchObject({ mean: 47.5, spread: 15, isDisputed: true, value: null });
    expect(first?.revealed?.model).toEqual({ percent: 41, version: '1.0.0' });
    const [decided] = studySpecimens({ study, specimens, readings, adjudications: [adjudication] });
    expect(decided?.revealed).toMatchObject({ isDisputed: true, value: 48 });
  });

  it('takes the mean where readers agree, and no model where none was asked for', () => {
    const [first] = studySpecimens({
      study: { ...study, disagreementThreshold: 15, includesModel: false },
      ...{ specimens, readings, adjudications: [] },
    });
    expect(first?.revealed).toMatchObject({ isDisputed: false, value: 47.5, model: null });
  });

  it('shows what there is of a closed study', () => {
    const [, second] = studySpecimens({ study: closed, specimens, readings, adjudications: [] });
    expect(second?.revealed).toMatchObject({ mean: 70, spread: 0, value: 70 });
  });
});

describe('studyResults', () => {
  it('compares the people, and the model as one more reader', () => {
    const parts = { specimens, readings, adjudications: [adjudication] };
    const results = studyResults(closed, studySpecimens({ study: closed, ...parts }));
    expect(results.people.readers).toEqual(['ann', 'bob']);
    expect(results.withModel?.readers).toEqual(['ann', 'bob', 'the model']);
    expect(results).toMatchObject({ disputed: 1, adjudicated: 1 });
    expect(results.shortcomings).toEqual(['few-specimens', 'few-readers', 'no-repeats', 'readings-missing']);
  });
});
