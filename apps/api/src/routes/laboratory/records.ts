import {
  ChangeHeatRequest,
  ChangeSeriesRequest,
  ChangeSpecimenRequest,
  ChangeTestMachineRequest,
  CreateHeatRequest,
  CreateSeriesRequest,
  CreateSpecimenRequest,
  CreateTestMachineRequest,
  Heat,
  HeatQuery,
  Series,
  SeriesQuery,
  Specimen,
  SpecimenQuery,
  TestMachine,
  TestMachineQuery,
} from '@mlmcsc/contracts';
import { recordEndpoints } from './record-endpoints.ts';

const heats = recordEndpoints({
  path: 'heats',
  name: ['Heat', 'Heats'],
  words: ['heat', 'heats'],
  keeper: ({ laboratory }) => laboratory.heats,
  schemas: { record: Heat, create: CreateHeatRequest, change: ChangeHeatRequest, query: HeatQuery },
  filterOf: ({ text }: HeatQuery) => ({ text }),
  notFound: 'heat-not-found',
  refusals: [],
});

const machines = recordEndpoints({
  path: 'test-machines',
  name: ['TestMachine', 'TestMachines'],
  words: ['testing machine', 'testing machines'],
  keeper: ({ laboratory }) => laboratory.machines,
  schemas: {
    record: TestMachine,
    create: CreateTestMachineRequest,
    change: ChangeTestMachineRequest,
    query: TestMachineQuery,
  },
  filterOf: ({ text }: TestMachineQuery) => ({ text }),
  notFound: 'test-machine-not-found',
  refusals: [],
});

const series = recordEndpoints({
  path: 'series',
  name: ['Series', 'AllSeries'],
  words: ['series', 'series'],
  keeper: ({ laboratory }) => laboratory.series,
  schemas: { record: Series, create: CreateSeriesRequest, change: ChangeSeriesRequest, query: SeriesQuery },
  filterOf: ({ text, status, heat_id: heatId }: SeriesQuery) => ({ text, status, heatId }),
  notFound: 'series-not-found',
  refusals: ['heat-not-found', 'test-machine-not-found'],
});

const specimens = recordEndpoints({
  path: 'specimens',
  name: ['Specimen', 'Specimens'],
  words: ['specimen', 'specimens'],
  keeper: ({ laboratory }) => laboratory.specimens,
  schemas: {
    record: Specimen,
    create: CreateSpecimenRequest,
    change: ChangeSpecimenRequest,
    query: SpecimenQuery,
  },
  filterOf: ({
    series_id: seriesId,
    heat_id: heatId,
    machine_id: machineId,
    temperature_min: temperatureMin,
    temperature_max: temperatureMax,
    has_shear: hasShear,
    ...rest
  }: SpecimenQuery) => ({ ...rest, seriesId, heatId, machineId, temperatureMin, temperatureMax, hasShear }),
  notFound: 'specimen-not-found',
  refusals: [
    'heat-not-found',
    'test-machine-not-found',
    'series-not-found',
    'label-not-found',
    'series-closed',
    'specimen-invalid',
    'correction-needs-reviewer',
  ],
  note: 'Units are kept as entered. Pictures that were stored under this identifier before are linked.',
});

export const recordRoutes = [...heats, ...machines, ...series, ...specimens];
