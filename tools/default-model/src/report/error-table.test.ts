import { describe, expect, it } from 'vitest';
import type { ErrorSources } from '../measure/error-sources.ts';
import { errorTable } from './error-table.ts';

const face = (
  laboratory: string,
  truth: number,
  inUse: number,
  more: Partial<ErrorSources> = {},
): ErrorSources => ({
  ...{ laboratory, truth, inUse, outlineIou: 0.95, entropy: 0.2 },
  ...{ withTrueNotch: inUse, withTrueOutline: inUse, withTrueMap: truth, ...more },
});

describe('errorTable', () => {
  it('gives the mean absolute error of each reading', () => {
    const text = errorTable([
      face('a', 50, 56, { withTrueOutline: 52 }),
      face('a', 10, 8, { withTrueNotch: 10 }),
    ]).join('\n');
    expect(text).toContain('2 faces');
    expect(text).toMatch(/as in use +4\.00 ± 1\.41/);
    expect(text).toMatch(/true notch side +3\.00/);
    expect(text).toMatch(/true outline and notch side +2\.00/);
    expect(text).toMatch(/true map in the found outline +0\.00/);
    expect(text).toMatch(/0\.2–0\.3 \[2\] +4\.00/);
    expect(text).toMatch(/5–20 \[1\] +2\.00/);
  });

  it('tells what a laboratory shares from what differs face by face', () => {
    const shared = ['a', 'b', 'c'].flatMap((name, i) =>
      [50, 60, 70].map((truth) => face(name, truth, truth + 4 * i)),
    );
    expect(errorTable(shared).join('\n')).toContain('variance 16.0 between 3 laboratories, 0.0 within');
    const own = ['a', 'b', 'c'].flatMap((name) => [-6, 0, 6].map((error) => face(name, 50, 50 + error)));
    expect(errorTable(own).join('\n')).toContain('variance 0.0 between 3 laboratories, 36.0 within');
  });

  it('says so when there is nothing to tell', () => {
    expect(errorTable([])).toEqual(['no face was found well enough']);
    expect(errorTable([face('a', 50, 51)]).join('\n')).not.toContain('NaN');
  });

  it('says how much of the error the worst tenth holds', () => {
    const faces = Array.from({ length: 20 }, (_, i) => face('a', 50, i < 2 ? 68 : 52));
    expect(errorTable(faces).join('\n')).toContain('read worst: 0.50');
  });
});
