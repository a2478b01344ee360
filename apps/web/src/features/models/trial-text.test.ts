import { describe, expect, it } from 'vitest';
import { estimateText, limitsText, trialTitle } from './trial-text.ts';

describe('a trial in words', () => {
  it('says how much a canary answers', () => {
    expect(trialTitle({ kind: 'shadow', percent: 0 })).toBe('Shadow');
    expect(trialTitle({ kind: 'canary', percent: 10 })).toBe('Canary, 10 %');
  });

  it('shows a difference with its sign and interval, or that there is none', () => {
    expect(estimateText({ value: -0.82, lower: -1.494, upper: 0.07 })).toBe('−0.82 (−1.49 to +0.07)');
    expect(estimateText(null)).toBe('–');
    expect(limitsText({ lower: -7.2, upper: 4.4 })).toBe('−7.2 to +4.4');
    expect(limitsText(null)).toBe('–');
  });
});
