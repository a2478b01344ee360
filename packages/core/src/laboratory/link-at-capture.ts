import type { ImageRecord } from '../domain/records.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import type { Rows } from '../ports/store.ts';
import { filled, revisionOf, stamped } from './record-keeper.ts';
import type { SpecimenFields, SpecimenRecord } from './records.ts';
import { blankSpecimen } from './specimen-keeping.ts';

/** What happens to a picture whose specimen is in no list: `keep` stores the text with the picture and links it once the
 * specimen is entered; `create` enters the specimen; `refuse` takes no such picture.
 */
export type UnknownSpecimens = 'keep' | 'create' | 'refuse';

/** Refuses a picture before anything of it is stored. @throws InvalidInput `specimen-unknown` */
export async function assertSpecimenKnown(
  rows: Rows,
  identifier: string | null,
  policy: UnknownSpecimens,
): Promise<void> {
  if (policy !== 'refuse' || identifier === null) return;
  if ((await rows.laboratory.specimens.findByName(identifier)) !== null) return;
  throw new InvalidInput(
    'specimen-unknown',
    `There is no specimen ${identifier}; enter it first, or send the picture without it.`,
  );
}

/** Links a picture to the specimen that was told with it, unless it is linked already or the series is closed. */
export async function linkAtCapture(
  { rows, clock, ids }: { readonly rows: Rows; readonly clock: Clock; readonly ids: IdGenerator },
  image: ImageRecord,
  told: { readonly specimen: string | null; readonly half?: 1 | 2 | null | undefined },
  policy: UnknownSpecimens,
  username: string,
): Promise<void> {
  const { laboratory } = rows;
  if (told.specimen === null || (await laboratory.pictures.find(image.id)) !== null) return;
  const at = clock.now();
  let specimen = await laboratory.specimens.findByName(told.specimen);
  if (specimen === null) {
    if (policy !== 'create') return;
    const fields: SpecimenFields = {
      ...blankSpecimen,
      identifier: told.specimen,
      widthMm: image.widthMm ?? blankSpecimen.widthMm,
      heatId: image.heat === null ? null : ((await laboratory.heats.findByName(image.heat))?.id ?? null),
    };
    specimen = stamped<SpecimenRecord, SpecimenFields>(fields, ids.next(), username, at);
    if (await laboratory.specimens.insertUnlessThere(specimen)) {
      await keep(specimen, 'created', filled(fields));
    } else {
      // The other half arrived at the same moment and was first.
      specimen = (await laboratory.specimens.findByName(told.specimen)) ?? specimen;
    }
  }
  const series = specimen.seriesId === null ? null : await laboratory.series.find(specimen.seriesId);
  if (series?.status === 'closed') return;
  await laboratory.pictures.link({
    ...{
      imageId: image.id,
      specimenId: specimen.id,
      half: told.half ?? null,
      linkedBy: username,
      linkedAt: at,
    },
  });
  await keep(await touch(specimen), 'picture-linked', ['pictures']);

  async function touch(before: SpecimenRecord): Promise<SpecimenRecord> {
    const touched = { ...before, revision: before.revision + 1, updatedBy: username, updatedAt: at };
    if (await laboratory.specimens.update(touched, before.revision)) return touched;
    // Somebody else has changed it since it was read; the link does not depend on what they changed.
    const now = await laboratory.specimens.find(before.id);
    if (now === null) throw new Conflict('record-in-use', 'The specimen was deleted meanwhile.');
    return touch(now);
  }

  async function keep(
    record: SpecimenRecord,
    change: 'created' | 'picture-linked',
    fields: readonly string[],
  ) {
    await laboratory.revisions.append([
      revisionOf({ kind: 'specimen', record, change, fields, reason: null, ids }),
    ]);
    await rows.audit.append({
      action: `specimen.${change}`,
      actor: username,
      subject: { kind: 'specimen', id: record.id },
      details: { revision: record.revision, fields },
    });
    await rows.events.publish({
      ...{ type: 'specimen.changed', specimenId: record.id, revision: String(record.revision) },
    });
  }
}
