export { bandOf } from '@mlmcsc/learning';
export { type AuditAction, auditActions } from './audit/audit-actions.ts';
export { type AuditLink, formatAuditLine, parseAuditLine } from './audit/audit-link.ts';
export { type AuditVerdict, auditGenesis, verifyAuditTrail } from './audit/verify-audit-trail.ts';
export { walkAuditTrail } from './audit/walk-audit-trail.ts';
export type * from './domain/records.ts';
export type * from './drift/drift-records.ts';
export { DRIFT_SIGNALS, describeDrift, describeSignal, driftSignalNames } from './drift/drift-signals.ts';
export { createDriftUseCases, type DriftStatus, type DriftUseCases } from './drift/drift-use-cases.ts';
export { createDriftTrigger } from './drift/evaluate-when-due.ts';
export * from './errors.ts';
export { decodeFeatures, encodeFeatures, type StoredFeatures } from './features/feature-codec.ts';
export {
  executeJob,
  type JobExecutorDependencies,
  type JobHandler,
  type JobHandlers,
} from './jobs/execute-job.ts';
export {
  backoffMs,
  JOB_KIND_RULES,
  type JobKindRules,
  type JobLane,
  rankOf,
} from './jobs/job-kinds.ts';
export type { CurvePoints } from './laboratory/curve-points.ts';
export { exportSeries, type SeriesExportFormat, seriesExportFormats } from './laboratory/export-series.ts';
export { type FittedSeries, fitSeriesCurve } from './laboratory/fit-series-curve.ts';
export type * from './laboratory/force-curves/force-curve-records.ts';
export {
  createForceCurveUseCases,
  type ForceCurveUseCases,
} from './laboratory/force-curves/force-curve-use-cases.ts';
export {
  forceCurveSettingsOf,
  presentForceCurve,
  presentForceCurveFile,
} from './laboratory/force-curves/present-force-curve.ts';
export {
  type ImportField,
  type ImportUnit,
  importFields,
  importUnitOf,
  isImportField,
} from './laboratory/import/import-columns.ts';
export {
  createSpecimenImports,
  type ImportPreview,
  type SpecimenImports,
} from './laboratory/import/import-specimens.ts';
export type { ImportFault, ImportOptions, Table } from './laboratory/import/plan-import.ts';
export type { Decimal, TableCell } from './laboratory/import/read-value.ts';
export { toDeepJsonNames, toJsonNames } from './laboratory/json-names.ts';
export {
  createLaboratoryUseCases,
  type LaboratoryUseCases,
  type SpecimenDetails,
} from './laboratory/laboratory-use-cases.ts';
export {
  type Letterhead,
  type LetterheadRecord,
  type LetterheadRows,
  type Logo,
  noLetterhead,
} from './laboratory/letterhead/letterhead-records.ts';
export {
  createLetterheadUseCases,
  type LetterheadUseCases,
} from './laboratory/letterhead/letterhead-use-cases.ts';
export { presentLetterhead } from './laboratory/letterhead/present-letterhead.ts';
export type { UnknownSpecimens } from './laboratory/link-at-capture.ts';
export { presentSeriesCurve, presentTransitionCurve } from './laboratory/present-series-curve.ts';
export type * from './laboratory/records.ts';
export {
  type PrintedReport,
  type PrintReportDependencies,
  printReport,
} from './laboratory/reports/print-report.ts';
export * from './laboratory/reports/report-records.ts';
export {
  createReportUseCases,
  type ReadReport,
  type ReportUseCases,
  type ReportVerdict,
} from './laboratory/reports/report-use-cases.ts';
export { formatVerificationCode } from './laboratory/reports/verification-code.ts';
export type * from './laboratory/studies/study-records.ts';
export { modelReader, type StudyResults, type StudyShortcoming } from './laboratory/studies/study-results.ts';
export type { RevealedSpecimen, StudySpecimen } from './laboratory/studies/study-specimens.ts';
export {
  createStudyUseCases,
  type NewStudy,
  type NextReading,
  type StudyProgress,
  type StudyUseCases,
} from './laboratory/studies/study-use-cases.ts';
export { objectKeyOf } from './objects/object-key.ts';
export { COMPONENT_REASONS, type ReasonCode } from './operations/component-reasons.ts';
export {
  type ComponentName,
  type ComponentState,
  componentNames,
  type DiskSpace,
  type OperationsReport,
} from './operations/operations-report.ts';
export { type OperationsDependencies, readOperations } from './operations/read-operations.ts';
export { settleWithin } from './operations/settle-within.ts';
export type * from './ports/index.ts';
export { assertMapsThere, assertPicturesThere } from './retention/pictures-removed.ts';
export {
  fewestKeepDays,
  isRetentionKind,
  mostKeepDays,
  retentionKinds,
} from './retention/retention-kinds.ts';
export type * from './retention/retention-types.ts';
export { createRetentionUseCases } from './retention/retention-use-cases.ts';
export { labelsBeforeChoosing } from './review-queue/default-strategy.ts';
export { candidateWindow, labelWindow, readReviewQueue } from './review-queue/read-review-queue.ts';
export type * from './review-queue/review-queue-types.ts';
export { checkObjects, type ObjectFindings } from './stewardship/check-objects.ts';
export { type CheckedArchive, checkArchive } from './stewardship/dataset-archive.ts';
export { datasetColumns } from './stewardship/dataset-table.ts';
export { removeUnreferenced } from './stewardship/remove-unreferenced.ts';
export { shortestGraceMs, spareReusedObjects } from './stewardship/spare-reused-objects.ts';
export {
  continueTrace,
  formatTraceparent,
  parseTraceparent,
  type TraceAttributes,
  type TraceCarrier,
  type TraceContext,
  type TraceOrigin,
  type TraceStep,
} from './trace/trace-context.ts';
export { createUseCases } from './use-cases/create-use-cases.ts';
export type * from './use-cases/datasets/dataset-types.ts';
export {
  createDatasetUseCases,
  type DatasetDependencies,
  largestArchiveBytes,
} from './use-cases/datasets/dataset-use-cases.ts';
export {
  freezeLabels,
  longestLineage,
  recordDataset,
  writeTrainingSet,
} from './use-cases/datasets/freeze-dataset.ts';
export { type ImportOutcome, importDataset } from './use-cases/datasets/import-dataset.ts';
export { findDataset } from './use-cases/datasets/read-dataset.ts';
export { verifyDataset } from './use-cases/datasets/verify-dataset.ts';
export type { CreateUseCases, Dependencies } from './use-cases/dependencies.ts';
export { createJobUseCases, type JobDependencies } from './use-cases/job-use-cases.ts';
export {
  LEARNING_COMPUTATIONS,
  type LearningComputations,
} from './use-cases/learning/learning-computations.ts';
export { type Reproduction, reproduceModel } from './use-cases/learning/reproduce-model.ts';
export { findAnswersOf, findReportsOf } from './use-cases/models/find-answers-of.ts';
export { createModelGovernance } from './use-cases/models/governance.ts';
export type {
  ModelGovernance,
  PromotionOutcome,
  Recomputation,
} from './use-cases/models/model-governance.ts';
export { recomputeAnalysis } from './use-cases/models/recompute-analysis.ts';
export { createPersonUseCases } from './use-cases/person-use-cases.ts';
export { createScheduleUseCases } from './use-cases/schedule-use-cases.ts';
export type { ModelTrials, TrialComparison } from './use-cases/trials/model-trials.ts';
export { createModelTrials } from './use-cases/trials/trial-use-cases.ts';
export type * from './use-cases/use-cases.ts';
export {
  attemptDelivery,
  takeDeliveries,
  WEBHOOK_RETRY_WAITS_MS,
  type WebhookDeliveryDependencies,
} from './webhooks/deliver-webhooks.ts';
export { WEBHOOK_EVENTS, type WebhookEventType, webhookEventOf } from './webhooks/webhook-events.ts';
export {
  createWebhookUseCases,
  type WebhookChange,
  type WebhookDependencies,
  type WebhookUseCases,
} from './webhooks/webhook-use-cases.ts';
