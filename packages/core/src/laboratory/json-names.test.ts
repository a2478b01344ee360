import { expect, it } from 'vitest';
import { fromJsonNames, toDeepJsonNames, toJsonNames } from './json-names.ts';

it('names fields as the API does, and back', () => {
  const record = { widthMm: 7.5, energyJ: 41, testedAt: new Date(Date.UTC(2026, 0, 2)), shear: { a_mm: 3 } };
  expect(toJsonNames(record)).toEqual({
    width_mm: 7.5,
    energy_j: 41,
    tested_at: '2026-01-02T00:00:00.000Z',
    shear: { a_mm: 3 },
  });
  expect(fromJsonNames({ width_mm: 7.5, energy_j: 41, shear: { a_mm: 3 } })).toEqual({
    widthMm: 7.5,
    energyJ: 41,
    shear: { a_mm: 3 },
  });
});

it('names fields of results to the bottom', () => {
  expect(toDeepJsonNames({ perReader: [{ lowerLimit: { value: 1 } }], note: null })).toEqual({
    per_reader: [{ lower_limit: { value: 1 } }],
    note: null,
  });
});
