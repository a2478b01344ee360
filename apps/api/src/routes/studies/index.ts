import type { Endpoint } from '../../api-instance.ts';
import { createStudy } from './create-study.ts';
import { adjudicate, closeStudy } from './decide-study.ts';
import { getStudy, getStudyResults, getStudySpecimens } from './get-study.ts';
import { listStudies } from './list-studies.ts';
import { getNextReading, giveReading } from './read-in-study.ts';

export const studyRoutes: readonly Endpoint[] = [
  listStudies,
  createStudy,
  getStudy,
  getNextReading,
  giveReading,
  getStudySpecimens,
  adjudicate,
  closeStudy,
  getStudyResults,
];
