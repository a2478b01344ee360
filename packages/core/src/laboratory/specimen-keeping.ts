import type { ChangeSpecimenRequest, CreateSpecimenRequest } from '@mlmcsc/contracts';
import { Conflict, NotAllowed, NotFound } from '../errors.ts';
import type { Rows } from '../ports/store.ts';
import { fromJsonNames, snakeCase } from './json-names.ts';
import type { ChangeRequest } from './record-keeper.ts';
import type { SpecimenFields, SpecimenRecord } from './records.ts';
import { celsiusOf, invalid, joulesOf, lateralExpansionOf, shearOf } from './specimen-values.ts';
import { readingInStudy } from './studies/reading-in-study.ts';

/** A specimen of which only the identifier is known: full size, V notch. */
export const blankSpecimen: Omit<SpecimenFields, 'identifier'> = {
  seriesId: null,
  heatId: null,
  machineId: null,
  widthMm: 10,
  heightMm: 10,
  notchDepthMm: 2,
  temperature: null,
  temperatureCelsius: null,
  energy: null,
  energyJ: null,
  lateralExpansion: null,
  shear: null,
  isUnbroken: false,
  abnormality: null,
  tester: null,
  testedAt: null,
  importId: null,
  notes: null,
};

type Entered = Omit<ChangeSpecimenRequest, 'reason'>;

/** A specimen's fields from what was entered; what follows from it (°C, J, shear from A and B …) is calculated.
 * @param before - what is there already
 * @throws InvalidInput `specimen-invalid`; NotFound `label-not-found`
 */
export async function specimenFieldsOf(
  rows: Rows,
  entered: Entered | CreateSpecimenRequest,
  before: SpecimenRecord | null,
): Promise<SpecimenFields> {
  const { lateral_expansion: expansion, shear, tested_at: testedAt, ...plain } = entered;
  const fields: SpecimenFields = {
    ...(before ?? { ...blankSpecimen, identifier: '' }),
    ...fromJsonNames(plain),
    ...(testedAt === undefined ? {} : { testedAt: testedAt === null ? null : new Date(testedAt) }),
  };
  if (fields.widthMm < 1 || fields.notchDepthMm >= fields.heightMm) {
    throw invalid('notch_depth_mm', 'must be less than the height');
  }
  const ofPictures = { rows, specimenId: before?.id ?? null };
  return {
    ...fields,
    identifier: fields.identifier.trim().normalize('NFC'),
    temperatureCelsius: celsiusOf(fields.temperature),
    energyJ: joulesOf(fields.energy),
    ...(expansion === undefined
      ? {}
      : { lateralExpansion: expansion === null ? null : lateralExpansionOf(expansion, fields.isUnbroken) }),
    ...(shear === undefined
      ? {}
      : {
          shear:
            shear === null
              ? null
              : shearOf(
                  shear,
                  fields.widthMm,
                  await readingsOf(ofPictures, shear.label_ids ?? []),
                  shear.study_id === undefined || before === null
                    ? null
                    : ((await readingInStudy(rows, shear.study_id, before.id))?.reading.revealed?.value ??
                        null),
                ),
        }),
  };
}

/** Labels count only when they judge a picture of the very specimen. */
async function readingsOf(
  { rows, specimenId }: { readonly rows: Rows; readonly specimenId: string | null },
  labelIds: readonly string[],
) {
  return Promise.all(
    labelIds.map(async (id) => {
      const label = await rows.labels.find(id);
      if (label === null) throw new NotFound('label-not-found', `There is no label ${id}.`);
      const analysis = await rows.analyses.find(label.analysisId);
      const link = analysis === null ? null : await rows.laboratory.pictures.find(analysis.imageId);
      if (link === null || link.specimenId !== specimenId) {
        throw invalid('shear/label_ids', `names ${id}, which judges no picture of this specimen`);
      }
      return { id, percent: label.shearPercent };
    }),
  );
}

/** Whether a change is allowed: the series must be open, others' values need a reviewer, and what it names must be there.
 * @throws Conflict `series-closed`; NotAllowed `correction-needs-reviewer`; NotFound
 */
export async function checkSpecimen(
  rows: Rows,
  fields: SpecimenFields,
  before: SpecimenRecord | null,
  request: Pick<ChangeRequest, 'mayCorrect'>,
): Promise<void> {
  const { laboratory } = rows;
  for (const seriesId of new Set([before?.seriesId ?? null, fields.seriesId])) {
    if (seriesId === null) continue;
    const series = await laboratory.series.find(seriesId);
    if (series === null) throw new NotFound('series-not-found', `There is no series ${seriesId}.`);
    if (series.status === 'closed') {
      throw new Conflict(
        'series-closed',
        `The series ${series.name} is closed; a reviewer can open it again.`,
      );
    }
  }
  await assertReferences(rows, fields);
  if (before === null || request.mayCorrect) return;
  const corrected = correctedFields(before, fields);
  if (corrected.length === 0) return;
  throw new NotAllowed(
    'correction-needs-reviewer',
    `${corrected.map(snakeCase).join(', ')} already has a value; a reviewer may correct it.`,
  );
}

/** @throws NotFound `heat-not-found | test-machine-not-found` */
export async function assertReferences(
  { laboratory }: Rows,
  { heatId, machineId }: Pick<SpecimenFields, 'heatId' | 'machineId'>,
): Promise<void> {
  if (heatId !== null && (await laboratory.heats.find(heatId)) === null) {
    throw new NotFound('heat-not-found', `There is no heat ${heatId}.`);
  }
  if (machineId !== null && (await laboratory.machines.find(machineId)) === null) {
    throw new NotFound('test-machine-not-found', `There is no test machine ${machineId}.`);
  }
}

/** Notes may grow; a flag that is off counts as not told. Derived fields go with those they follow from. */
const free: ReadonlySet<string> = new Set(['notes', 'temperatureCelsius', 'energyJ']);

function correctedFields(before: SpecimenRecord, after: SpecimenFields): string[] {
  return Object.entries(after)
    .filter(([name, value]) => {
      const old = (before as unknown as Record<string, unknown>)[name];
      const wasBlank = old === null || old === false;
      return !free.has(name) && !wasBlank && JSON.stringify(old) !== JSON.stringify(value);
    })
    .map(([name]) => name);
}
