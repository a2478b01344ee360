import type { ReportSignatureRecord } from '@mlmcsc/core';
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

export const reports = pgTable('reports', {
  id: uuid().primaryKey(),
  seriesId: uuid('series_id').notNull(),
  number: integer().notNull(),
  version: integer().notNull(),
  document: text().notNull(),
  digest: text().notNull(),
  supersedes: uuid(),
  supersedesReason: text('supersedes_reason'),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

export const letterheads = pgTable('letterheads', {
  revision: integer().primaryKey(),
  name: text(),
  address: text(),
  accreditationNumber: text('accreditation_number'),
  logoSha256: text('logo_sha256'),
  logoWidthPx: integer('logo_width_px'),
  logoHeightPx: integer('logo_height_px'),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});

export const reportDiscards = pgTable('report_discards', {
  reportId: uuid('report_id').primaryKey(),
  discardedBy: text('discarded_by').notNull(),
  discardedAt: instant('discarded_at').notNull(),
  reason: text().notNull(),
});

export const reportPictures = pgTable('report_pictures', {
  reportId: uuid('report_id').notNull(),
  imageId: uuid('image_id').notNull(),
});

export const reportSignatures = pgTable('report_signatures', {
  reportId: uuid('report_id').primaryKey(),
  signer: text().notNull(),
  signedBy: text('signed_by').notNull(),
  signedAt: instant('signed_at').notNull(),
  method: text().$type<ReportSignatureRecord['method']>().notNull(),
  statement: text().notNull(),
  digest: text().notNull(),
  verificationCode: text('verification_code').notNull(),
  supersedes: uuid(),
});
