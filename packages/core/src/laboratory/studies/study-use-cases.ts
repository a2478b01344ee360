import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../errors.ts';
import type { PageRequest, Slice } from '../../ports/page.ts';
import type { Rows } from '../../ports/store.ts';
import type { StudyFilter } from '../../ports/studies.ts';
import type { KeeperDependencies } from '../record-keeper.ts';
import { planReadings } from './plan-readings.ts';
import type { StudyReadingRecord, StudyRecord } from './study-records.ts';
import { type StudyResults, studyResults } from './study-results.ts';
import { type StudySpecimen, studySpecimens } from './study-specimens.ts';

/** Beyond, a study is several. */
const mostReadings = 20_000;

export interface NewStudy {
  readonly name: string;
  readonly notes: string | null;
  readonly specimenIds: readonly string[];
  readonly readers: readonly string[];
  readonly repeats: number;
  readonly disagreementThreshold: number;
  readonly includesModel: boolean;
  /** @default drawn from the study's identifier */
  readonly seed: number | null;
}

/** How far everybody is. */
export interface StudyProgress {
  readonly study: StudyRecord;
  readonly specimens: number;
  readonly readers: readonly { readonly reader: string; readonly given: number; readonly wanted: number }[];
  readonly isFinished: boolean;
}

/** What somebody has to read next. */
export interface NextReading {
  readonly given: number;
  readonly wanted: number;
  /** Null when everything is read, or the study is closed. */
  readonly reading: { readonly id: string; readonly place: number; readonly imageId: string } | null;
}

export type StudyUseCases = ReturnType<typeof createStudyUseCases>;

