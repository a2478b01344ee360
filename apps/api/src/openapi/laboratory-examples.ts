import type {
  AcceptanceRule,
  AcceptanceVerdict,
  CreateHeatRequest,
  CreateSeriesRequest,
  CreateSpecimenRequest,
  CreateTestMachineRequest,
  Heat,
  LinkPictureRequest,
  RecordRevision,
  Series,
  SeriesCurve,
  Specimen,
  TestMachine,
} from '@mlmcsc/contracts';

const id = (last: string) => `0192f0a0-4c1e-7a3b-9d52-0000000000${last}`;
const stamp = {
  revision: 1,
  created_by: 'ann',
  created_at: '2026-11-23T08:10:00.000Z',
  updated_by: 'ann',
  updated_at: '2026-11-23T08:10:00.000Z',
};
const createHeat: CreateHeatRequest = { name: 'H4711', grade: 'X52', product: 'pipe', thickness_mm: 12.7 };
const heat: Heat = {
  id: id('b1'),
  name: 'H4711',
  grade: 'X52',
  product: 'pipe',
  thickness_mm: 12.7,
  notes: null,
  ...stamp,
};
const createMachine: CreateTestMachineRequest = {
  name: 'Pendulum 1',
  capacity_j: 450,
  striker_mm: 8,
  verified_on: '2026-02-10',
  verification_due_on: '2027-02-10',
};
const machine: TestMachine = {
  id: id('b2'),
  name: 'Pendulum 1',
  maker: null,
  serial_number: null,
  capacity_j: 450,
  striker_mm: 8,
  verified_on: '2026-02-10',
  verification_due_on: '2027-02-10',
  is_retired: false,
  notes: null,
  ...stamp,
};
const acceptance: AcceptanceRule = {
  clause: 'Order 17, 4.2',
  temperature_celsius: 0,
  energy_j: { minimum_mean: 27, minimum_single: 19, most_below_mean: 1, scales_with_width: true },
  lateral_expansion_mm: null,
  shear_percent: { minimum_mean: 85, minimum_single: null },
};
const createSeries: CreateSeriesRequest = {
  name: '2026-118',
  standard: 'ISO 148-1',
  edition: '2016',
  client: 'Pipe works',
  heat_id: heat.id,
  machine_id: machine.id,
  orientation: 'Y-X',
  location: '1/4 t',
  acceptance,
};
const series: Series = {
  id: id('b3'),
  name: '2026-118',
  client: 'Pipe works',
  project: null,
  heat_id: heat.id,
  machine_id: machine.id,
  standard: 'ISO 148-1',
  edition: '2016',
  notch: 'V',
  orientation: 'Y-X',
  location: '1/4 t',
  acceptance,
  rounding: { shear_step_percent: 5, energy_unit: 'J', lateral_expansion_unit: 'mm', ties: 'even' },
  status: 'open',
  notes: null,
  ...stamp,
};
const createSpecimen: CreateSpecimenRequest = {
  identifier: 'H4711-03',
  series_id: series.id,
  temperature: { value: 0, unit: 'degC' },
  energy: { value: 41.5, unit: 'J' },
  lateral_expansion: {
    basis: 'gauge',
    lips: { half1: { side1: 0.42, side2: 0.38 }, half2: { side1: 0.4, side2: 0.45 } },
  },
  shear: { method: 'a-x-b', a_mm: 5, b_mm: 4 },
};
const specimen: Specimen = {
  id: id('b4'),
  identifier: 'H4711-03',
  series_id: series.id,
  heat_id: null,
  machine_id: null,
  import_id: null,
  width_mm: 10,
  height_mm: 10,
  notch_depth_mm: 2,
  temperature: { value: 0, unit: 'degC' },
  temperature_celsius: 0,
  energy: { value: 41.5, unit: 'J' },
  energy_j: 41.5,
  lateral_expansion: {
    basis: 'gauge',
    mm: 0.87,
    lips: { half1: { side1: 0.42, side2: 0.38 }, half2: { side1: 0.4, side2: 0.45 } },
  },
  shear: {
    percent: 75,
    method: 'a-x-b',
    reference_area: 'nominal',
    a_mm: 5,
    b_mm: 4,
    label_ids: [],
  },
  is_unbroken: false,
  abnormality: null,
  tester: null,
  tested_at: null,
  notes: null,
  ...stamp,
};
const revision: RecordRevision = {
  revision: 2,
  change: 'changed',
  fields: ['energy', 'energy_j'],
  record: { identifier: 'H4711-03', energy_j: 41.5 },
  reason: 'misread',
  changed_by: 'rita',
  changed_at: '2026-11-23T09:00:00.000Z',
};
const failed: AcceptanceVerdict = {
  ...{ clause: acceptance.clause, passes: true, left_out: [] },
  judged: ['H4711-01', 'H4711-02', 'H4711-03'],
  findings: [
    {
      ...{ property: 'energy_j', requirement: 'single', limit: 19, observed: 18, passes: false },
      specimens: ['H4711-02'],
    },
  ],
};
const retest: NonNullable<AcceptanceVerdict['retest']> = {
  ...{
    rule: 'en-10021',
    clause: 'EN 10021, sequential method: three more, judged together with the first three',
  },
  ...{ state: 'passed', asked: 3, specimens: ['H4711-04', 'H4711-05', 'H4711-06'] },
  findings: [
    {
      ...{ property: 'energy_j', requirement: 'mean-of-both', limit: 27, observed: 30.2, passes: true },
      specimens: [],
    },
  ],
};
const shelf = { lower: 4.1, upper: 9.8, is_fixed: false };
const curve: SeriesCurve = {
  ...{ series_id: series.id, property: 'energy', model: 'tanh', unit: 'J' },
  points: [{ identifier: 'H4711-03', temperature_celsius: 0, value: 41.5, is_outlier: false }],
  left_out: [{ identifier: 'H4711-09', reason: 'no temperature' }],
  temperatures: [
    {
      ...{ name: 'T27J', level: 27, status: 'estimated', temperature_celsius: -31.4 },
      ...{ lower_celsius: -36.2, upper_celsius: -27.1, limit_celsius: null },
    },
  ],
  fit: {
    ...{ parameters: { T0: -12.3, C: 34.5 }, degrees_of_freedom: 8, root_mean_square_error: 6.2 },
    lower_shelf: { value: 6.9, ...shelf },
    upper_shelf: { value: 182.4, lower: 175.2, upper: 190.1, is_fixed: false },
    ...{ aic: 48.1, aicc: 53.8, bic: 50.1, p_normality: 0.41, p_runs: 0.77, p_lack_of_fit: null },
    ...{ warnings: ['few-temperatures-in-transition'], confidence: 0.95, replicates: 999, seed: 1 },
    curve: [{ temperature_celsius: -60, value: 12.4, lower: 8.1, upper: 17.5 }],
  },
  refusal: null,
};
// Probe;T [°C] and one row.
const list = { content_base64: 'UHJvYmU7VCBbwrBDXQpINDcxMS0wMzswCg==', series_id: series.id };
const link: LinkPictureRequest = { half: 1 };

