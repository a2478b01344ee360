import type {
  AcceptanceVerdict,
  ChangeHeatRequest,
  ChangeSeriesRequest,
  ChangeSpecimenRequest,
  ChangeTestMachineRequest,
  CreateHeatRequest,
  CreateSeriesRequest,
  CreateSpecimenRequest,
  CreateTestMachineRequest,
} from '@mlmcsc/contracts';
import { NotAllowed, NotFound } from '../errors.ts';
import type { PictureOfSpecimen, SeriesFilter, SpecimenFilter, TextFilter } from '../ports/laboratory.ts';
import { exportSeries, mostSpecimensOfSeries, type SeriesExportRequest } from './export-series.ts';
import { fromJsonNames } from './json-names.ts';
import { judgeSeries } from './judge-series.ts';
import { type ChangeRequest, createRecordKeeper, type KeeperDependencies } from './record-keeper.ts';
import type {
  HeatFields,
  HeatRecord,
  SeriesFields,
  SeriesRecord,
  SpecimenFields,
  SpecimenRecord,
  TestMachineFields,
  TestMachineRecord,
} from './records.ts';
import { assertReferences, checkSpecimen, specimenFieldsOf } from './specimen-keeping.ts';

/** The pictures and surroundings of a specimen. */
export interface SpecimenDetails {
  readonly specimen: SpecimenRecord;
  readonly energySymbol: 'KV2' | 'KV8' | 'KV';
  readonly pictures: readonly PictureOfSpecimen[];
}

type Change<Body> = ChangeRequest & { readonly change: Omit<Body, 'reason'> };
interface Creation<Body> {
  readonly fields: Body;
  readonly username: string;
  /** A repetition with the same id returns what the first one made. @default a new one */
  readonly id?: string | null | undefined;
}

export type LaboratoryUseCases = ReturnType<typeof createLaboratoryUseCases>;

const noHeat: HeatFields = { name: '', grade: null, product: null, thicknessMm: null, notes: null };
const noMachine = {
  maker: null,
  serialNumber: null,
  verifiedOn: null,
  verificationDueOn: null,
  isRetired: false,
  notes: null,
};
const noSeries = {
  client: null,
  project: null,
  heatId: null,
  machineId: null,
  edition: null,
  notch: 'V',
  orientation: null,
  location: null,
  acceptance: null,
  rounding: { shear_step_percent: 5, energy_unit: 'J', lateral_expansion_unit: 'mm', ties: 'even' },
  status: 'open',
  notes: null,
} as const;

