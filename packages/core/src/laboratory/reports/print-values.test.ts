import { expect, it } from 'vitest';
import type { SpecimenRecord } from '../records.ts';
import { printValues } from './print-values.ts';

const values: Pick<SpecimenRecord, 'energyJ' | 'lateralExpansion' | 'shear'> = {
  energyJ: 41.5,
  lateralExpansion: { basis: 'entered', mm: 0.889, lips: null },
  shear: { percent: 62.5, method: 'chart', reference_area: null, a_mm: null, b_mm: null, label_ids: [] },
};

it('prints by the unit, step and ties of the client', () => {
  const metric = { energy_unit: 'J', lateral_expansion_unit: 'mm', ties: 'up' } as const;
  expect(printValues(values, { ...metric, shear_step_percent: 5 })).toEqual({
    ...{ energy: '42', energy_unit: 'J', lateral_expansion: '0.900', lateral_expansion_unit: 'mm' },
    shear_percent: '65',
  });
  const imperial = { energy_unit: 'ft-lbf', lateral_expansion_unit: 'mil', ties: 'down' } as const;
  expect(printValues(values, { ...imperial, shear_step_percent: 0.1 })).toMatchObject({
    ...{ energy: '31', lateral_expansion: '35', shear_percent: '62.5' },
  });
});

it('prints nothing where there is no value', () => {
  const rule = { energy_unit: 'J', lateral_expansion_unit: 'mm', ties: 'even' } as const;
  const blank = {
    energyJ: null,
    lateralExpansion: { basis: 'gauge', mm: null, lips: null },
    shear: null,
  } as const;
  expect(printValues(blank, { ...rule, shear_step_percent: 10 })).toMatchObject({
    ...{ energy: null, lateral_expansion: null, shear_percent: null },
  });
});
