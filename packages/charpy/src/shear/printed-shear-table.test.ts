import { describe, expect, it } from 'vitest';
import { roundingProfiles } from '../rounding/round-shear.ts';
import { specimenWidthsMm } from '../specimen/specimen-width.ts';
import { printedShearTable } from './printed-shear-table.ts';

describe('printedShearTable', () => {
  it('runs from 1.0 to 10.0 and from 1.0 to 8.0 mm in half millimetres on full size', () => {
    const { a, b, percent } = printedShearTable();
    expect([a.length, a[0], a[1], a.at(-1)]).toEqual([19, 1, 1.5, 10]);
    expect([b.length, b[0], b.at(-1)]).toEqual([15, 1, 8]);
    // A = 2.5 mm, B = 1.5 mm: 100 − 375/80 = 95.3125.
    expect(percent[1][3]).toBe(95);
    expect(percent.at(-1)?.at(-1)).toBe(0);
  });

  it('prints ties as the profile says: 62.5 at A = 10, B = 3 and 37.5 at A = 10, B = 5', () => {
    const columnOfTen = (ties: 'up' | 'down' | 'even') => {
      const { b, percent } = printedShearTable(10, 'mm', { ...roundingProfiles.one, ties });
      return [3, 5].map((row) => percent[b.indexOf(row)].at(-1));
    };
    expect(columnOfTen('up')).toEqual([63, 38]);
    expect(columnOfTen('down')).toEqual([62, 37]);
    expect(columnOfTen('even')).toEqual([62, 38]);
  });

  it('ends with the section itself where the width is no multiple of the step', () => {
    expect(printedShearTable(6.7).a.slice(-2)).toEqual([6.5, 6.7]);
    expect(printedShearTable(3.3).a).toEqual([1, 1.5, 2, 2.5, 3, 3.3]);
  });

  it('has an inch form on the inch section', () => {
    const { a, b, percent } = printedShearTable(10, 'in');
    expect([a[0], a[1], a.at(-2), a.at(-1)]).toEqual([0.04, 0.06, 0.38, 0.394]);
    expect([b[0], b.at(-2), b.at(-1)]).toEqual([0.04, 0.3, 0.315]);
    // A = 0.20 in, B = 0.16 in: 100 − 100·0.032/0.12411 = 74.2164…
    expect(percent[b.indexOf(0.16)][a.indexOf(0.2)]).toBe(74);
  });

  it('falls along every row and column of every width and reaches 0 in the corner', () => {
    for (const widthMm of specimenWidthsMm) {
      for (const unit of ['mm', 'in'] as const) {
        const { percent } = printedShearTable(widthMm, unit, roundingProfiles.tenth);
        percent.forEach((row, index) => {
          expect(row).toEqual(row.toSorted((left, right) => right - left));
          if (index > 0)
            row.forEach((value, column) => {
              expect(value).toBeLessThan(percent[index - 1][column]);
            });
        });
        expect(percent.at(-1)?.at(-1)).toBe(0);
      }
    }
  });
});
