import {
  boolean,
  choice,
  integer,
  networks,
  optionalInteger,
  optionalText,
  optionalUrl,
  proxies,
  subset,
  text,
  type Variable,
} from './variable.ts';

const mebibyte = 1024 * 1024;

/** Every setting, once: parsing, the reference page and `.env.example` come from this table. */
export const variables = {
  mode: choice('MLMCSC_MODE', ['development', 'production'] as const, {
    standard: 'development',
    about:
      'With `production` a process refuses to start with an embedded or unencrypted database, Redis, object storage or web address, or with secrets that are missing or guessable; it names every reason at once.',
  }),
  dataDir: text('MLMCSC_DATA_DIR', {
    standard: './.data',
    about: 'Folder of the embedded database, pictures and secrets; made when missing.',
  }),
  databaseUrl: optionalUrl('MLMCSC_DATABASE_URL', ['postgres:', 'postgresql:'], {
    standard: null,
    secret: true,
    about:
      'PostgreSQL 15 or newer (`postgres://user:password@host:5432/database`), also through a pooler in transaction mode such as PgBouncer. Empty: an embedded server is started in the data folder.',
  }),
  databaseDirectUrl: optionalUrl('MLMCSC_DATABASE_DIRECT_URL', ['postgres:', 'postgresql:'], {
    standard: null,
    secret: true,
    standardText: '`MLMCSC_DATABASE_URL`',
    about:
      'The same database without a pooler, for what needs a session: events, the queue, migrations. One connection of each API process, four and one a job of each worker.',
  }),
  databaseReadUrl: optionalUrl('MLMCSC_DATABASE_READ_URL', ['postgres:', 'postgresql:'], {
    standard: null,
    secret: true,
    about:
      'A streaming replica of the database, for lists, history and exports. It is asked only when it holds everything that was stored before the request; otherwise, and when it is away, the database itself answers. Empty: none.',
  }),
  databaseCaFile: optionalText('MLMCSC_DATABASE_CA_FILE', {
    standard: null,
    about:
      'PEM file of the authority that signed the certificates of the database, its pooler and its replica. Connections are then encrypted, and refused when certificate or host name do not fit. Empty: as `sslmode` in the address says, `verify-full` with the well-known authorities.',
  }),
  databaseConnections: optionalInteger('MLMCSC_DATABASE_CONNECTIONS', {
    standard: null,
    standardText: '16 in the API, five and one a thread in a worker',
    from: 2,
    to: 500,
    about: 'Connections to `MLMCSC_DATABASE_URL` that one process opens at most.',
  }),
  s3Bucket: optionalText('MLMCSC_S3_BUCKET', {
    standard: null,
    about:
      'Bucket of an S3 server that holds pictures, maps and models (`docs/how-to/use-s3.md`). Empty: they are files in the data folder.',
  }),
  s3Endpoint: optionalUrl('MLMCSC_S3_ENDPOINT', ['https:', 'http:'], {
    standard: null,
    about: 'Address of the S3 server. Empty: Amazon S3 of the region.',
  }),
  s3PublicEndpoint: optionalUrl('MLMCSC_S3_PUBLIC_ENDPOINT', ['https:', 'http:'], {
    standard: null,
    about: 'Address at which browsers and other clients reach the S3 server. Empty: `MLMCSC_S3_ENDPOINT`.',
  }),
  s3Region: text('MLMCSC_S3_REGION', { standard: 'us-east-1', about: 'Region of the bucket.' }),
  s3AccessKeyId: optionalText('MLMCSC_S3_ACCESS_KEY_ID', {
    standard: null,
    about: 'Access key of the bucket: list, read, write and delete.',
  }),
  s3SecretAccessKey: optionalText('MLMCSC_S3_SECRET_ACCESS_KEY', {
    standard: null,
    secret: true,
    about: 'Secret of the access key.',
  }),
  s3ForcePathStyle: boolean('MLMCSC_S3_FORCE_PATH_STYLE', {
    standard: true,
    about:
      'Whether the bucket is named in the path (`endpoint/bucket`), not in the host (`bucket.endpoint`).',
  }),
  s3CaFile: optionalText('MLMCSC_S3_CA_FILE', {
    standard: null,
    about:
      'Certificates (PEM) of the authorities that may vouch for the S3 server, and no others. Empty: those known to Node.js.',
  }),
  s3TimeoutMs: integer('MLMCSC_S3_TIMEOUT_MS', {
    standard: 5000,
    from: 100,
    to: 300_000,
    about:
      'How long the S3 server may stay silent before an attempt is given up, milliseconds; there are two.',
  }),
  backupTarget: optionalText('MLMCSC_BACKUP_TARGET', {
    standard: null,
    about:
      'Where workers put backups by themselves (`docs/how-to/back-up-and-restore.md`): a folder, best on another machine, or `s3://bucket/prefix`. Empty: none are made.',
  }),
  backupKey: optionalText('MLMCSC_BACKUP_KEY', {
    standard: null,
    secret: true,
    about:
      'Key that backups are encrypted with, from `mlmcsc backup-key`; `MLMCSC_BACKUP_KEY_FILE` names its file. Keep a copy apart from the backups: without it they cannot be read.',
  }),
  backupIntervalMinutes: integer('MLMCSC_BACKUP_INTERVAL_MINUTES', {
    standard: 360,
    from: 1,
    to: 525_600,
    about:
      'Minutes from one backup to the next; after one that failed it is tried again after a tenth of that.',
  }),
  backupKeep: integer('MLMCSC_BACKUP_KEEP', {
    standard: 28,
    from: 1,
    to: 100_000,
    about: 'How many complete backups stay in the target.',
  }),
  backupVerifyHours: integer('MLMCSC_BACKUP_VERIFY_HOURS', {
    standard: 24,
    from: 1,
    to: 8_760,
    about: 'Hours from one proof that the newest backup can be restored to the next.',
  }),
  backupS3Endpoint: optionalUrl('MLMCSC_BACKUP_S3_ENDPOINT', ['https:', 'http:'], {
    standard: null,
    about: 'Address of the S3 server of the backups, best in another region. Empty: `MLMCSC_S3_ENDPOINT`.',
  }),
  backupS3Region: optionalText('MLMCSC_BACKUP_S3_REGION', {
    standard: null,
    about: 'Region of their bucket. Empty: `MLMCSC_S3_REGION`.',
  }),
  backupS3AccessKeyId: optionalText('MLMCSC_BACKUP_S3_ACCESS_KEY_ID', {
    standard: null,
    about: 'Access key of their bucket. Empty: `MLMCSC_S3_ACCESS_KEY_ID`.',
  }),
  backupS3SecretAccessKey: optionalText('MLMCSC_BACKUP_S3_SECRET_ACCESS_KEY', {
    standard: null,
    secret: true,
    about: 'Secret of that access key. Empty: `MLMCSC_S3_SECRET_ACCESS_KEY`.',
  }),
  backupS3CaFile: optionalText('MLMCSC_BACKUP_S3_CA_FILE', {
    standard: null,
    about: 'Certificates (PEM) of the authorities that may vouch for it. Empty: `MLMCSC_S3_CA_FILE`.',
  }),
  replicaS3Bucket: optionalText('MLMCSC_REPLICA_S3_BUCKET', {
    standard: null,
    about:
      'Bucket of a second region that `mlmcsc objects replicate` copies objects to, and `repair` takes them from. Empty: none.',
  }),
  replicaS3Endpoint: optionalUrl('MLMCSC_REPLICA_S3_ENDPOINT', ['https:', 'http:'], {
    standard: null,
    about: 'Address of the S3 server of the second region. Empty: Amazon S3 of the region.',
  }),
  replicaS3Region: optionalText('MLMCSC_REPLICA_S3_REGION', {
    standard: null,
    about: 'Name of the second region. Empty: `MLMCSC_S3_REGION`.',
  }),
  replicaS3AccessKeyId: optionalText('MLMCSC_REPLICA_S3_ACCESS_KEY_ID', {
    standard: null,
    about: 'Access key of the bucket in the second region.',
  }),
  replicaS3SecretAccessKey: optionalText('MLMCSC_REPLICA_S3_SECRET_ACCESS_KEY', {
    standard: null,
    secret: true,
    about: 'Secret of that access key.',
  }),
  replicaS3CaFile: optionalText('MLMCSC_REPLICA_S3_CA_FILE', {
    standard: null,
    about: 'Certificates (PEM) of the authorities that may vouch for it. Empty: `MLMCSC_S3_CA_FILE`.',
  }),
  host: text('MLMCSC_HOST', { standard: '127.0.0.1', about: 'Address the API listens on.' }),
  port: integer('MLMCSC_PORT', { standard: 8080, from: 1, to: 65_535, about: 'Port the API listens on.' }),
  metricsHost: text('MLMCSC_METRICS_HOST', {
    standard: '127.0.0.1',
    about: 'Address on which a process serves its metrics; not for users, so not the world.',
  }),
  metricsPort: optionalInteger('MLMCSC_METRICS_PORT', {
    standard: null,
    from: 1,
    to: 65_535,
    about:
      'Port on which a process serves `GET /metrics` for Prometheus. `mlmcsc up` gives its worker the next one. Empty: no metrics.',
  }),
  otlpEndpoint: optionalUrl('MLMCSC_OTLP_ENDPOINT', ['http:', 'https:'], {
    standard: null,
    about:
      'Receiver of traces (OTLP over HTTP: Jaeger, or an OpenTelemetry collector), e.g. `http://jaeger:4318` (`deployment/docs/tracing.md`). Empty: no traces.',
  }),
  traceSamplePercent: integer('MLMCSC_TRACE_SAMPLE_PERCENT', {
    standard: 10,
    from: 0,
    to: 100,
    about: 'Share of the traces that are kept, percent; those of failed and slow requests are kept always.',
  }),
  traceSlowMs: integer('MLMCSC_TRACE_SLOW_MS', {
    standard: 1000,
    from: 0,
    to: 3_600_000,
    about: 'A request that takes at least so long is slow, milliseconds; its trace is kept.',
  }),
  publicUrl: optionalUrl('MLMCSC_PUBLIC_URL', ['http:', 'https:'], {
    standard: null,
    about: 'Address users see, when a proxy is in front. With `https` cookies are sent over TLS only.',
  }),
  trustProxy: proxies('MLMCSC_TRUST_PROXY', {
    standard: false,
    about:
      'Whose `X-Forwarded-*` headers are believed: addresses of your proxies, separated by commas, e.g. `10.0.0.0/8,127.0.0.1`. `true` believes everybody, `false` nobody.',
  }),
  tlsCertificateFile: optionalText('MLMCSC_TLS_CERT_FILE', {
    standard: null,
    about:
      'PEM certificate (with its chain) that the API serves TLS with, also to a proxy in front. A renewed file is taken within ten seconds. Empty: plain HTTP.',
  }),
  tlsKeyFile: optionalText('MLMCSC_TLS_KEY_FILE', {
    standard: null,
    about: 'PEM key of `MLMCSC_TLS_CERT_FILE`.',
  }),
  sessionSecret: optionalText('MLMCSC_SESSION_SECRET', {
    standard: null,
    secret: true,
    least: 32,
    about:
      'Signs session cookies, seals what is shared through Redis and encrypts the secrets of webhooks. Empty: made at the first start and kept in the data folder. All API and worker processes need the same.',
  }),
  secondFactorFromRole: choice(
    'MLMCSC_SECOND_FACTOR_FROM_ROLE',
    ['none', 'viewer', 'technician', 'reviewer', 'engineer', 'admin'] as const,
    {
      standard: 'none',
      about:
        'Users with at least this role who sign in by password must use a second factor; until they set one up, only their own account works.',
    },
  ),
  oidcIssuer: optionalUrl('MLMCSC_OIDC_ISSUER', ['https:', 'http:'], {
    standard: null,
    about:
      'OpenID Connect provider for single sign-on (`docs/how-to/single-sign-on.md`), e.g. `https://login.example/realms/lab`. Empty: none.',
  }),
  oidcClientId: optionalText('MLMCSC_OIDC_CLIENT_ID', {
    standard: null,
    about: 'Name of this installation at the provider.',
  }),
  oidcClientSecret: optionalText('MLMCSC_OIDC_CLIENT_SECRET', {
    standard: null,
    secret: true,
    about: 'Its secret at the provider.',
  }),
  oidcScopes: text('MLMCSC_OIDC_SCOPES', {
    standard: 'openid profile email',
    about: 'What the provider is asked for.',
  }),
  oidcRoleClaim: text('MLMCSC_OIDC_ROLE_CLAIM', {
    standard: 'groups',
    about: 'Claim that names the groups or roles of a user; dots lead into it, e.g. `realm_access.roles`.',
  }),
  oidcRoleMap: optionalText('MLMCSC_OIDC_ROLE_MAP', {
    standard: null,
    about:
      'Which group has which role here, e.g. `lab-admins=admin,lab-technicians=technician`. The most powerful counts; users without any are refused.',
  }),
  webRoot: optionalText('MLMCSC_WEB_ROOT', {
    standard: null,
    about: 'Folder of the web build that the API serves. Empty: `apps/web/dist`, if it exists.',
  }),
  compatibilityApi: boolean('MLMCSC_COMPATIBILITY_API', {
    standard: false,
    about:
      'Whether the routes of the earlier MLMCSC (`/predict`, `/submit_label`, …) are there for its clients (`docs/how-to/use-the-api.md`).',
  }),
  modelFile: optionalText('MLMCSC_MODEL_FILE', {
    standard: null,
    about: 'Shipped model that is installed at the start. Empty: `models/default.mlmcsc`.',
  }),
  detectorFile: optionalText('MLMCSC_DETECTOR_FILE', {
    standard: null,
    about:
      'ONNX detector of your own that finds the faces (`docs/reference/own-networks.md`). The same file for the API and all workers. Empty: the model finds them.',
  }),
  maxUploadBytes: integer('MLMCSC_MAX_UPLOAD_BYTES', {
    standard: 64 * mebibyte,
    from: 1024,
    to: 1024 * mebibyte,
    about: 'Largest picture accepted, bytes.',
  }),
  unknownSpecimens: choice('MLMCSC_UNKNOWN_SPECIMENS', ['keep', 'create', 'refuse'] as const, {
    standard: 'keep',
    about:
      'What happens to a picture whose specimen was never entered. `keep`: the identifier stays with the picture, which is linked once the specimen is entered. `create`: the specimen is entered. `refuse`: the picture is refused.',
  }),
  driftAfterAnalyses: integer('MLMCSC_DRIFT_AFTER_ANALYSES', {
    standard: 100,
    from: 0,
    to: 1_000_000,
    about:
      'After so many new analyses drift is evaluated, besides every hour; 0: every hour only. The same for the API and all workers.',
  }),
  maxImagePixels: integer('MLMCSC_MAX_IMAGE_PIXELS', {
    standard: 50_000_000,
    from: 10_000,
    to: 500_000_000,
    about: 'Largest picture accepted, pixels; checked before decoding.',
  }),
  uploadMemoryBytes: integer('MLMCSC_UPLOAD_MEMORY_BYTES', {
    standard: 256 * mebibyte,
    from: mebibyte,
    to: 16_384 * mebibyte,
    about: 'Pictures held in memory by uploads at one time, bytes; further uploads are asked to come again.',
  }),
  requestsPerMinute: integer('MLMCSC_REQUESTS_PER_MINUTE', {
    standard: 6000,
    from: 10,
    to: 1_000_000,
    about: 'Requests of one address in a minute; a guard against runaway scripts.',
  }),
  measureThreads: optionalInteger('MLMCSC_MEASURE_THREADS', {
    standard: null,
    standardText: 'number of processors, at most 8',
    from: 1,
    to: 64,
    about: 'Threads that measure pictures, in each API and worker process.',
  }),
  workerConcurrency: integer('MLMCSC_WORKER_CONCURRENCY', {
    standard: 2,
    from: 1,
    to: 32,
    about:
      'Batches that one worker process measures at the same time. Learning and maintenance have slots of their own.',
  }),
  workerLanes: subset('MLMCSC_WORKER_LANES', ['batch', 'learning', 'maintenance', 'webhooks'], {
    about:
      'What a worker process does, so that kinds of work can have workers of their own (`docs/reference/jobs.md`).',
  }),
  webhookAllowHttp: boolean('MLMCSC_WEBHOOK_ALLOW_HTTP', {
    standard: false,
    about: 'Whether webhooks may go to `http://` addresses: only inside a network that you trust.',
  }),
  webhookAllowedNetworks: networks('MLMCSC_WEBHOOK_ALLOWED_NETWORKS', {
    about: 'Networks that webhooks may go to besides the public internet, e.g. `10.20.0.0/16,fd00:1::/32`.',
  }),
  jobRetentionDays: integer('MLMCSC_JOB_RETENTION_DAYS', {
    standard: 90,
    from: 1,
    to: 36_500,
    about: 'Days after which a completed or cancelled job is deleted from the list; its results stay.',
  }),
  cacheBytes: integer('MLMCSC_CACHE_BYTES', {
    standard: 128 * mebibyte,
    from: 0,
    to: 16_384 * mebibyte,
    about: 'Memory for models, renditions and answers, bytes, in each process.',
  }),
  redisUrl: optionalUrl('MLMCSC_REDIS_URL', ['redis:', 'rediss:'], {
    standard: null,
    secret: true,
    about:
      'Redis or Valkey (`rediss://user:password@host:6379/0`; `rediss` is encrypted) for what replicas share and may lose: answers, limits, locks of sign-ins. Empty: every process has its own.',
  }),
  redisCaFile: optionalText('MLMCSC_REDIS_CA_FILE', {
    standard: null,
    about:
      'PEM file with the certificate authorities that may have signed the certificate of Redis. Empty: the well-known ones.',
  }),
  healthFile: optionalText('MLMCSC_HEALTH_FILE', {
    standard: null,
    about:
      'File that a worker rewrites every 5 s while it is well, for probes that look at its age. Empty: none.',
  }),
  startWaitMs: integer('MLMCSC_START_WAIT_MS', {
    standard: 60_000,
    from: 0,
    to: 3_600_000,
    about:
      'How long an API or worker waits at its start for a database that is away or not migrated yet, milliseconds; then it ends and says why. Redis and the bucket may be away at the start.',
  }),
  shutdownMs: integer('MLMCSC_SHUTDOWN_MS', {
    standard: 20_000,
    from: 0,
    to: 600_000,
    about: 'How long running work may go on after a stop signal, milliseconds; the rest is handed back.',
  }),
  logLevel: choice(
    'MLMCSC_LOG_LEVEL',
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const,
    {
      standard: 'info',
      about: 'Least important log lines that are written.',
    },
  ),
} as const satisfies Readonly<Record<string, Variable<unknown>>>;
