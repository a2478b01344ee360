import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery } from './common.ts';

/** Names shared by queue, logs and metrics. */
export const JobKind = Type.Union(
  [
    Type.Literal('analysis.batch.v1'),
    Type.Literal('label.learn.v1'),
    Type.Literal('model.retrain.v1'),
    Type.Literal('maintenance.prune.v1'),
    Type.Literal('maintenance.retention.v1'),
    Type.Literal('drift.evaluate.v1'),
    Type.Literal('dataset.import.v1'),
    Type.Literal('dataset.verify.v1'),
  ],
  { $id: 'JobKind' },
);
export type JobKind = Static<typeof JobKind>;

/** Order among the jobs of one kind; kinds that teach or measure have slots of their own anyway. */
export const JobPriority = Type.Union([Type.Literal('low'), Type.Literal('normal'), Type.Literal('high')], {
  $id: 'JobPriority',
  description: 'Order in the queue. `high` needs the role reviewer.',
});
export type JobPriority = Static<typeof JobPriority>;

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

/** Parts of a round of learning. */
export const JobStage = Type.Union(
  [Type.Literal('loading'), Type.Literal('predicting'), Type.Literal('learning'), Type.Literal('judging')],
  { $id: 'JobStage', description: 'What the job is doing now' },
);
export type JobStage = Static<typeof JobStage>;

export const Job = Type.Object(
  {
    id: Id,
    kind: JobKind,
    state: JobState,
    priority: JobPriority,
    progress: Type.Object(
      {
        done: Type.Integer({ minimum: 0 }),
        failed: Type.Integer({ minimum: 0 }),
        total: Type.Integer({ minimum: 0 }),
      },
      {
        additionalProperties: false,
        description: 'Pictures of a batch; percent of the whole while `stage` is not null',
      },
    ),
    stage: nullable(JobStage),
    attempts: Type.Integer({ minimum: 0 }),
    max_attempts: Type.Integer({ minimum: 1 }),
    error: nullable(Type.String({ description: 'Last failure, without internals' })),
    result: nullable(
      Type.Record(Type.String(), Type.Unknown(), { description: 'Summary of what the job produced' }),
    ),
    trace_id: nullable(
      Type.String({
        pattern: '^[0-9a-f]{32}$',
        description: 'Trace of the request that made the job; its log lines and those of the job name it',
      }),
    ),
    closed_reason: nullable(Type.String({ description: 'Why a person discarded the job' })),
    created_by: Type.String(),
    created_at: Instant,
    available_at: Type.Unsafe<string>({
      ...Instant,
      description: 'Since when it could run; lies ahead while a repetition waits',
    }),
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
        priority: Type.Optional(JobPriority),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      { kind: Type.Literal('model.retrain.v1'), priority: Type.Optional(JobPriority) },
      { additionalProperties: false },
    ),
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

const Count = Type.Integer({ minimum: 0 });
const OldestWaiting = nullable(
  Type.Number({
    minimum: 0,
    description: 'How long the oldest job that could run has been waiting, seconds; null when none waits',
  }),
);

/** Figures of the jobs that are not settled, for autoscaling and alerts. */
export const JobStatistics = Type.Object(
  {
    at: Instant,
    lanes: Type.Array(
      Type.Object(
        {
          lane: Type.Union([Type.Literal('batch'), Type.Literal('learning'), Type.Literal('maintenance')]),
          waiting: Type.Integer({ minimum: 0, description: 'Queued or retrying' }),
          running: Count,
          dead: Count,
          oldest_waiting_seconds: OldestWaiting,
        },
        { additionalProperties: false },
      ),
      { description: 'Every lane; workers have slots for each' },
    ),
    queues: Type.Array(
      Type.Object(
        {
          kind: JobKind,
          priority: JobPriority,
          queued: Count,
          retrying: Count,
          running: Count,
          dead: Count,
          oldest_waiting_seconds: OldestWaiting,
        },
        { additionalProperties: false },
      ),
      { description: 'Kinds and priorities that have any' },
    ),
  },
  { $id: 'JobStatistics', additionalProperties: false },
);
export type JobStatistics = Static<typeof JobStatistics>;

const deadJobsFields = {
  kind: Type.Optional(JobKind),
  before: Type.Optional(
    Type.Unsafe<string>({ ...Instant, description: 'Only jobs that died before; now when left out' }),
  ),
};
/** Which dead jobs are run again; all that the caller's role covers when no kind is named. */
export const RerunDeadJobsRequest = Type.Object(deadJobsFields, {
  $id: 'RerunDeadJobsRequest',
  additionalProperties: false,
});
export type RerunDeadJobsRequest = Static<typeof RerunDeadJobsRequest>;

export const DiscardDeadJobsRequest = Type.Object(
  { ...deadJobsFields, reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { $id: 'DiscardDeadJobsRequest', additionalProperties: false },
);
export type DiscardDeadJobsRequest = Static<typeof DiscardDeadJobsRequest>;

export const DeadJobsOutcome = Type.Object(
  {
    changed: Type.Integer({ minimum: 0, maximum: 500 }),
    has_more: Type.Boolean({ description: 'More are left: send the same request again' }),
  },
  { $id: 'DeadJobsOutcome', additionalProperties: false },
);
export type DeadJobsOutcome = Static<typeof DeadJobsOutcome>;
/** Where an event stream goes on: the `id:` of the last event seen. The header wins. */
export const LastEventIdHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      pattern: '^[0-9]{1,15}$',
      description: 'The `id:` of the last event seen; what was missed since is sent first',
    }),
  ),
});
export const LastEventIdQuery = Type.Object(
  {
    last_event_id: Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,15}$',
        description: 'The same for clients that cannot set headers; the header `Last-Event-ID` wins',
      }),
    ),
  },
  { additionalProperties: false },
);

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
    Type.Object({ type: Type.Literal('specimen.changed'), specimen_id: Id }, { additionalProperties: false }),
    Type.Object({ type: Type.Literal('specimens.imported'), import_id: Id }, { additionalProperties: false }),
    Type.Object({ type: Type.Literal('drift.raised'), finding_id: Id }, { additionalProperties: false }),
    Type.Object(
      { type: Type.Literal('trial.changed'), trial_id: Id },
      { additionalProperties: false, description: 'A trial of a challenger began or ended' },
    ),
    Type.Object(
      { type: Type.Literal('dataset.created'), digest: Type.String() },
      { additionalProperties: false },
    ),
    Type.Object(
      { type: Type.Literal('stream.reset') },
      {
        additionalProperties: false,
        description: 'What happened since `Last-Event-ID` is not known any more: read again what you show',
      },
    ),
  ],
  { $id: 'ServerEvent' },
);
export type ServerEvent = Static<typeof ServerEvent>;
