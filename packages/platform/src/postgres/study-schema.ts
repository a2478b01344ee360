import { boolean, doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

export const studies = pgTable('studies', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  notes: text(),
  repeats: integer().notNull(),
  disagreementThreshold: doublePrecision('disagreement_threshold').notNull(),
  includesModel: boolean('includes_model').notNull(),
  seed: integer().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  closedBy: text('closed_by'),
  closedAt: instant('closed_at'),
  closeReason: text('close_reason'),
});

export const studySpecimens = pgTable(
  'study_specimens',
  {
    studyId: uuid('study_id').notNull(),
    specimenId: uuid('specimen_id').notNull(),
    position: integer().notNull(),
    imageId: uuid('image_id').notNull(),
    modelPercent: doublePrecision('model_percent'),
    modelVersion: text('model_version'),
  },
  ({ studyId, specimenId }) => [primaryKey({ columns: [studyId, specimenId] })],
);

export const studyReadings = pgTable('study_readings', {
  id: uuid().primaryKey(),
  studyId: uuid('study_id').notNull(),
  specimenId: uuid('specimen_id').notNull(),
  reader: text().notNull(),
  repeat: integer().notNull(),
  place: integer().notNull(),
  percent: doublePrecision(),
  readAt: instant('read_at'),
});

export const studyAdjudications = pgTable('study_adjudications', {
  id: uuid().primaryKey(),
  studyId: uuid('study_id').notNull(),
  specimenId: uuid('specimen_id').notNull(),
  percent: doublePrecision().notNull(),
  reason: text().notNull(),
  adjudicatedBy: text('adjudicated_by').notNull(),
  adjudicatedAt: instant('adjudicated_at').notNull(),
});
