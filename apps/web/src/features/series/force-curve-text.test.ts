import type { ForceCurve } from '@mlmcsc/contracts';
import { expect, it } from 'vitest';
import { describeForceCurve, estimatesOf, forcesOf, readTyped } from './force-curve-text.ts';

const found = (force: number, at: number) => ({
  ...{ force_n: force, displacement_mm: at, deviation_n: 110, origin: 'found' as const },
});
const curve = {
  identifier: 'F-1',
  has_yielded: true,
  general_yield: found(11_000, 0.5),
  maximum: { force_n: 15_020, displacement_mm: null, deviation_n: null, origin: 'given' },
  unstable_initiation: found(14_000, 5),
  arrest: found(4000, 5.1),
  energy_j: 66.25,
  estimates_percent: {
    maximum_force: 33.3,
    maximum_force_and_hardening: 47.4,
    maximum_force_and_half_hardening: 41.2,
    square_root: 56.7,
  },
  deviations_percent: {
    maximum_force: 1,
    maximum_force_and_hardening: 2,
    maximum_force_and_half_hardening: 3,
    square_root: 4,
  },
} as unknown as ForceCurve;

it('tells found and given forces apart, and only those that there are', () => {
  expect(describeForceCurve(curve)).toBe(
    'Force over displacement of F-1: Fgy 11.00 ± 0.11 kN at 0.50 mm, Fm 15.02 kN, given, Fiu 14.00 ± 0.11 kN at 5.00 mm, Fa 4.00 ± 0.11 kN at 5.10 mm; 66.3 J under the curve',
  );
  const ductile = { ...curve, has_yielded: false, unstable_initiation: null, arrest: null };
  expect(forcesOf(ductile).map(({ name }) => name)).toEqual(['Fm']);
});

it('keeps the order of the estimates', () => {
  expect(estimatesOf(curve)).toEqual(['33.3 ± 1.0 %', '47.4 ± 2.0 %', '41.2 ± 3.0 %', '56.7 ± 4.0 %']);
});

it('reads typed numbers with comma or point', () => {
  expect([readTyped(' 5,4 '), readTyped('12000'), readTyped(''), readTyped('12 kN')]).toEqual([
    5.4,
    12_000,
    null,
    undefined,
  ]);
});
