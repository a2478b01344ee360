import { describe, expect, it } from 'vitest';
import { detectHeader } from './import-columns.ts';
import { planImport, type Table } from './plan-import.ts';

const plan = (table: Table, options = {}) => planImport(table, { shearMethod: 'chart', ...options });

describe('headers', () => {
  it.each([
    ['Specimen ID', 'identifier', null],
    ['KV2 [J]', 'energy', 'J'],
    ['kv_j', 'energy', 'J'],
    ['CVN (ft-lbf)', 'energy', 'ft-lbf'],
    ['CVN, ft-lb', 'energy', 'ft-lbf'],
    ['Temp (°F)', 'temperature', 'degF'],
    ['temperature_c', 'temperature', 'degC'],
    ['Temperature', 'temperature', null],
    ['Prüftemperatur [°C]', 'temperature', 'degC'],
    ['le_mm', 'lateral_expansion', 'mm'],
    ['LE (mils)', 'lateral_expansion', 'mil'],
    ['sfa_pct', 'shear', 'percent'],
    ['% Shear', 'shear', null],
    ['My value (J)', null, 'J'],
    ['Colour', null, null],
  ])('%s', (header, field, unit) => {
    expect(detectHeader(header)).toEqual({ field, unit });
  });
});

describe('a list', () => {
  it('keeps temperature and energy as entered and brings lateral expansion to mm', () => {
    const { specimens, faults, decimal } = plan([
      ['Specimen', 'Temp (°F)', 'CVN (ft-lbf)', 'LE (mil)', 'Shear %', 'Heat', 'Unbroken', 'Colour'],
      ['A1', '−40', '12,5', '35', '20', 'H7', 'no', 'red'],
      [],
      ['A2', '32', '31', '40', '85', 'H7', 'x', 'blue'],
    ]);
    expect(faults).toEqual([]);
    expect(decimal).toBe(',');
    expect(specimens).toEqual([
      {
        row: 2,
        heat: 'H7',
        machine: null,
        request: {
          identifier: 'A1',
          temperature: { value: -40, unit: 'degF' },
          energy: { value: 12.5, unit: 'ft-lbf' },
          lateral_expansion: { basis: 'entered', mm: 0.889 },
          shear: { method: 'chart', percent: 20 },
          is_unbroken: false,
        },
      },
      expect.objectContaining({ row: 4, request: expect.objectContaining({ is_unbroken: true }) }),
    ]);
  });

  it('names row, column and reason of every fault', () => {
    const { faults } = plan([
      ['id', 'temp_c', 'kv_j', 'sfa_pct'],
      ['A1', 'cold', '12', '20'],
      ['', '0', '12', '20'],
      ['A3', '0', '12', '120'],
      ['A4', '0', '1.5', '20'],
      ['A4', '0', '1.5', '20'],
    ]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'temp_c'],
      [3, 'id'],
      [4, 'sfa_pct'],
      [6, 'id'],
    ]);
    expect(faults[0]?.reason).toBe('is no number: cold');
    expect(faults[3]?.reason).toBe('stands in row 5 already');
  });

  it.each([
    [
      'a unit that nobody tells',
      [
        ['id', 'Energy'],
        ['A', '5'],
      ],
      'does not say its unit',
    ],
    [
      'commas and points',
      [
        ['id', 'kv_j', 'le_mm'],
        ['A', '5,1', '0.4'],
      ],
      'decimal comma',
    ],
    ['no identifier', [['kv_j'], ['5']], 'No column is known as the identifier'],
    [
      'two columns of one meaning',
      [
        ['id', 'kv2_j', 'CVN (ft-lbf)'],
        ['A', '5', '4'],
      ],
      'both mean energy',
    ],
    ['nothing below the header', [['id']], 'no specimens'],
    ['nothing', [], 'empty'],
  ] as const)('is refused with %s', (_, table, reason) => {
    expect(() => plan(table)).toThrow(reason);
  });

  it('is refused with percent shear of which nobody tells the method', () => {
    expect(() =>
      planImport([
        ['id', 'sfa_pct'],
        ['A', '5'],
      ]),
    ).toThrow('tell how it was found');
  });

  it('goes by what a person says before what was detected', () => {
    const { specimens, columns } = plan(
      [
        ['Bar', 'Energy', 'KV2 [J]'],
        ['A', 5, 4],
      ],
      { mapping: { Bar: 'identifier', 'KV2 [J]': null }, units: { energy: 'ft-lbf' } },
    );
    expect(columns.map(({ field }) => field)).toEqual(['identifier', 'energy', null]);
    expect(specimens[0]?.request.energy).toEqual({ value: 5, unit: 'ft-lbf' });
    expect(() => plan([['id'], ['A']], { mapping: { Bar: 'notes' } })).toThrow('no column Bar');
  });

  it('reads dates that can be read in one way only', () => {
    const rows = [
      ['id', 'date'],
      ['A', '2026-11-25'],
      ['B', '11/12/2026'],
      ['C', '2026-02-30'],
      ['D', new Date('2026-11-25T00:00:00Z')],
    ];
    const { specimens, faults } = plan(rows);
    expect(specimens.map(({ request }) => request.tested_at)).toEqual([
      '2026-11-25T00:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
    ]);
    expect(faults.map(({ row }) => row)).toEqual([3, 4]);
  });
});
