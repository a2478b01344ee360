import { type Static, Type } from 'typebox';
import { Instant, nullable } from './common.ts';
import { JobStatistics } from './job.ts';

const Bytes = Type.Integer({ minimum: 0 });
const Count = Type.Integer({ minimum: 0 });

export const ComponentState = Type.Union(
  [Type.Literal('ok'), Type.Literal('attention'), Type.Literal('failed'), Type.Literal('unused')],
  {
    $id: 'ComponentState',
    description:
      '`attention`: everything works, but somebody should look; `unused`: the installation does without it',
  },
);
export type ComponentState = Static<typeof ComponentState>;

/** One part of the installation. */
export const Component = Type.Object(
  {
    name: Type.Union([
      Type.Literal('database'),
      Type.Literal('schema'),
      Type.Literal('objects'),
      Type.Literal('cache'),
      Type.Literal('champion'),
      Type.Literal('workers'),
      Type.Literal('queue'),
      Type.Literal('backups'),
      Type.Literal('audit-trail'),
      Type.Literal('disk'),
    ]),
    state: ComponentState,
    reason: nullable(
      Type.String({ description: 'Stable code, e.g. `workers-silent`; null when all is well' }),
    ),
    detail: nullable(Type.String({ description: 'The reason in words: what it means and what to do' })),
    elapsed_ms: nullable(
      Type.Number({ minimum: 0, description: 'How long it took to answer; null where nothing was asked' }),
    ),
  },
  { $id: 'Component', additionalProperties: false },
);
export type Component = Static<typeof Component>;

/** One run of a backup, or of the proof that one can be restored. */
export const BackupRun = Type.Object(
  {
    finished_at: Instant,
    duration_seconds: Type.Number({ minimum: 0 }),
    size_bytes: nullable(
      Type.Integer({ minimum: 0, description: 'Of the whole backup as it is stored; null for a failure' }),
    ),
    failure: nullable(Type.String({ description: 'Stable code of the failure; null: it succeeded' })),
  },
  { $id: 'BackupRun', additionalProperties: false },
);
export type BackupRun = Static<typeof BackupRun>;

const BackupRuns = Type.Object(
  {
    newest: nullable(BackupRun),
    newest_good: nullable(BackupRun),
  },
  { additionalProperties: false },
);

/** How the installation stands, for whoever runs it. */
export const Operations = Type.Object(
  {
    at: Instant,
    status: Type.Union([Type.Literal('ok'), Type.Literal('attention'), Type.Literal('failed')], {
      description: 'The worst of the components',
    }),
    components: Type.Array(Component),
    jobs: JobStatistics,
    workers: Type.Object(
      {
        lanes: Type.Integer({
          minimum: 0,
          description: 'Lanes of workers heard of within ten seconds; a worker serves up to three',
        }),
        last_seen_at: nullable(Instant),
      },
      { additionalProperties: false },
    ),
    storage: Type.Object(
      {
        database_bytes: Bytes,
        disk: nullable(
          Type.Object(
            { free_bytes: Bytes, total_bytes: Bytes },
            {
              additionalProperties: false,
              description: 'Of the data folder; null where pictures lie in a bucket',
            },
          ),
        ),
        objects: nullable(
          Type.Object(
            {
              counted_at: Instant,
              kinds: Type.Array(
                Type.Object(
                  {
                    kind: Type.String({ description: 'What refers to them, e.g. `picture`' }),
                    objects: Count,
                    bytes: nullable(
                      Type.Integer({ minimum: 0, description: 'Null where records do not know it' }),
                    ),
                  },
                  { additionalProperties: false },
                ),
              ),
            },
            {
              additionalProperties: false,
              description: 'What records refer to, as a worker counted last; null before the first count',
            },
          ),
        ),
      },
      { additionalProperties: false },
    ),
    backups: Type.Object(
      {
        plan: nullable(
          Type.Object(
            {
              every_seconds: Type.Integer({ minimum: 1 }),
              proved_every_seconds: Type.Integer({ minimum: 1 }),
            },
            { additionalProperties: false, description: 'Null where workers make none' },
          ),
        ),
        backup: BackupRuns,
        verification: BackupRuns,
      },
      { additionalProperties: false },
    ),
    audit_trail: nullable(
      Type.Object(
        {
          verified_at: Instant,
          entries: Type.Integer({ minimum: 0, description: 'Walked through' }),
          broken_at: nullable(
            Type.Integer({ minimum: 1, description: 'First position that is not as written; null: intact' }),
          ),
        },
        { additionalProperties: false, description: 'Null before the first check' },
      ),
    ),
    versions: Type.Object(
      {
        release: Type.String({ description: 'Of the server that answered' }),
        schema: nullable(Type.String({ description: 'Newest migration of the database' })),
        pending_migrations: Type.Integer({ minimum: 0, description: 'Of this release, not applied yet' }),
        champion: nullable(Type.String({ description: 'Version of the model in service' })),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'Operations', additionalProperties: false },
);
export type Operations = Static<typeof Operations>;
