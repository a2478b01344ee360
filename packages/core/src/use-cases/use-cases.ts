import type { AuditVerdict } from '../audit/verify-audit-trail.ts';
import type {
  AnalysisRecord,
  ErrorFigures,
  ImageRecord,
  JobItemRecord,
  JobKind,
  JobPriority,
  JobRecord,
  JobStage,
  JobState,
  LabelRecord,
  ModelRecord,
  UpdateStrategy,
} from '../domain/records.ts';
import type { AuditFilter, AuditHead, AuditRecord } from '../ports/audit.ts';
import type { TransferAddress } from '../ports/object-store.ts';
import type { Erasure, PersonRecord } from '../ports/people.ts';
import type { ScheduleRecord } from '../ports/schedules.ts';
import type { HistoryEntry, HistoryFilter, JobFigures, PageRequest, Slice } from '../ports/store.ts';
import type { RetentionUseCases } from '../retention/retention-types.ts';
import type { ReviewQueue, ReviewQueueRequest } from '../review-queue/review-queue-types.ts';
import type { TraceContext } from '../trace/trace-context.ts';
import type { ModelGovernance, Recomputation } from './models/model-governance.ts';
import type { ModelTrials } from './trials/model-trials.ts';

/** What the technician may tell about a picture; undefined and null both mean "not told". */
export interface ImageContext {
  readonly specimen?: string | null | undefined;
  readonly heat?: string | null | undefined;
  /** Half of the broken bar. */
  readonly half?: 1 | 2 | null | undefined;
  /** Specimen width W, 1 to 30 mm. */
  readonly widthMm?: number | null | undefined;
  /** Stored calibration, above 0, at most 10 000 pixels per mm. */
  readonly pxPerMm?: number | null | undefined;
}

export interface AnalysisDetails {
  readonly analysis: AnalysisRecord;
  readonly image: ImageRecord;
  /** The current label, if any. */
  readonly label: LabelRecord | null;
}

/** One prediction made before learning, in label order. */
export interface LearningCurvePoint {
  /** 1 for the first label ever scored. */
  readonly labelNumber: number;
  /** Points of percent shear. */
  readonly absoluteError: number;
  readonly meanErrorLast20: number;
}

export interface LearningStatus {
  readonly strategy: UpdateStrategy;
  readonly champion: ModelRecord;
  readonly labelsTotal: number;
  readonly labelsWaiting: number;
  readonly prequential: ErrorFigures;
  /** At most the last 500. */
  readonly curve: readonly LearningCurvePoint[];
}

export type ModelWithStanding = ModelRecord & { readonly isChampion: boolean };

