import { describe, expect, it } from 'vitest';
import { judge } from './goal-table.ts';

const verdict = (measured: number | null) =>
  judge('width', 'points', { most: 12 }, { most: 8 }, measured).met;

describe('judge', () => {
  it('counts a figure on a limit as kept and one beyond it as not, without rounding', () => {
    expect([8, 8.001, 12, 12.001].map(verdict)).toEqual(['aim', 'yes', 'yes', 'no']);
    expect(judge('coverage', '%', { least: 88, most: 92 }, { least: 88, most: 92 }, 87.99).met).toBe('no');
  });

  it('never calls a goal met that was not measured', () => {
    expect(verdict(null)).toBe('not measured');
  });
});
