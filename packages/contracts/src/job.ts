import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery } from './common.ts';

/** Names shared by queue, logs and metrics. */
export const JobKind = Type.Union(
  [Type.Literal('analysis.batch.v1'), Type.Literal('label.learn.v1'), Type.Literal('model.retrain.v1')],
  { $id: 'JobKind' },
);
export type JobKind = Static<typeof JobKind>;

export const JobState = Type.Union(
  [
    Type.Literal('queued'),
    Type.Literal('running'),
    Type.Literal('retrying'),
    Type.Literal('completed'),
    Type.Literal('cancelled'),
    Type.Literal('dead'),
  ],
  {
    $id: 'JobState',
    description: '`dead`: retries are used up; see `error`, and re-run it when the cause is mended',
  },
);
export type JobState = Static<typeof JobState>;

export const Job = Type.Object(
  {
    id: Id,
    kind: JobKind,
    state: JobState,
    progress: Type.Object(
      {
        done: Type.Integer({ minimum: 0 }),
        failed: Type.Integer({ minimum: 0 }),
        total: Type.Integer({ minimum: 0 }),
      },
      {
        additionalProperties: false,
      },
    ),
    attempts: Type.Integer({ minimum: 0 }),
    max_attempts: Type.Integer({ minimum: 1 }),
    error: nullable(Type.String({ description: 'Last failure, without internals' })),
    result: nullable(
      Type.Record(Type.String(), Type.Unknown(), { description: 'Summary of what the job produced' }),
    ),
    created_by: Type.String(),
    created_at: Instant,
    started_at: nullable(Instant),
    finished_at: nullable(Instant),
  },
  { $id: 'Job', additionalProperties: false },
);
export type Job = Static<typeof Job>;

export const CreateJobRequest = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('analysis.batch.v1'),
        image_ids: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
      },
      { additionalProperties: false },
    ),
    Type.Object({ kind: Type.Literal('model.retrain.v1') }, { additionalProperties: false }),
  ],
  { $id: 'CreateJobRequest' },
);
export type CreateJobRequest = Static<typeof CreateJobRequest>;

/** One picture of a batch job. */
export const JobItem = Type.Object(
  {
    image_id: Id,
    analysis_id: nullable(Id),
    state: Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('failed')]),
    error: nullable(Type.String()),
  },
  { $id: 'JobItem', additionalProperties: false },
);
export type JobItem = Static<typeof JobItem>;

/** Filters of the job list; `state=dead` is the dead-letter view. */
export const JobQuery = Type.Object(
  { state: Type.Optional(JobState), kind: Type.Optional(JobKind), ...PageQuery.properties },
  { additionalProperties: false },
);
export type JobQuery = Static<typeof JobQuery>;

/** Server-sent events on `/api/v1/events` and `/api/v1/jobs/{id}/events`; `event:` is the type, `data:` this JSON. */
export const ServerEvent = Type.Union(
  [
    Type.Object({ type: Type.Literal('job.changed'), job: Job }, { additionalProperties: false }),
    Type.Object(
      { type: Type.Literal('analysis.created'), analysis_id: Id, image_id: Id },
      { additionalProperties: false },
    ),
    Type.Object(
      { type: Type.Literal('label.created'), label_id: Id, analysis_id: Id },
      { additionalProperties: false },
    ),
    Type.Object(
      { type: Type.Literal('model.promoted'), version: Type.String(), digest: Type.String() },
      { additionalProperties: false },
    ),
  ],
  { $id: 'ServerEvent' },
);
export type ServerEvent = Static<typeof ServerEvent>;
