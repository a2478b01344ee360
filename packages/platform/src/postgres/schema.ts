import type {
  AnalysisStatus,
  AuditRecord,
  DeploymentKind,
  ErrorFigures,
  GateVerdict,
  JobKind,
  JobPriority,
  JobStage,
  JobState,
  ModelRecord,
  NotchSide,
  QualityFlag,
} from '@mlmcsc/core';
import {
  bigint,
  boolean,
  doublePrecision,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

export * from './drift-schema.ts';
export * from './laboratory-schema.ts';
export * from './report-schema.ts';
export * from './study-schema.ts';

/** Tables of `migrations/`; a test compares the two. */
export const images = pgTable('images', {
  id: uuid().primaryKey(),
  sha256: text().notNull(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  widthPx: integer('width_px').notNull(),
  heightPx: integer('height_px').notNull(),
  displayKey: text('display_key').notNull(),
  thumbnailKey: text('thumbnail_key').notNull(),
  specimen: text(),
  heat: text(),
  half: integer().$type<1 | 2>(),
  widthMm: doublePrecision('width_mm'),
  pxPerMm: doublePrecision('px_per_mm'),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: instant('uploaded_at').notNull(),
  picturesRemovedAt: instant('pictures_removed_at'),
  picturesRemovedBy: text('pictures_removed_by'),
});

export const models = pgTable('models', {
  id: uuid().primaryKey(),
  version: text().notNull(),
  digest: text().notNull(),
  baseDigest: text('base_digest').notNull(),
  parentVersion: text('parent_version'),
  origin: text().$type<ModelRecord['origin']>().notNull(),
  labelCount: integer('label_count').notNull(),
  pipelineVersion: text('pipeline_version').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  heldOut: jsonb('held_out').$type<ErrorFigures>(),
  gate: jsonb().$type<GateVerdict>(),
  datasetDigest: text('dataset_digest'),
  createdAt: instant('created_at').notNull(),
});

export const modelAliases = pgTable('model_aliases', {
  alias: text().primaryKey(),
  modelVersion: text('model_version').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const deployments = pgTable('deployments', {
  id: uuid().primaryKey(),
  alias: text().notNull().default('champion'),
  fromVersion: text('from_version'),
  toVersion: text('to_version').notNull(),
  reason: text().notNull(),
  kind: text().$type<DeploymentKind>().notNull(),
  deployedBy: text('deployed_by').notNull(),
  approvedBy: text('approved_by'),
  deployedAt: instant('deployed_at').notNull(),
});

export const promotionRequests = pgTable('promotion_requests', {
  id: uuid().primaryKey(),
  modelVersion: text('model_version').notNull(),
  championVersion: text('champion_version').notNull(),
  reason: text().notNull(),
  requestedBy: text('requested_by').notNull(),
  requestedAt: instant('requested_at').notNull(),
  decision: text().$type<'approved' | 'declined'>(),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
});

export const modelTrials = pgTable('model_trials', {
  id: uuid().primaryKey(),
  modelVersion: text('model_version').notNull(),
  percent: integer().notNull(),
  reason: text().notNull(),
  startedBy: text('started_by').notNull(),
  startedAt: instant('started_at').notNull(),
  endedBy: text('ended_by'),
  endedAt: instant('ended_at'),
  endReason: text('end_reason'),
});

export const trialAnswers = pgTable(
  'trial_answers',
  {
    trialId: uuid('trial_id').notNull(),
    analysisId: uuid('analysis_id').notNull(),
    modelVersion: text('model_version').notNull(),
    status: text().$type<AnalysisStatus | 'waiting' | 'failed'>().notNull(),
    shearPercent: doublePrecision('shear_percent'),
    lower: doublePrecision(),
    upper: doublePrecision(),
    error: text(),
    attempts: integer().notNull().default(0),
    dueAt: instant('due_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.trialId, table.analysisId] })],
);

export const analyses = pgTable('analyses', {
  id: uuid().primaryKey(),
  imageId: uuid('image_id').notNull(),
  status: text().$type<AnalysisStatus>().notNull(),
  reason: text(),
  shearPercent: doublePrecision('shear_percent'),
  lower: doublePrecision(),
  upper: doublePrecision(),
  intervalLevel: doublePrecision('interval_level').notNull(),
  bbox: jsonb().$type<readonly [number, number, number, number]>(),
  outline: jsonb().$type<readonly (readonly [number, number])[]>(),
  notchSide: text('notch_side').$type<NotchSide>(),
  pxPerMm: doublePrecision('px_per_mm'),
  detectionConfidence: doublePrecision('detection_confidence'),
  flags: jsonb().$type<readonly QualityFlag[]>().notNull(),
  mapKey: text('map_key'),
  overlayKey: text('overlay_key'),
  featuresKey: text('features_key'),
  modelVersion: text('model_version').notNull(),
  modelDigest: text('model_digest').notNull(),
  pipelineVersion: text('pipeline_version').notNull(),
  elapsedMs: doublePrecision('elapsed_ms').notNull(),
  analysedBy: text('analysed_by').notNull(),
  createdAt: instant('created_at').notNull(),
  mapsRemovedAt: instant('maps_removed_at'),
  mapsRemovedBy: text('maps_removed_by'),
});

export const labels = pgTable('labels', {
  id: uuid().primaryKey(),
  arrival: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
  analysisId: uuid('analysis_id').notNull(),
  shearPercent: doublePrecision('shear_percent').notNull(),
  decision: text().$type<'accepted' | 'corrected'>().notNull(),
  notes: text(),
  technician: text().notNull(),
  createdAt: instant('created_at').notNull(),
  splitGroup: text('split_group').notNull(),
  heldOut: boolean('held_out').notNull(),
  predictedPercent: doublePrecision('predicted_percent'),
  predictedLower: doublePrecision('predicted_lower'),
  predictedUpper: doublePrecision('predicted_upper'),
  predictedBy: text('predicted_by'),
  consideredIn: text('considered_in'),
  learnedIn: text('learned_in'),
});

export const jobs = pgTable('jobs', {
  id: uuid().primaryKey(),
  kind: text().$type<JobKind>().notNull(),
  state: text().$type<JobState>().notNull(),
  priority: text().$type<JobPriority>().notNull().default('normal'),
  payload: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  done: integer().notNull().default(0),
  failed: integer().notNull().default(0),
  total: integer().notNull().default(0),
  stage: text().$type<JobStage>(),
  attempts: integer().notNull().default(0),
  runs: integer().notNull().default(0),
  maxAttempts: integer('max_attempts').notNull(),
  error: text(),
  result: jsonb().$type<Readonly<Record<string, unknown>>>(),
  traceparent: text(),
  closedReason: text('closed_reason'),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  availableAt: instant('available_at').notNull(),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
});

export const jobItems = pgTable(
  'job_items',
  {
    jobId: uuid('job_id').notNull(),
    position: integer().notNull(),
    imageId: uuid('image_id').notNull(),
    analysisId: uuid('analysis_id'),
    state: text().$type<'waiting' | 'done' | 'failed'>().notNull().default('waiting'),
    error: text(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.imageId] })],
);

export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
});

export const people = pgTable('people', {
  pseudonym: text().primaryKey(),
  username: text(),
  firstSeenAt: instant('first_seen_at').notNull(),
  erasedAt: instant('erased_at'),
});

export const auditLog = pgTable('audit_log', {
  position: bigint({ mode: 'number' }).primaryKey(),
  at: instant().notNull(),
  action: text().notNull(),
  actorKind: text('actor_kind').$type<AuditRecord['actorKind']>().notNull(),
  actor: text(),
  actorKey: text('actor_key'),
  subjectKind: text('subject_kind'),
  subjectId: text('subject_id'),
  requestId: text('request_id'),
  details: json().$type<Readonly<Record<string, unknown>>>().notNull(),
  actorDigest: text('actor_digest'),
  subjectDigest: text('subject_digest'),
  prevHash: text('prev_hash').notNull(),
  hash: text().notNull(),
});

export const auditPersonal = pgTable(
  'audit_personal',
  {
    position: bigint({ mode: 'number' }).notNull(),
    part: text().$type<'actor' | 'subject'>().notNull(),
    nonce: uuid().notNull(),
    personal: json().$type<Readonly<Record<string, string>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.position, table.part] })],
);

export const jobSchedules = pgTable('job_schedules', {
  name: text().primaryKey(),
  kind: text().$type<JobKind>().notNull(),
  cron: text().notNull(),
  timeZone: text('time_zone').notNull(),
  isEnabled: boolean('is_enabled').notNull(),
  isChanged: boolean('is_changed').notNull(),
  nextAt: instant('next_at').notNull(),
  lastAt: instant('last_at'),
  lastJobId: uuid('last_job_id'),
});