/** Everything the applications can ask of the product. */
export interface UseCases extends ModelGovernance, ModelTrials, RetentionUseCases {
  /** Stores a picture with its renditions; the same bytes again return the first image (`created: false`).
   * @throws Unprocessable as {@link ImageCodec.inspect}; InvalidInput `context-invalid | specimen-unknown`; Unavailable
   */
  uploadImage(request: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly context?: ImageContext | undefined;
    readonly username: string;
  }): Promise<{ image: ImageRecord; created: boolean }>;
  /** @throws NotFound `image-not-found` */
  getImage(id: string): Promise<ImageRecord>;
  /** Bytes of an original, rendition, map, overlay or artefact; whether a row says that they were removed is the caller's question.
   * @throws NotFound `object-not-found`
   */
  readObject(key: string): Promise<Uint8Array>;

  /** Where the client may put one picture of this size itself; nothing is kept unless it is completed. @throws Unavailable */
  startUpload(request: {
    readonly sizeBytes: number;
  }): Promise<{ readonly uploadId: string; readonly address: TransferAddress }>;
  /** @throws NotFound `upload-not-found` */
  sizeOfUpload(uploadId: string): Promise<number>;
  /** From here on as `uploadImage`; what is no acceptable picture is discarded.
   * @param request - `sha256`, when told, is what the content must have
   * @throws NotFound `upload-not-found`; Unprocessable `upload-differs`, and as `uploadImage`
   */
  completeUpload(request: {
    readonly uploadId: string;
    readonly sha256?: string | undefined;
    readonly fileName: string;
    readonly context?: ImageContext | undefined;
    readonly username: string;
  }): Promise<{ image: ImageRecord; created: boolean }>;
  /** An address of a rendition that works without a session for some minutes.
   * @throws NotFound `image-not-found | pictures-removed`
   */
  linkToImage(request: {
    readonly imageId: string;
    readonly rendition: 'display' | 'thumbnail';
  }): Promise<TransferAddress>;

  /** Measures with the champion, or with the challenger of a running canary for its share of the specimens; or returns what
   * that model has already measured.
   * @throws NotFound `image-not-found | pictures-removed`; Unprocessable; Unavailable `measurer-busy | model-missing`
   */
  analyseImage(request: {
    readonly imageId: string;
    readonly username: string;
    /** False for a picture of the past, and where the champion is asked for by name: no trial hears of it. @default true */
    readonly isLive?: boolean | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<{ analysis: AnalysisRecord; label: LabelRecord | null; created: boolean }>;
  /** @throws NotFound `analysis-not-found` */
  getAnalysis(id: string): Promise<AnalysisDetails>;
  /** @throws NotFound `analysis-not-found | pictures-removed`; Conflict `pipeline-gone`; Unavailable `measurer-busy` */
  recomputeAnalysis(request: {
    readonly analysisId: string;
    readonly username: string;
    readonly signal?: AbortSignal | undefined;
  }): Promise<Recomputation>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  history(filter: HistoryFilter, page: PageRequest): Promise<Slice<HistoryEntry>>;
  countAnalyses(): Promise<number>;
  /** What a person should look at next; reads the newest analyses and labels only. @throws Unavailable */
  reviewQueue(request: ReviewQueueRequest): Promise<ReviewQueue>;
  /** Recorded in the audit trail when the first entry is asked for. */
  exportHistory(filter: HistoryFilter, username: string): AsyncIterable<HistoryEntry>;

  /** @throws InvalidInput `shear-out-of-range`; NotFound `analysis-not-found`; Conflict `analysis-without-answer` */
  submitLabel(request: {
    /** UUID for the label: a repetition with the same one returns the label that is there. @default a new one */
    readonly id?: string | null | undefined;
    readonly analysisId: string;
    /** 0 to 100, unrounded. */
    readonly shearPercent: number;
    readonly notes?: string | null | undefined;
    /** Who judged, where a program passes on what people said. @default username */
    readonly technician?: string | undefined;
    /** Who asks; the audit trail names them. */
    readonly username: string;
  }): Promise<LabelRecord>;
  /** Oldest first. @throws NotFound `analysis-not-found` */
  listLabels(analysisId: string): Promise<readonly LabelRecord[]>;
  /** @throws Unavailable `model-missing` */
  learningStatus(): Promise<LearningStatus>;
  /** Mean absolute error of predictions made before learning, points, for each day (UTC) of the last 500; oldest first. */
  dailyErrors(): Promise<readonly { readonly date: string; readonly mae: number }[]>;
  learningStrategy(): Promise<UpdateStrategy>;
  /** @throws Conflict `precondition-failed` when the strategy is not `replaces` any more; Unavailable `model-missing` */
  configureLearning(request: {
    readonly strategy: UpdateStrategy;
    readonly replaces?: UpdateStrategy | undefined;
    readonly username: string;
  }): Promise<LearningStatus>;

  /** @throws InvalidInput `no-images`; NotFound `image-not-found` naming the first unknown id */
  startBatchAnalysis(request: {
    /** UUID for the job: a repetition with the same one returns the job that is there. @default a new one */
    readonly id?: string | null | undefined;
    readonly imageIds: readonly string[];
    readonly username: string;
    /** @default normal */
    readonly priority?: JobPriority | undefined;
  }): Promise<JobRecord>;
  /** Replays all current labels from the shipped model; a retraining that already waits is returned instead. */
  startRetraining(request: {
    readonly username: string;
    /** @default normal */
    readonly priority?: JobPriority | undefined;
  }): Promise<JobRecord>;
  /** @throws NotFound `job-not-found` */
  getJob(id: string): Promise<JobRecord>;
  listJobs(
    filter: { readonly state?: JobState | undefined; readonly kind?: JobKind | undefined },
    page: PageRequest,
  ): Promise<Slice<JobRecord>>;
  /** @throws NotFound `job-not-found` */
  listJobItems(jobId: string, page: PageRequest): Promise<Slice<JobItemRecord>>;
  /** A finished item stays. @throws NotFound `job-not-found`; Conflict `job-finished` */
  cancelJob(id: string, username: string): Promise<JobRecord>;
  /** Queues a dead or cancelled job again; finished items are not repeated. @throws Conflict `job-not-rerunnable` */
  rerunJob(id: string, username: string): Promise<JobRecord>;
  /** What waits, runs and is dead now. */
  jobStatistics(): Promise<{ readonly at: Date; readonly figures: readonly JobFigures[] }>;
  /** Queues the oldest dead jobs of these kinds again, at most 500 at a time. */
  rerunDeadJobs(request: DeadJobsRequest): Promise<DeadJobsOutcome>;
  /** Closes the oldest dead jobs of these kinds for good (they become cancelled), at most 500 at a time.
   * @throws InvalidInput `reason-missing`
   */
  discardDeadJobs(request: DeadJobsRequest & { readonly reason: string }): Promise<DeadJobsOutcome>;

  /** Newest first. */
  listModels(page: PageRequest): Promise<Slice<ModelWithStanding>>;
  /** @throws NotFound `model-not-found` */
  getModel(idOrVersion: string): Promise<ModelWithStanding>;
  /** The champion. @throws Unavailable `model-missing` */
  currentModel(): Promise<ModelRecord>;
  /** Registers a shipped artefact; it becomes champion when there is none. Repeating is harmless.
   * @throws Unprocessable `model-unreadable`
   */
  installShippedModel(bytes: Uint8Array): Promise<{ model: ModelRecord; created: boolean }>;

  /** Newest first. @throws InvalidInput `cursor-invalid` */
  listAudit(filter: AuditFilter, page: PageRequest): Promise<Slice<AuditRecord>>;
  /** The newest entry of the audit trail, null when nothing was recorded yet. */
  auditHead(): Promise<AuditHead | null>;
  /** Recomputes the whole chain; who asks while it runs shares it.
   * @param expectedHash - of a head kept elsewhere: it must still be part of the trail
   */
  verifyAudit(expectedHash?: string): Promise<AuditVerdict>;
  /** The whole trail, oldest first, a line an entry; recorded when the first is asked for. */
  exportAuditTrail(username: string): AsyncIterable<string>;
  /** What the filter leaves, newest first; recorded when the first is asked for. */
  exportAuditTable(filter: AuditFilter, username: string): AsyncIterable<AuditRecord>;

  /** Everything stored about a person; recorded in the audit trail when it begins. @throws NotFound `user-not-found` */
  exportPerson(request: { readonly username: string; readonly by: string }): AsyncIterable<PersonRecord>;
  /** The name becomes a stable pseudonym everywhere; account, sessions, keys and addresses are deleted.
   * @throws NotFound `user-not-found`; Conflict `last-administrator`; InvalidInput `erasure-of-oneself`
   */
  erasePerson(request: { readonly username: string; readonly by: string }): Promise<Erasure>;

  /** Whether database and objects answer. @throws Unavailable */
  checkReadiness(): Promise<void>;

  /** By name. */
  listSchedules(): Promise<readonly ScheduleRecord[]>;
  /** @throws NotFound `schedule-not-found` */
  getSchedule(name: string): Promise<ScheduleRecord>;
  /** @throws NotFound `schedule-not-found`; InvalidInput `schedule-invalid` */
  changeSchedule(request: {
    readonly name: string;
    readonly cron: string;
    readonly timeZone: string;
    readonly isEnabled: boolean;
    readonly username: string;
    /** Throws when the schedule as it is now must stay. */
    readonly mayReplace?: (now: ScheduleRecord) => void;
  }): Promise<ScheduleRecord>;
  /** Starts the schedule's job now, besides its times. @throws NotFound `schedule-not-found` */
  runSchedule(name: string, username: string): Promise<JobRecord>;
  /** Brings the schedules of this release in; those that an administrator changed stay as they are. */
  installSchedules(): Promise<void>;
  /** Starts one job for each schedule whose time has come. @returns their ids */
  startDueJobs(): Promise<readonly string[]>;

  /** Worker side. Each may be repeated after a crash at any point without doubling anything.
   * The result is stored on the job. @throws the failure, for the queue to retry (`retryable: false` is final) */
  runBatchAnalysis(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
  learnPendingLabels(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
  retrainModel(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
  prune(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
  runRetention(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
}

export interface JobRun {
  readonly jobId: string;
  /** When it was asked for, and since when it could run; known once it runs. */
  readonly times?: { readonly createdAt: Date; readonly availableAt: Date } | undefined;
  /** Aborts when the job is cancelled, its time is over or the worker stops. */
  readonly signal: AbortSignal;
  /** The trace of the request that made the job, as a step of its own. */
  readonly trace?: TraceContext | undefined;
  /** Tells what the job is doing and how much of it is done, as often as one likes. @param share - of the whole, from 0 to 1 */
  readonly report?: ((stage: JobStage, share: number) => void) | undefined;
}

export interface DeadJobsRequest {
  readonly kinds: readonly JobKind[];
  readonly username: string;
  /** Only those that died before. @default now */
  readonly before?: Date | undefined;
}

export interface DeadJobsOutcome {
  readonly changed: number;
  /** Whether more of them are left: ask again. */
  readonly hasMore: boolean;
}
