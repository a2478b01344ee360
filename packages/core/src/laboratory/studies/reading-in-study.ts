import type { Rows } from '../../ports/store.ts';
import type { StudyRecord } from './study-records.ts';
import { type StudySpecimen, studySpecimens } from './study-specimens.ts';

/** What a study says of one specimen, or null when it does not ask for it. */
export async function readingInStudy(
  { laboratory: { studies } }: Rows,
  studyId: string,
  specimenId: string,
): Promise<{ readonly study: StudyRecord; readonly reading: StudySpecimen } | null> {
  const study = await studies.find(studyId);
  if (study === null) return null;
  const reading = studySpecimens({
    study,
    specimens: await studies.specimens(studyId),
    readings: await studies.readings(studyId),
    adjudications: await studies.adjudications(studyId),
  }).find(({ specimen }) => specimen.specimenId === specimenId);
  return reading === undefined ? null : { study, reading };
}
