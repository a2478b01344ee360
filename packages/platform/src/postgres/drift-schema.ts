import type { DriftChart, DriftFinding, DriftReference, DriftSignal } from '@mlmcsc/core';
import {
  boolean,
  customType,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

/** Single precision, little-endian. */
const floats = customType<{ data: Float32Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  fromDriver: (bytes) =>
    Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(4 * index)),
  toDriver(values) {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, index) => {
      bytes.writeFloatLE(value, 4 * index);
    });
    return bytes;
  },
});

export const pictureMeasures = pgTable('picture_measures', {
  analysisId: uuid('analysis_id').primaryKey(),
  unsharpness: doublePrecision(),
  burntShare: doublePrecision('burnt_share'),
  medianLuminance: doublePrecision('median_luminance'),
  brightness: doublePrecision(),
  luminanceRange: doublePrecision('luminance_range'),
  descriptors: floats(),
  measuredAt: instant('measured_at').notNull(),
});

export const driftReferences = pgTable('drift_references', {
  id: uuid().primaryKey(),
  beginsAt: instant('begins_at').notNull(),
  baseDigest: text('base_digest').notNull(),
  pipelineVersion: text('pipeline_version').notNull(),
  reason: text().notNull(),
  setBy: text('set_by').notNull(),
  setAt: instant('set_at').notNull(),
  pictures: integer().notNull(),
  points: integer().notNull(),
  isComplete: boolean('is_complete').notNull(),
  watchFrom: instant('watch_from'),
  watchedPictures: integer('watched_pictures').notNull(),
  canaryPictures: integer('canary_pictures').notNull(),
  evaluatedAt: instant('evaluated_at'),
  comparison: jsonb().$type<NonNullable<DriftReference['comparison']>>(),
});

export const driftCharts = pgTable(
  'drift_charts',
  {
    referenceId: uuid('reference_id').notNull(),
    signal: text().notNull(),
    chart: jsonb().$type<DriftChart>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.referenceId, table.signal] })],
);

export const driftFindings = pgTable('drift_findings', {
  id: uuid().primaryKey(),
  referenceId: uuid('reference_id').notNull(),
  signal: text().$type<DriftSignal>().notNull(),
  direction: text().$type<DriftFinding['direction']>().notNull(),
  since: instant().notNull(),
  analysisId: uuid('analysis_id'),
  detectedAt: instant('detected_at').notNull(),
  raisedAt: instant('raised_at').notNull(),
  statistic: doublePrecision().notNull(),
  threshold: doublePrecision().notNull(),
  usual: doublePrecision().notNull(),
  seen: doublePrecision().notNull(),
  acknowledgedBy: text('acknowledged_by'),
  acknowledgedAt: instant('acknowledged_at'),
  acknowledgement: text(),
  endedAt: instant('ended_at'),
  endedBy: text('ended_by').$type<NonNullable<DriftFinding['endedBy']>>(),
});
