import { describe, expect, it } from 'vitest';
import { planCauses } from './plan-causes.ts';

describe('planCauses', () => {
  const names = new Set(planCauses(1, 1, 0.5).map(({ group }) => group));

  it('draws every cause of error that laboratories name, and a clean picture to compare with', () => {
    for (const name of [
      ...['clean', 'slight blur', 'strong blur', 'glare', 'small in the picture', 'large in the picture'],
      ...['rotated', 'two halves', 'partly out of frame', 'sub-size', 'oxidised', 'island cleavage'],
      'mixed zones',
    ]) {
      expect(names).toContain(name);
    }
  });
});
