import type {
  AdjudicateRequest,
  CloseStudyRequest,
  CreateStudyRequest,
  GiveReadingRequest,
  NextReading,
  ReaderAgreement,
  Study,
  StudyProgress,
  StudyResults,
  StudySpecimen,
} from '@mlmcsc/contracts';

const id = (last: string) => `0192f0a0-4c1e-7a3b-9d52-0000000000${last}`;
const create: CreateStudyRequest = {
  name: 'Spring 2026',
  specimen_ids: [id('c1'), id('c2')],
  readers: ['ann', 'bob'],
};
const study: Study = {
  id: id('d1'),
  name: 'Spring 2026',
  notes: null,
  repeats: 1,
  disagreement_threshold: 10,
  includes_model: true,
  seed: 146_303_941,
  created_by: 'rita',
  created_at: '2026-11-23T08:10:00.000Z',
  closed_by: null,
  closed_at: null,
  close_reason: null,
};
const progress: StudyProgress = {
  study,
  specimens: 2,
  readers: [
    { reader: 'ann', given: 2, wanted: 2 },
    { reader: 'bob', given: 1, wanted: 2 },
  ],
  is_finished: false,
};
const next: NextReading = {
  given: 1,
  wanted: 2,
  reading: { id: id('d2'), place: 2, image_id: id('02') },
};
const give: GiveReadingRequest = { reading_id: id('d2'), percent: 45 };
const adjudicate: AdjudicateRequest = { percent: 48, reason: 'The lip on the left counts as shear.' };
const close: CloseStudyRequest = { reason: 'bob is away' };
const specimen: StudySpecimen = {
  specimen_id: id('c1'),
  identifier: 'H4711-03',
  position: 1,
  image_id: id('02'),
  given: 2,
  wanted: 2,
  revealed: {
    readings: [
      { reader: 'ann', repeat: 1, percent: 40, read_at: '2026-11-23T09:10:00.000Z' },
      { reader: 'bob', repeat: 1, percent: 55, read_at: '2026-11-23T10:10:00.000Z' },
    ],
    model: { percent: 43.7, version: '1.0.0' },
    mean: 47.5,
    spread: 15,
    is_disputed: true,
    adjudications: [],
    value: null,
  },
};
const few = { ok: false, reason: 'too-few-specimens', detail: '1 specimens read by everybody.' } as const;
const people: ReaderAgreement = {
  specimens: ['H4711-03'],
  readers: ['ann', 'bob'],
  reading_count: 2,
  confidence: 0.95,
  per_reader: [
    {
      reader: 'ann',
      readings: 1,
      points: [{ specimen: 'H4711-03', own: 40, others: 55 }],
      limits: few,
    },
  ],
  intraclass: few,
  gauge: few,
  precision: { ok: false, reason: 'no-repeats', detail: 'Nobody has read a specimen twice.' },
  alpha_interval: few,
  alpha_ordinal: few,
};
const results: StudyResults = {
  people,
  with_model: null,
  disputed: 1,
  adjudicated: 0,
  shortcomings: ['few-specimens', 'few-readers', 'no-repeats', 'undecided'],
};

/** Examples of studies of readers, by the names of their schemas. */
export const STUDY_EXAMPLES = {
  AdjudicateRequest: adjudicate,
  CloseStudyRequest: close,
  CreateStudyRequest: create,
  GiveReadingRequest: give,
  NextReading: next,
  ReaderAgreement: people,
  Study: study,
  StudyProgress: progress,
  StudyResults: results,
  StudySpecimen: specimen,
  StudySpecimens: { items: [specimen] },
};
