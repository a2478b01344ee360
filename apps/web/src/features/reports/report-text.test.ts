import type { ReportedAnalysis } from '@mlmcsc/contracts';
import { expect, it } from 'vitest';
import { isWholeCode, modelAnswer, shearMethod, shownAnalysis } from './report-text.ts';

const analysis = (change: Partial<ReportedAnalysis>): ReportedAnalysis => ({
  ...{ id: 'a', status: 'ok', reason: null, flags: [], shear_percent: 39.8, lower: 31.8, upper: 46.8 },
  ...{ interval_level: 0.9, analysed_at: '', model_version: '1.0.0', model_digest: '', pipeline_version: '' },
  label: null,
  ...change,
});
const label = { id: 'l', shear_percent: 37, decision: 'corrected', reader: null, labelled_at: '' } as const;

it('knows a whole code, however it was typed', () => {
  expect(isWholeCode('7k3m-q9tv 0hxa-2c4r')).toBe(true);
  expect(isWholeCode('7K3M-Q9TV-0HXA')).toBe(false);
  expect(isWholeCode('7K3M-Q9TV-0HXA-2C4R-1')).toBe(false);
});

it('says what the model answered, or why not', () => {
  expect(modelAnswer(analysis({}))).toBe('39.8 % (31.8 to 46.8)');
  expect(modelAnswer(analysis({ shear_percent: null, reason: 'No face.' }))).toBe('No face.');
});

it('shows the analysis that somebody labelled, else the newest', () => {
  const [newest, labelled] = [analysis({ id: 'n' }), analysis({ id: 'o', label })];
  expect(shownAnalysis([newest, labelled])?.id).toBe('o');
  expect(shownAnalysis([newest])?.id).toBe('n');
  expect(shownAnalysis([])).toBeNull();
});

it('names the method, also one of a newer release', () => {
  const shear = { percent: 1, reference_area: null, a_mm: null, b_mm: null, label_ids: [] };
  expect(shearMethod({ shear: { ...shear, method: 'a-x-b' } })).toBe('A × B');
  expect(shearMethod({ shear: null })).toBe('');
});
