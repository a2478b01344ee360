import { describe, expect, it } from 'vitest';
import { sizeText, sparedText } from './retention-text.ts';

const spared = {
  legal_hold: 0,
  in_dataset: 0,
  gold_set: 0,
  signed_report: 0,
  laboratory_series: 0,
  study: 0,
};
const preview = {
  ...{ kind: 'maps' as const, keep_days: 90, rows: 3, objects: 6, bytes: 9, is_estimate: false },
  ...{ oldest: null, newest: null },
};

describe('what stays', () => {
  it('is told by reason, and not at all when nothing does', () => {
    expect(sparedText({ ...preview, spared, shared_objects: 0 })).toBeNull();
    expect(
      sparedText({ ...preview, spared: { ...spared, study: 2, legal_hold: 3 }, shared_objects: 1 }),
    ).toBe('3 on legal hold, 2 in a study, 1 shared files');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_734_889_021, '1.7 GB'],
  ])('%d is %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});