/** Heats, machines, series and specimens: entered, corrected, never without a trace. */
export function createLaboratoryUseCases(dependencies: KeeperDependencies) {
  const { store, clock } = dependencies;
  const heats = createRecordKeeper<HeatRecord, HeatFields, TextFilter>(dependencies, {
    kind: 'heat',
    title: 'Heat',
    rows: ({ laboratory }) => laboratory.heats,
    nameOf: ({ name }) => name,
    check: async () => {},
  });
  const machines = createRecordKeeper<TestMachineRecord, TestMachineFields, TextFilter>(dependencies, {
    kind: 'test-machine',
    title: 'Test machine',
    rows: ({ laboratory }) => laboratory.machines,
    nameOf: ({ name }) => name,
    check: async () => {},
  });
  const series = createRecordKeeper<SeriesRecord, SeriesFields, SeriesFilter>(dependencies, {
    kind: 'series',
    title: 'Series',
    rows: ({ laboratory }) => laboratory.series,
    nameOf: ({ name }) => name,
    check: assertReferences,
  });
  const specimens = createRecordKeeper<SpecimenRecord, SpecimenFields, SpecimenFilter>(dependencies, {
    kind: 'specimen',
    title: 'Specimen',
    rows: ({ laboratory }) => laboratory.specimens,
    nameOf: ({ identifier }) => identifier,
    check: checkSpecimen,
    async afterChange(rows, { id, identifier, revision, updatedBy }, change) {
      if (change === 'created') {
        await rows.laboratory.pictures.linkWaiting([{ id, identifier }], updatedBy, clock.now());
      }
      await rows.events.publish({ type: 'specimen.changed', specimenId: id, revision: String(revision) });
    },
  });
  const named = <Fields>(blank: object, body: { readonly name: string }): Fields =>
    ({ ...blank, ...fromJsonNames(body), name: body.name.trim().normalize('NFC') }) as never;

  return {
    heats: {
      ...heats,
      create: ({ fields, username, id }: Creation<CreateHeatRequest>) =>
        heats.create(named(noHeat, fields), username, id),
      change: ({ change, ...request }: Change<ChangeHeatRequest>) =>
        heats.change(request, async () => fromJsonNames(change)),
    },
    machines: {
      ...machines,
      create: ({ fields, username, id }: Creation<CreateTestMachineRequest>) =>
        machines.create(named(noMachine, fields), username, id),
      change: ({ change, ...request }: Change<ChangeTestMachineRequest>) =>
        machines.change(request, async () => fromJsonNames(change)),
    },
    series: {
      ...series,
      /** Where no rounding is told, the client's newest series says how he wants values printed. */
      create: async ({ fields, username, id }: Creation<CreateSeriesRequest>) =>
        series.create(
          named({ ...noSeries, ...(await roundingOfClient(fields.client)) }, fields),
          username,
          id,
        ),
      change: ({ change, ...request }: Change<ChangeSeriesRequest>) =>
        series.change(request, async () => fromJsonNames(change)),
      /** Coldest first. @throws NotFound `series-not-found` */
      async specimens(id: string): Promise<readonly SpecimenRecord[]> {
        await series.get(id);
        return store.rows.laboratory.specimens.ofSeries(id, mostSpecimensOfSeries);
      },
      /** As a file. @throws NotFound `series-not-found` */
      export: (request: SeriesExportRequest): Promise<string | Uint8Array> =>
        exportSeries(dependencies, request),
      /** Held to its rule; null without one. @throws NotFound `series-not-found` */
      async acceptance(id: string): Promise<AcceptanceVerdict | null> {
        const { acceptance } = await series.get(id);
        if (acceptance === null) return null;
        return judgeSeries(
          acceptance,
          await store.rows.laboratory.specimens.ofSeries(id, mostSpecimensOfSeries),
        );
      },
    },
    specimens: {
      ...specimens,
      create: async ({ fields, username, id }: Creation<CreateSpecimenRequest>) =>
        specimens.create(await specimenFieldsOf(store.rows, fields, null), username, id),
      change: ({ change, ...request }: Change<ChangeSpecimenRequest>) =>
        specimens.change(request, (before, rows) => specimenFieldsOf(rows, change, before)),
      async details(id: string): Promise<SpecimenDetails> {
        const specimen = await specimens.get(id);
        const [pictures, energySymbol] = await Promise.all([
          store.rows.laboratory.pictures.ofSpecimen(id),
          energySymbolOf(specimen),
        ]);
        return { specimen, energySymbol, pictures };
      },
      /** Says that a picture shows this specimen; a picture shows one specimen at most. */
      linkPicture: ({
        specimenId,
        imageId,
        half,
        username,
        mayCorrect,
      }: {
        readonly specimenId: string;
        readonly imageId: string;
        readonly half: 1 | 2 | null;
        readonly username: string;
        readonly mayCorrect: boolean;
      }): Promise<SpecimenRecord> =>
        store.transaction(async (rows) => {
          const specimen = await specimens.findFor(rows, { id: specimenId });
          if ((await rows.images.find(imageId)) === null) {
            throw new NotFound('image-not-found', `There is no image ${imageId}.`);
          }
          const before = await rows.laboratory.pictures.find(imageId);
          if (before?.specimenId === specimenId && before.half === half) return specimen;
          await checkSpecimen(rows, specimen, specimen, { mayCorrect });
          if (before !== null && !mayCorrect) {
            throw new NotAllowed(
              'correction-needs-reviewer',
              'The picture is linked already; a reviewer may move it.',
            );
          }
          await rows.laboratory.pictures.link({
            ...{ imageId, specimenId, half, linkedBy: username, linkedAt: clock.now() },
          });
          if (before !== null && before.specimenId !== specimenId) {
            const other = await specimens.findFor(rows, { id: before.specimenId });
            await specimens.touch(rows, other, 'picture-unlinked', username);
          }
          return specimens.touch(rows, specimen, 'picture-linked', username);
        }),
      unlinkPicture: (specimenId: string, imageId: string, username: string): Promise<void> =>
        store.transaction(async (rows) => {
          const specimen = await specimens.findFor(rows, { id: specimenId });
          const link = await rows.laboratory.pictures.find(imageId);
          if (link?.specimenId !== specimenId) {
            throw new NotFound('image-not-found', `The specimen has no picture ${imageId}.`);
          }
          await checkSpecimen(rows, specimen, specimen, { mayCorrect: true });
          await rows.laboratory.pictures.unlink(imageId);
          await specimens.touch(rows, specimen, 'picture-unlinked', username);
        }),
    },
  };

  async function roundingOfClient(client: string | null | undefined): Promise<Partial<SeriesFields>> {
    if (client == null) return {};
    const { items } = await series.list({ client }, { limit: 1 });
    return items[0] === undefined ? {} : { rounding: items[0].rounding };
  }

  /** KV2 or KV8, by the striker of its own or its series' machine. */
  async function energySymbolOf({ machineId, seriesId }: SpecimenRecord): Promise<'KV2' | 'KV8' | 'KV'> {
    const { laboratory } = store.rows;
    const shared = seriesId === null ? null : await laboratory.series.find(seriesId);
    const id = machineId ?? shared?.machineId ?? null;
    const machine = id === null ? null : await laboratory.machines.find(id);
    return machine === null ? 'KV' : `KV${machine.strikerMm}`;
  }
}