/** Examples of the records of the laboratory, by the names of their schemas. */
export const LABORATORY_EXAMPLES = {
  AcceptanceRule: acceptance,
  AcceptanceVerdict: { ...failed, retest },
  Retest: retest,
  RetestRule: 'en-10021',
  ChangeHeatRequest: { grade: 'X60', reason: 'certificate of the mill' },
  ChangeSeriesRequest: { status: 'closed' },
  ChangeSpecimenRequest: { energy: { value: 41.5, unit: 'J' }, reason: 'misread' },
  ChangeTestMachineRequest: { verified_on: '2027-02-08', verification_due_on: '2028-02-08' },
  CreateHeatRequest: createHeat,
  CreateSeriesRequest: createSeries,
  CreateSpecimenRequest: createSpecimen,
  CreateTestMachineRequest: createMachine,
  Heat: heat,
  LinkPictureRequest: link,
  RecordHistory: { items: [revision] },
  RecordRevision: revision,
  Series: series,
  SeriesCurve: curve,
  Specimen: specimen,
  ImportField: 'temperature',
  ImportSpecimensRequest: { file_name: 'order-17.csv', ...list },
  PreviewSpecimenImportRequest: list,
  SpecimenImport: {
    ...{ id: '0192f0a0-4c1e-7a3b-9d52-0000000000b9', file_name: 'order-17.csv', specimens: 12 },
    ...{ sha256: '2'.repeat(64), created_by: 'tom', created_at: '2026-11-23T09:00:00.000Z' },
  },
  SpecimenImportPreview: {
    ...{ format: 'csv', encoding: 'utf-8', delimiter: ';', decimal: ',' },
    columns: [
      { header: 'Probe', field: 'identifier', unit: null },
      { header: 'T [°C]', field: 'temperature', unit: 'degC' },
    ],
    specimens: [
      {
        ...{ row: 2, heat: null, machine: null },
        request: { identifier: 'H4711-03', temperature: { value: 0, unit: 'degC' } },
      },
    ],
    ...{ specimen_count: 1, new_heats: [], fault_count: 1 },
    faults: [{ row: 3, column: 'T [°C]', reason: 'is no number: "warm"' }],
  },
  SpecimenDetail: { specimen, energy_symbol: 'KV8', pictures: [] },
  TestMachine: machine,
};