/** Blind readings by several people, what a reviewer decides where they differ, and how well they agree. */
export function createStudyUseCases({ store, clock, ids }: KeeperDependencies) {
  const found = (study: StudyRecord | null, id: string): StudyRecord => {
    if (study === null) throw new NotFound('study-not-found', `There is no study ${id}.`);
    return study;
  };
  const get = async (id: string) => found(await store.rows.laboratory.studies.find(id), id);
  const requireOpen = (study: StudyRecord) => {
    if (study.closedAt !== null) throw new Conflict('study-closed', `The study ${study.name} is closed.`);
  };
  const specimensIn = async ({ laboratory: { studies } }: Rows, study: StudyRecord) =>
    studySpecimens({
      study,
      specimens: await studies.specimens(study.id),
      readings: await studies.readings(study.id),
      adjudications: await studies.adjudications(study.id),
    });
  const record = (
    rows: Rows,
    action: 'study.created' | 'study.read' | 'study.adjudicated' | 'study.closed',
    {
      study,
      by,
      details,
    }: { study: StudyRecord; by: string; details: Readonly<Record<string, string | number>> },
  ) =>
    rows.audit.append({
      ...{ action, actor: by, subject: { kind: 'study', id: study.id }, details },
    });

  return {
    list: (filter: StudyFilter, page: PageRequest): Promise<Slice<StudyRecord>> =>
      store.rows.laboratory.studies.list(filter, page),

    /** @param id - a repetition with the same id returns what the first one made
     * @throws NotFound `specimen-not-found`; InvalidInput `study-invalid`; Conflict `record-exists` */
    create: (fields: NewStudy, by: string, id?: string | null): Promise<StudyRecord> =>
      store.transaction(async (rows) => {
        const { studies } = rows.laboratory;
        const { specimenIds, readers, seed, ...rest } = fields;
        const made = id === undefined || id === null ? null : await studies.find(id);
        if (made !== null) return made;
        const name = fields.name.trim().normalize('NFC');
        if ((await studies.findByName(name)) !== null) {
          throw new Conflict('record-exists', `There is a study ${name} already.`);
        }
        await checkReaders(rows, readers);
        const wanted = specimenIds.length * readers.length * fields.repeats;
        if (wanted > mostReadings) {
          throw new InvalidInput(
            'study-invalid',
            `${wanted} readings are asked for, more than ${mostReadings}.`,
          );
        }
        const studyId = id ?? ids.next();
        const study: StudyRecord = {
          ...rest,
          id: studyId,
          name,
          seed: seed ?? Number.parseInt(studyId.slice(-7), 16),
          createdBy: by,
          createdAt: clock.now(),
          closedBy: null,
          closedAt: null,
          closeReason: null,
        };
        const specimens = [];
        for (const [index, specimenId] of specimenIds.entries()) {
          specimens.push({
            studyId,
            specimenId,
            position: index + 1,
            ...(await pictureOf(rows, specimenId)),
          });
        }
        const readings = planReadings({ specimenIds, readers, repeats: study.repeats, seed: study.seed }).map(
          (planned): StudyReadingRecord => ({
            ...{ ...planned, id: ids.next(), studyId, percent: null, readAt: null },
          }),
        );
        await studies.insert(study, specimens, readings);
        const details = { specimens: specimens.length, readers: readers.length, repeats: study.repeats };
        await record(rows, 'study.created', { study, by, details });
        return study;
      }),

    /** @throws NotFound `study-not-found` */
    async progress(id: string): Promise<StudyProgress> {
      const study = await get(id);
      const readings = await store.rows.laboratory.studies.readings(id);
      const readers = [...Map.groupBy(readings, ({ reader }) => reader)].map(([reader, own]) => ({
        reader,
        given: own.filter(({ percent }) => percent !== null).length,
        wanted: own.length,
      }));
      return {
        study,
        specimens: new Set(readings.map(({ specimenId }) => specimenId)).size,
        readers,
        isFinished: readers.every(({ given, wanted }) => given === wanted),
      };
    },

    /** @throws NotFound `study-not-found`; NotAllowed `not-a-reader` */
    async next(id: string, reader: string): Promise<NextReading> {
      const study = await get(id);
      const { studies } = store.rows.laboratory;
      const own = (await studies.readings(id)).filter((one) => one.reader === reader);
      requireReader(study, own.length);
      const next = study.closedAt === null ? own.find(({ percent }) => percent === null) : undefined;
      const specimen = (await studies.specimens(id)).find(
        ({ specimenId }) => specimenId === next?.specimenId,
      );
      return {
        given: own.filter(({ percent }) => percent !== null).length,
        wanted: own.length,
        reading:
          next === undefined || specimen === undefined
            ? null
            : { id: next.id, place: next.place, imageId: specimen.imageId },
      };
    },

    /** Gives the next reading; once given it stays. Giving the same again changes nothing.
     * @throws NotFound `study-not-found | study-reading-not-found`; Conflict `study-closed | study-reading-given | study-reading-not-next` */
    give: ({
      studyId,
      readingId,
      percent,
      reader,
    }: {
      readonly studyId: string;
      readonly readingId: string;
      readonly percent: number;
      readonly reader: string;
    }): Promise<void> =>
      store.transaction(async (rows) => {
        const { studies } = rows.laboratory;
        const study = found(await studies.lock(studyId), studyId);
        const reading = await studies.findReading(readingId);
        // Somebody else's is as good as none: it would tell what others have still to read.
        if (reading === null || reading.studyId !== studyId || reading.reader !== reader) {
          throw new NotFound('study-reading-not-found', 'Nobody asked you for this reading.');
        }
        if (reading.percent === percent) return;
        if (reading.percent !== null) {
          throw new Conflict(
            'study-reading-given',
            'This reading was given; a blind reading is never changed.',
          );
        }
        requireOpen(study);
        if ((await studies.nextReading(studyId, reader))?.id !== readingId) {
          throw new Conflict(
            'study-reading-not-next',
            'Another specimen comes first: the order is part of the study.',
          );
        }
        await studies.give(readingId, percent, clock.now());
        await record(rows, 'study.read', { study, by: reader, details: { place: reading.place } });
      }),

    /** Pictures of which this reader must not see yet what the model or somebody else said. */
    hiddenFrom: (reader: string): Promise<readonly string[]> =>
      store.rows.laboratory.studies.hiddenFrom(reader),
    /** @throws NotAllowed `blind-reading` when one of the pictures is hidden from this reader */
    async requireSight(reader: string, imageIds: readonly string[]): Promise<void> {
      const hidden = await store.rows.laboratory.studies.hiddenFrom(reader);
      if (!imageIds.some((id) => hidden.includes(id))) return;
      throw new NotAllowed(
        'blind-reading',
        'You read a picture of this specimen in a study that goes on. What the model and others said is shown when all its readings are in, or the study is closed.',
      );
    },

    /** @throws NotFound `study-not-found` */
    specimens: async (id: string): Promise<readonly StudySpecimen[]> =>
      specimensIn(store.rows, await get(id)),

    /** @throws NotFound `study-not-found | specimen-not-found`; Conflict `study-not-finished | study-not-disputed`; NotAllowed
     * `adjudicator-is-reader` */
    adjudicate: ({
      studyId,
      specimenId,
      percent,
      reason,
      by,
    }: {
      readonly studyId: string;
      readonly specimenId: string;
      readonly percent: number;
      readonly reason: string;
      readonly by: string;
    }): Promise<StudySpecimen> =>
      store.transaction(async (rows) => {
        const { studies } = rows.laboratory;
        const study = found(await studies.lock(studyId), studyId);
        const find = async () =>
          (await specimensIn(rows, study)).find(({ specimen }) => specimen.specimenId === specimenId);
        const before = await find();
        if (before === undefined) {
          throw new NotFound('specimen-not-found', `The study has no specimen ${specimenId}.`);
        }
        if ((await studies.readings(studyId)).some(({ reader }) => reader === by)) {
          throw new NotAllowed('adjudicator-is-reader', 'Who reads in a study does not decide it.');
        }
        if (before.revealed === null) {
          throw new Conflict('study-not-finished', 'Somebody has still to read this specimen.');
        }
        if (!before.revealed.isDisputed) {
          throw new Conflict('study-not-disputed', 'The readers of this specimen agree.');
        }
        await studies.adjudicate({
          ...{ id: ids.next(), studyId, specimenId, percent, reason, adjudicatedBy: by },
          adjudicatedAt: clock.now(),
        });
        const details = { specimen_id: specimenId, percent, reason };
        await record(rows, 'study.adjudicated', { study, by, details });
        return (await find()) as StudySpecimen;
      }),

    /** Ends a study whose readers may not all have finished; what was read is shown. Closing it twice changes nothing.
     * @throws NotFound `study-not-found` */
    close: (id: string, reason: string, by: string): Promise<StudyRecord> =>
      store.transaction(async (rows) => {
        const { studies } = rows.laboratory;
        const study = found(await studies.lock(id), id);
        if (study.closedAt !== null) return study;
        await studies.close(id, by, clock.now(), reason);
        await record(rows, 'study.closed', { study, by, details: { reason } });
        return found(await studies.find(id), id);
      }),

    /** @throws NotFound `study-not-found`; Conflict `study-not-finished` */
    async results(id: string): Promise<StudyResults> {
      const study = await get(id);
      const specimens = await specimensIn(store.rows, study);
      if (study.closedAt === null && specimens.some(({ revealed }) => revealed === null)) {
        throw new Conflict(
          'study-not-finished',
          'Readings are still missing; a reviewer may close the study.',
        );
      }
      return studyResults(study, specimens);
    },
  };
}

