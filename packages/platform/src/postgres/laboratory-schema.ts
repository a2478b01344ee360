import type { ForceCurveRecord, RecordChange, RecordKind, SeriesRecord, SpecimenRecord } from '@mlmcsc/core';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

const stamp = () => ({
  revision: integer().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedBy: text('updated_by').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const heats = pgTable('heats', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  grade: text(),
  product: text(),
  thicknessMm: doublePrecision('thickness_mm'),
  notes: text(),
  ...stamp(),
});

export const testMachines = pgTable('test_machines', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  maker: text(),
  serialNumber: text('serial_number'),
  capacityJ: doublePrecision('capacity_j').notNull(),
  strikerMm: integer('striker_mm').$type<2 | 8>().notNull(),
  verifiedOn: date('verified_on', { mode: 'string' }),
  verificationDueOn: date('verification_due_on', { mode: 'string' }),
  isRetired: boolean('is_retired').notNull(),
  notes: text(),
  ...stamp(),
});

export const series = pgTable('series', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  client: text(),
  project: text(),
  heatId: uuid('heat_id'),
  machineId: uuid('machine_id'),
  standard: text().$type<SeriesRecord['standard']>().notNull(),
  edition: text(),
  notch: text().$type<SeriesRecord['notch']>().notNull(),
  orientation: text(),
  location: text(),
  acceptance: jsonb().$type<SeriesRecord['acceptance']>(),
  rounding: jsonb().$type<SeriesRecord['rounding']>().notNull(),
  status: text().$type<SeriesRecord['status']>().notNull(),
  notes: text(),
  ...stamp(),
});

export const specimens = pgTable('specimens', {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  seriesId: uuid('series_id'),
  heatId: uuid('heat_id'),
  machineId: uuid('machine_id'),
  importId: uuid('import_id'),
  widthMm: doublePrecision('width_mm').notNull(),
  heightMm: doublePrecision('height_mm').notNull(),
  notchDepthMm: doublePrecision('notch_depth_mm').notNull(),
  temperature: jsonb().$type<SpecimenRecord['temperature']>(),
  temperatureCelsius: doublePrecision('temperature_celsius'),
  energy: jsonb().$type<SpecimenRecord['energy']>(),
  energyJ: doublePrecision('energy_j'),
  lateralExpansion: jsonb('lateral_expansion').$type<SpecimenRecord['lateralExpansion']>(),
  lateralExpansionMm: doublePrecision('lateral_expansion_mm'),
  shear: jsonb().$type<SpecimenRecord['shear']>(),
  shearPercent: doublePrecision('shear_percent'),
  isUnbroken: boolean('is_unbroken').notNull(),
  abnormality: text(),
  tester: text(),
  testedAt: instant('tested_at'),
  notes: text(),
  ...stamp(),
});

export const specimenPictures = pgTable('specimen_pictures', {
  imageId: uuid('image_id').primaryKey(),
  specimenId: uuid('specimen_id').notNull(),
  half: integer().$type<1 | 2>(),
  linkedBy: text('linked_by').notNull(),
  linkedAt: instant('linked_at').notNull(),
});

export const forceCurves = pgTable('force_curves', {
  specimenId: uuid('specimen_id').primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  settings: jsonb().$type<ForceCurveRecord['settings']>().notNull(),
  findings: jsonb().$type<ForceCurveRecord['findings']>().notNull(),
  attachedBy: text('attached_by').notNull(),
  attachedAt: instant('attached_at').notNull(),
});

/** Every file that was ever attached; filled by a trigger. */
export const forceCurveFiles = pgTable('force_curve_files', {
  specimenId: uuid('specimen_id').notNull(),
  attachedAt: instant('attached_at').notNull(),
  sha256: text().notNull(),
  fileName: text('file_name').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  settings: jsonb().$type<ForceCurveRecord['settings']>().notNull(),
  attachedBy: text('attached_by').notNull(),
});

export const specimenImports = pgTable('specimen_imports', {
  id: uuid().primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  options: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  specimens: integer().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const recordRevisions = pgTable('record_revisions', {
  id: uuid().primaryKey(),
  kind: text().$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  revision: integer().notNull(),
  change: text().$type<RecordChange>().notNull(),
  fields: text().array().notNull(),
  record: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  reason: text(),
  tester: text(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});
