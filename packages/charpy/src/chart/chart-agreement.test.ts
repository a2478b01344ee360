import { describe, expect, it } from 'vitest';
import { chartAgreementOf, chartAgreementShares } from './chart-agreement.ts';

describe('chart agreement', () => {
  it('tells the same drawing, neighbours and others apart, by the tie rule', () => {
    expect(chartAgreementOf(44, 36)).toBe('exact');
    expect(chartAgreementOf(44, 46)).toBe('adjacent');
    expect(chartAgreementOf(44, 56)).toBe('apart');
    expect([chartAgreementOf(45, 52, 'down'), chartAgreementOf(45, 52, 'up')]).toEqual(['adjacent', 'exact']);
  });

  it('counts exact readings within one class too', () => {
    expect(chartAgreementShares([10, 31, 52, 90, 100], [12, 43, 74, 88, 91])).toEqual({
      count: 5,
      exact: 0.4,
      withinOneClass: 0.8,
    });
  });

  it('refuses series that do not pair', () => {
    expect(() => chartAgreementShares([], [])).toThrow(/first must hold at least one/);
    expect(() => chartAgreementShares([10, 20], [10])).toThrow(/second must hold 2 readings as first, got 1/);
  });
});
