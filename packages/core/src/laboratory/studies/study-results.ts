import { compareReaders, type ReaderAgreement, type ReaderReading } from '@mlmcsc/learning';
import type { StudyRecord } from './study-records.ts';
import type { StudySpecimen } from './study-specimens.ts';

/** What a study lacks of a full gauge study; its figures stand all the same. */
export type StudyShortcoming =
  | 'few-specimens'
  | 'few-readers'
  | 'no-repeats'
  | 'readings-missing'
  | 'undecided';

/** How well the readers of a study agree. */
export interface StudyResults {
  /** Of the people. */
  readonly people: ReaderAgreement;
  /** The same with the model as one more reader; null without its answers. It repeats itself exactly. */
  readonly withModel: ReaderAgreement | null;
  readonly disputed: number;
  readonly adjudicated: number;
  readonly shortcomings: readonly StudyShortcoming[];
}

/** No user can have this name. */
export const modelReader = 'the model';

/** Least size of a gauge study: AIAG's manual asks for 10 parts; percent shear needs the whole range. */
const FULL_STUDY = { specimens: 20, readers: 3, repeats: 2 } as const;

/** @param specimens - of the study, those that are not revealed do not count */
export function studyResults(study: StudyRecord, specimens: readonly StudySpecimen[]): StudyResults {
  const revealed = specimens.flatMap(({ specimen, revealed }) =>
    revealed === null ? [] : [{ identifier: specimen.identifier, ...revealed }],
  );
  const ofPeople: ReaderReading[] = revealed.flatMap(({ identifier, readings }) =>
    readings.map(({ reader, repeat, percent }) => ({ specimen: identifier, reader, repeat, percent })),
  );
  const ofModel: ReaderReading[] = revealed.flatMap(({ identifier, model }) =>
    model === null
      ? []
      : Array.from({ length: study.repeats }, (_, i) => ({
          specimen: identifier,
          reader: modelReader,
          repeat: i + 1,
          percent: model.percent,
        })),
  );
  const people = compareReaders(ofPeople);
  const shortcomings: StudyShortcoming[] = [];
  if (people.specimens.length < FULL_STUDY.specimens) shortcomings.push('few-specimens');
  if (people.readers.length < FULL_STUDY.readers) shortcomings.push('few-readers');
  if (study.repeats < FULL_STUDY.repeats) shortcomings.push('no-repeats');
  if (specimens.some(({ given, wanted }) => given < wanted)) shortcomings.push('readings-missing');
  const disputed = revealed.filter(({ isDisputed }) => isDisputed);
  const adjudicated = disputed.filter(({ adjudications }) => adjudications.length > 0);
  if (adjudicated.length < disputed.length) shortcomings.push('undecided');
  return {
    people,
    withModel: ofModel.length === 0 ? null : compareReaders([...ofPeople, ...ofModel]),
    disputed: disputed.length,
    adjudicated: adjudicated.length,
    shortcomings,
  };
}