function requireReader({ name }: StudyRecord, readings: number): void {
  if (readings === 0) throw new NotAllowed('not-a-reader', `You do not read in the study ${name}.`);
}

async function checkReaders(rows: Rows, readers: readonly string[]): Promise<void> {
  const known = await rows.laboratory.studies.readersAmong(readers);
  const faults = readers.flatMap((reader, index) =>
    known.has(reader) ? [] : [{ detail: `${reader} is nobody who may read`, pointer: `#/readers/${index}` }],
  );
  if (faults.length > 0) {
    throw new InvalidInput('study-invalid', 'Readers are active users, technicians or more.', { faults });
  }
}

/** The first picture of a specimen, and the newest answer about it. */
async function pictureOf(rows: Rows, specimenId: string) {
  if ((await rows.laboratory.specimens.find(specimenId)) === null) {
    throw new NotFound('specimen-not-found', `There is no specimen ${specimenId}.`);
  }
  const [picture] = await rows.laboratory.pictures.ofSpecimen(specimenId);
  if (picture === undefined) {
    throw new InvalidInput('study-invalid', `The specimen ${specimenId} has no picture to read.`);
  }
  const answer = picture.analyses.find(({ analysis }) => analysis.shearPercent !== null)?.analysis;
  return {
    imageId: picture.image.id,
    modelPercent: answer?.shearPercent ?? null,
    modelVersion: answer === undefined ? null : answer.modelVersion,
  };
}
