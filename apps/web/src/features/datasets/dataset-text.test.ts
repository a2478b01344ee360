import type { Dataset } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import { datasetTitle, filterText } from './dataset-text.ts';

const dataset = (part: Partial<Dataset>) =>
  ({ description: null, kind: 'labels', source: 'created', filter: null, ...part }) as Dataset;

describe('datasetTitle', () => {
  it('is what somebody wrote, else what it is', () => {
    expect(datasetTitle(dataset({ description: 'round robin' }))).toBe('round robin');
    expect(datasetTitle(dataset({}))).toBe('All labels');
    expect(datasetTitle(dataset({ source: 'imported' }))).toBe('Imported labels');
    expect(datasetTitle(dataset({ kind: 'training' }))).toBe('What a model learned');
  });
});

describe('filterText', () => {
  it('says what was taken', () => {
    expect(filterText(dataset({}))).toBeNull();
    expect(filterText(dataset({ filter: {} }))).toBeNull();
    expect(filterText(dataset({ filter: { heat: 'H7', shear_min: 20, held_out: false } }))).toBe(
      'heat H7 · at least % shear 20 · only teaching',
    );
  });
});
