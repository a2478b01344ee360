import { describe, expect, it } from 'vitest';
import type { AnalysisRecord, QualityFlag } from '../domain/records.ts';
import { isWorthALabel, reasonsToLabel, uncertaintyOf } from './worth-a-label.ts';

const flag = (code: string, severity: QualityFlag['severity']): QualityFlag => ({
  ...{ code, severity, detail: '' },
});
const analysis = (change: Partial<AnalysisRecord>) =>
  ({ status: 'ok', shearPercent: 44, lower: 31, upper: 62.5, flags: [], ...change }) as AnalysisRecord;
const noNumber = { status: 'poor', shearPercent: null, lower: null, upper: null } as const;

describe('what is worth a label', () => {
  it('is a measured picture, or one whose map alone is undecided', () => {
    expect(isWorthALabel(analysis({ flags: [flag('glare', 'warning')] }))).toBe(true);
    const undecided = flag('undecided-map', 'refuse');
    expect(isWorthALabel(analysis({ ...noNumber, flags: [undecided, flag('glare', 'info')] }))).toBe(true);
    expect(isWorthALabel(analysis({ ...noNumber, flags: [undecided, flag('blurred', 'refuse')] }))).toBe(
      false,
    );
    expect(isWorthALabel(analysis({ ...noNumber, flags: [] }))).toBe(false);
    expect(isWorthALabel(analysis({ ...noNumber, status: 'no-face' }))).toBe(false);
  });

  it('is as uncertain as its interval is wide; without a number, as the scale', () => {
    expect([uncertaintyOf(analysis({})), uncertaintyOf(analysis(noNumber))]).toEqual([31.5, 100]);
  });

  it('is told with the decisive reason first', () => {
    const codes = (
      strategy: 'uncertainty' | 'hybrid' | 'random',
      change = {},
      distance: number | null = 1.5,
    ) =>
      reasonsToLabel(analysis(change), { distance }, { strategy, medianWidth: 12 }).map(({ code, value }) => [
        code,
        value,
      ]);
    expect(codes('uncertainty')).toEqual([['interval-width', 31.5]]);
    expect(codes('uncertainty', noNumber)).toEqual([['no-number', null]]);
    expect(codes('hybrid')).toEqual([
      ['unlike-learned', 1.5],
      ['interval-width', 31.5],
    ]);
    expect(codes('hybrid', {}, null)[0]).toEqual(['nothing-learned', null]);
    expect(codes('random')[0]).toEqual(['by-lot', null]);
  });
});
