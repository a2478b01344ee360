import { Conflict, NotAllowed, NotFound } from '../../errors.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Rows } from '../../ports/store.ts';
import { mostSpecimensOfSeries } from '../export-series.ts';
import type { LaboratoryUseCases } from '../laboratory-use-cases.ts';
import type { KeeperDependencies } from '../record-keeper.ts';
import type { SpecimenRecord } from '../records.ts';
import { checkSpecimen } from '../specimen-keeping.ts';
import type {
  AttachedForceFile,
  ForceCurveFile,
  ForceCurveRecord,
  ForceCurveSettings,
  ForceCurveView,
} from './force-curve-records.ts';
import { judgeForceCurve } from './judge-force-curve.ts';
import { readForceFile } from './read-force-file.ts';

export interface AttachForceCurveRequest {
  readonly specimenId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly settings: ForceCurveSettings;
  readonly username: string;
  /** Whether a curve that is there may be replaced. */
  readonly mayCorrect: boolean;
}

/** Nobody attaches so many; a list of them is one page. */
const mostFiles = 200;

export type ForceCurveUseCases = ReturnType<typeof createForceCurveUseCases>;

/** Force curves of instrumented tests: one a specimen, the file kept as an object, every change a revision of the specimen. */
export function createForceCurveUseCases({
  store,
  objects,
  clock,
  laboratory,
}: Omit<KeeperDependencies, 'ids'> & {
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly laboratory: LaboratoryUseCases;
}) {
  const { specimens, series } = laboratory;
  return {
    /** Attaching the same file with the same settings again changes nothing.
     * @throws InvalidInput `force-curve-invalid`; NotFound `specimen-not-found`; Conflict `series-closed`; NotAllowed `correction-needs-reviewer`
     */
    async attach(request: AttachForceCurveRequest): Promise<ForceCurveView> {
      const { specimenId, bytes, settings, username, mayCorrect } = request;
      const capacityJ = await capacityOf(store.rows, await specimens.get(specimenId));
      const findings = readForceFile(bytes, settings, capacityJ);
      const { sha256, sizeBytes } = await objects.put(bytes);
      return store.transaction(async (rows) => {
        const specimen = await specimens.findFor(rows, { id: specimenId });
        const { forceCurves } = rows.laboratory;
        const before = await forceCurves.find(specimenId);
        const isSame =
          before?.sha256 === sha256 &&
          canonical(before.settings) === canonical(settings) &&
          canonical(before.findings) === canonical(findings);
        if (before !== null && isSame) return judgeForceCurve(before, specimen);
        await checkSpecimen(rows, specimen, specimen, { mayCorrect });
        if (before !== null && !mayCorrect) {
          throw new NotAllowed(
            'correction-needs-reviewer',
            'The specimen has a force curve already; a reviewer may replace it.',
          );
        }
        const record: ForceCurveRecord = {
          ...{ specimenId, fileName: request.fileName, sha256, sizeBytes, settings, findings },
          ...{ attachedBy: username, attachedAt: clock.now() },
        };
        await forceCurves.put(record);
        const after = await specimens.touch(rows, specimen, 'curve-attached', username, {
          ...{ sha256, replaces: before?.sha256 ?? null },
        });
        return judgeForceCurve(record, after);
      });
    },
    /** @throws NotFound `specimen-not-found | force-curve-not-found` */
    async get(specimenId: string): Promise<ForceCurveView> {
      const specimen = await specimens.get(specimenId);
      return judgeForceCurve(
        known(await store.rows.laboratory.forceCurves.find(specimenId), specimen),
        specimen,
      );
    },
    /** Of all specimens of a series that have one. @throws NotFound `series-not-found` */
    async ofSeries(seriesId: string): Promise<readonly ForceCurveView[]> {
      const all = await series.specimens(seriesId);
      const curves = await store.rows.laboratory.forceCurves.ofSeries(seriesId, mostSpecimensOfSeries);
      const byId = new Map(curves.map((curve) => [curve.specimenId, curve]));
      return all.flatMap((specimen) => {
        const curve = byId.get(specimen.id);
        return curve === undefined ? [] : [judgeForceCurve(curve, specimen)];
      });
    },
    /** Every file that was attached, newest first. @throws NotFound `specimen-not-found` */
    async files(specimenId: string): Promise<readonly AttachedForceFile[]> {
      await specimens.get(specimenId);
      const { forceCurves } = store.rows.laboratory;
      const [files, now] = await Promise.all([
        forceCurves.files(specimenId, mostFiles),
        forceCurves.find(specimenId),
      ]);
      return files.map((file) => ({
        ...file,
        isCurrent: now?.sha256 === file.sha256 && now.attachedAt.getTime() === file.attachedAt.getTime(),
      }));
    },
    /** What was attached, byte by byte; replaced and taken-off files, too.
     * @throws NotFound `specimen-not-found | force-curve-not-found | object-not-found`; Unavailable of the store
     */
    async file(
      specimenId: string,
      sha256: string,
    ): Promise<{ readonly file: ForceCurveFile; readonly bytes: Uint8Array }> {
      const { identifier } = await specimens.get(specimenId);
      const file = await store.rows.laboratory.forceCurves.findFile(specimenId, sha256);
      if (file === null) {
        throw new NotFound('force-curve-not-found', `The specimen ${identifier} never had this force curve.`);
      }
      return { file, bytes: await objects.get(objectKeyOf(file.sha256)) };
    },
    /** The file stays and can be downloaded. @throws NotFound as `get`; Conflict `series-closed` */
    remove: (specimenId: string, username: string): Promise<void> =>
      store.transaction(async (rows) => {
        const specimen = await specimens.findFor(rows, { id: specimenId });
        const { sha256 } = known(await rows.laboratory.forceCurves.find(specimenId), specimen);
        await checkSpecimen(rows, specimen, specimen, { mayCorrect: true });
        if (!(await rows.laboratory.forceCurves.remove(specimenId))) {
          throw new Conflict('precondition-failed', 'It was changed since it was read. Read it again.');
        }
        await specimens.touch(rows, specimen, 'curve-removed', username, { sha256 });
      }),
  };
}

function known(found: ForceCurveRecord | null, { identifier }: SpecimenRecord): ForceCurveRecord {
  if (found !== null) return found;
  throw new NotFound('force-curve-not-found', `The specimen ${identifier} has no force curve.`);
}

async function capacityOf(
  { laboratory }: Rows,
  { machineId, seriesId }: SpecimenRecord,
): Promise<number | null> {
  const shared = seriesId === null ? null : await laboratory.series.find(seriesId);
  const id = machineId ?? shared?.machineId ?? null;
  const machine = id === null ? null : await laboratory.machines.find(id);
  return machine?.capacityJ ?? null;
}

/** The same whatever order the database gives the fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
