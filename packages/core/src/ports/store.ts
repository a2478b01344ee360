import type {
  AnalysisRecord,
  AnalysisStatus,
  DeploymentRecord,
  ImageRecord,
  JobItemRecord,
  JobKind,
  JobPriority,
  JobProgress,
  JobRecord,
  JobStage,
  JobState,
  LabelRecord,
  ModelPolicy,
  ModelRecord,
  PromotionRequestRecord,
  UpdateStrategy,
} from '../domain/records.ts';
import type { AuditRows } from './audit.ts';
import type { DatasetRows, RegionRows } from './datasets.ts';
import type { DriftRows } from './drift.ts';
import type { FigureRows } from './figures.ts';
import type { LaboratoryRows } from './laboratory.ts';
import type { PictureMeasures } from './measurement.ts';
import type { ObjectRows } from './object-rows.ts';
import type { OperationRows } from './operations.ts';
import type { PageRequest, Slice } from './page.ts';
import type { PersonRows } from './people.ts';
import type { RetentionRows } from './retention.ts';
import type { ScheduleRows } from './schedules.ts';
import type { TrialRows } from './trials.ts';
import type { WebhookRows } from './webhooks.ts';

export type { PageRequest, Slice };

export interface HistoryFilter {
  readonly text?: string | undefined;
  readonly status?: AnalysisStatus | undefined;
  readonly labelled?: boolean | undefined;
  readonly technician?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly shearMin?: number | undefined;
  readonly shearMax?: number | undefined;
  /** Pictures to leave out: those that a reader of a study must not see yet. */
  readonly withoutImages?: readonly string[] | undefined;
}
export interface HistoryEntry {
  readonly analysis: AnalysisRecord;
  readonly image: ImageRecord;
  readonly label: LabelRecord | null;
}

export interface ImageRows {
  /** Inserts, or returns the row that already holds this SHA-256 (`created: false`). */
  insertOrFind(image: ImageRecord): Promise<{ image: ImageRecord; created: boolean }>;
  find(id: string): Promise<ImageRecord | null>;
  findBySha256(sha256: string): Promise<ImageRecord | null>;
  findMany(ids: readonly string[]): Promise<readonly ImageRecord[]>;
  /** Notes that the same bytes were sent again. @returns false when the pictures were removed, now or before */
  touch(id: string, at: Date): Promise<boolean>;
  /** The pictures are there again, under these names. @returns the removal that this ends, if there was one */
  bringBack(
    id: string,
    objects: Pick<ImageRecord, 'displayKey' | 'thumbnailKey'>,
    at: Date,
  ): Promise<{ readonly at: Date; readonly policy: string } | null>;
}

/** The part of an analysis that may change. */
export interface AnalysisStanding {
  readonly analysedBy: string;
  readonly label: LabelRecord | null;
  readonly mapsRemovedAt: Date | null;
  readonly mapsRemovedBy: string | null;
}

export interface AnalysisRows {
  /** Inserts each, or returns the existing row of the same (image, model digest, pipeline version); in the order given. */
  insertOrFind(
    analyses: readonly AnalysisRecord[],
  ): Promise<readonly { readonly analysis: AnalysisRecord; readonly created: boolean }[]>;
  /** Which of the pictures have an analysis of this pipeline version, by any model. */
  areKnown(imageIds: readonly string[], pipelineVersion: string): Promise<ReadonlySet<string>>;
  find(id: string): Promise<AnalysisRecord | null>;
  findFor(imageId: string, modelDigest: string, pipelineVersion: string): Promise<AnalysisRecord | null>;
  /** What may have changed since an analysis was made; null when it is there no more. */
  standing(id: string): Promise<AnalysisStanding | null>;
  /** Map and overlay are there again. */
  bringMapsBack(id: string): Promise<void>;
  /** How many there are; reads an index from end to end. */
  count(): Promise<number>;
  /** Newest first. */
  history(filter: HistoryFilter, page: PageRequest): Promise<Slice<HistoryEntry>>;
  /** Pictures that are there and have no label, each with its newest analysis, newest first: of those with features among
   * the newest `window` analyses, however many are older.
   */
  unlabelled(
    window: number,
  ): Promise<readonly { readonly analysis: AnalysisRecord; readonly image: ImageRecord }[]>;
}

/** What drift is told from, beside each analysis. */
export interface PictureMeasureRows {
  insert(
    rows: readonly {
      readonly analysis: Pick<AnalysisRecord, 'id' | 'createdAt'>;
      /** Null where no face was found. */
      readonly measures: PictureMeasures | null;
    }[],
  ): Promise<void>;
}

/** A label with what it judges. */
export interface JudgedPicture {
  readonly label: LabelRecord;
  readonly analysis: AnalysisRecord;
  readonly image: ImageRecord;
}

/** A current label with what it judges. */
export interface JudgedAnalysis {
  readonly label: LabelRecord;
  readonly analysis: AnalysisRecord;
  readonly image: ImageRecord;
  /** Whether an older label of the same picture was learned already, so that the champion must unlearn it. */
  readonly replacesLearned: boolean;
}

export interface LabelPrediction {
  readonly labelId: string;
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
  readonly by: string;
}

export interface LabelRows {
  insert(label: LabelRecord): Promise<void>;
  find(id: string): Promise<LabelRecord | null>;
  current(analysisId: string): Promise<LabelRecord | null>;
  /** Oldest first. */
  list(analysisId: string): Promise<readonly LabelRecord[]>;
  /** Oldest first; stored, but in no candidate yet. */
  waiting(limit: number): Promise<readonly LabelRecord[]>;
  /** The newest label of every picture in order of arrival, with the analysis it judges. */
  allCurrent(): Promise<readonly JudgedAnalysis[]>;
  /** The last `limit` labels that arrived, newest first. */
  newest(limit: number): Promise<readonly JudgedPicture[]>;
  /** Oldest first, at most the newest `limit`; labels that were scored before learning. */
  scored(limit: number): Promise<readonly LabelRecord[]>;
  /** Keeps the first prediction when there is one already. */
  recordPredictions(predictions: readonly LabelPrediction[]): Promise<void>;
  markConsidered(ids: readonly string[], modelVersion: string): Promise<void>;
  markLearned(ids: readonly string[], modelVersion: string): Promise<void>;
  counts(): Promise<{ total: number; waiting: number; scored: number; groups: number }>;
  /** How many were stored after this time. */
  countSince(at: Date): Promise<number>;
  /** The split decision of a group, null for a group without labels. */
  isGroupHeldOut(splitGroup: string): Promise<boolean | null>;
}

export interface JobRows {
  insert(job: JobRecord, imageIds: readonly string[]): Promise<void>;
  /** Inserts, or returns the job of this kind that has not started yet and keeps it from starting until the
   * transaction ends, so that what the transaction writes is seen by that job.
   */
  insertUnlessPending(job: JobRecord): Promise<{ job: JobRecord; created: boolean }>;
  find(id: string): Promise<JobRecord | null>;
  list(
    filter: { state?: JobState | undefined; kind?: JobKind | undefined },
    page: PageRequest,
  ): Promise<Slice<JobRecord>>;
  items(jobId: string, page: PageRequest): Promise<Slice<JobItemRecord>>;
  /** At most `limit` pictures that are still to be done, in the order given at the start. */
  waitingItems(jobId: string, limit: number): Promise<readonly JobItemRecord[]>;
  /** Changes the state when it is one of `from`; null when it is not. Progress in percent ends with the state. */
  transition(id: string, change: JobTransition): Promise<JobRecord | null>;
  /** Marks waiting pictures; the job's progress is counted from its items, so repeating is harmless. */
  finishItems(
    jobId: string,
    outcomes: readonly {
      readonly imageId: string;
      readonly outcome: { readonly analysisId: string } | { readonly error: string };
    }[],
  ): Promise<JobProgress>;
  /** Makes failed pictures wait again. */
  resetFailedItems(jobId: string): Promise<void>;
  /** Of a run that is still the job's newest. @returns whether it was */
  setProgress(
    id: string,
    change: { readonly progress: JobProgress; readonly stage: JobStage | null; readonly ifRun: number },
  ): Promise<boolean>;
  /** What waits, runs and is dead, for each kind and priority that has any; its cost does not grow with finished jobs. */
  statistics(at: Date): Promise<readonly JobFigures[]>;
  /** At most `limit` dead jobs of these kinds that ended before `before`, oldest first. */
  dead(kinds: readonly JobKind[], before: Date, limit: number): Promise<readonly JobRecord[]>;
}

/** Figures of the jobs of one kind and priority that are not settled. */
export interface JobFigures {
  readonly kind: JobKind;
  readonly priority: JobPriority;
  readonly queued: number;
  readonly retrying: number;
  readonly running: number;
  readonly dead: number;
  /** Since when the job has been waiting that could have run first; null when none could run now. */
  readonly waitingSince: Date | null;
}

export interface JobTransition {
  readonly from: readonly JobState[];
  readonly to: JobState;
  readonly at: Date;
  readonly error?: string | null | undefined;
  readonly result?: Readonly<Record<string, unknown>> | undefined;
  readonly attempts?: number | undefined;
  /** Only when this is still the job's newest run. */
  readonly ifRun?: number | undefined;
  /** From when it may run again. @default at */
  readonly availableAt?: Date | undefined;
  readonly closedReason?: string | null | undefined;
}

export interface ModelRows {
  insert(model: ModelRecord): Promise<void>;
  /** Newest first. */
  list(page: PageRequest): Promise<Slice<ModelRecord>>;
  find(idOrVersion: string): Promise<ModelRecord | null>;
  findByDigest(digest: string): Promise<ModelRecord | null>;
  champion(): Promise<ModelRecord | null>;
  /** The shipped model installed last for this seeing code. */
  newestShipped(pipelineVersion: string): Promise<ModelRecord | null>;
  /** Moves the champion alias and writes the ledger row, only if the champion is still `fromVersion`. @throws Conflict */
  promote(deployment: DeploymentRecord): Promise<void>;
  deployments(page: PageRequest): Promise<Slice<DeploymentRecord>>;
  /** The deployment that was in force at that time. */
  deploymentAt(at: Date): Promise<DeploymentRecord | null>;
  /** The deployment that first made this version champion. */
  firstDeploymentOf(version: string): Promise<DeploymentRecord | null>;
  /** Whether a person took this version out of service. */
  wasRolledBack(version: string): Promise<boolean>;
  /** The candidate that the gate let pass last, for a person to decide about. */
  challenger(): Promise<ModelRecord | null>;
  setChallenger(version: string, at: Date): Promise<void>;
}

/** Promotions that need two persons. */
export interface PromotionRequestRows {
  /** @throws Conflict `promotion-requested-already` */
  insert(request: PromotionRequestRecord): Promise<void>;
  find(id: string): Promise<PromotionRequestRecord | null>;
  /** The one about this version that waits. */
  findWaiting(modelVersion: string): Promise<PromotionRequestRecord | null>;
  /** Newest first. */
  list(page: PageRequest): Promise<Slice<PromotionRequestRecord>>;
  /** Null when it was decided already. */
  decide(
    id: string,
    outcome: { readonly decision: 'approved' | 'declined'; readonly by: string; readonly at: Date },
  ): Promise<PromotionRequestRecord | null>;
}

/** What is deleted once it is past its time. */
export type PruneSubject =
  | 'idempotency-keys'
  | 'expired-sessions'
  | 'stopped-workers'
  | 'finished-jobs'
  | 'webhook-events';

export interface PruneRows {
  /** Deletes at most `limit` rows that ended before `before`. @returns how many */
  prune(subject: PruneSubject, before: Date, limit: number): Promise<number>;
}

export interface SettingRows {
  learningStrategy(): Promise<UpdateStrategy>;
  /** @param replaces - only if this is the strategy now. @returns whether it was set */
  setLearningStrategy(strategy: UpdateStrategy, replaces?: UpdateStrategy): Promise<boolean>;
  modelPolicy(): Promise<ModelPolicy>;
  /** @param replaces - only if this is the policy now. @returns whether it was set */
  setModelPolicy(policy: ModelPolicy, replaces?: ModelPolicy): Promise<boolean>;
}

/** Enqueues in the caller's transaction: committed together with the rows that need it, or not at all. */
export interface JobQueue {
  /** One queue entry per job id; enqueuing it again replaces the waiting entry. */
  enqueue(job: {
    readonly kind: JobKind;
    readonly jobId: string;
    /** @default normal */
    readonly priority?: JobPriority | undefined;
    /** @default now */
    readonly runAt?: Date | undefined;
  }): Promise<void>;
  /** Takes a waiting entry away; a running one is not retried any more. */
  remove(jobId: string): Promise<void>;
}

/** Announces in the caller's transaction; listeners hear it only after the commit. */
export interface EventPublisher {
  /** In this order, which is the order in which they are heard. */
  publish(...events: readonly DomainEvent[]): Promise<void>;
}

export type DomainEvent =
  | { readonly type: 'job.changed'; readonly jobId: string }
  | {
      readonly type: 'analysis.created';
      readonly analysisId: string;
      readonly imageId: string;
    }
  | {
      readonly type: 'label.created';
      readonly labelId: string;
      readonly analysisId: string;
    }
  | {
      readonly type: 'model.promoted';
      readonly version: string;
      readonly digest: string;
    }
  | { readonly type: 'dataset.created'; readonly digest: string }
  | {
      readonly type: 'specimen.changed';
      readonly specimenId: string;
      readonly revision: string;
    }
  | { readonly type: 'specimens.imported'; readonly importId: string }
  | { readonly type: 'drift.raised'; readonly findingId: string }
  | { readonly type: 'trial.changed'; readonly trialId: string };

/** Everything one transaction can touch. */
export interface Rows {
  readonly images: ImageRows;
  readonly analyses: AnalysisRows;
  readonly pictureMeasures: PictureMeasureRows;
  readonly labels: LabelRows;
  readonly jobs: JobRows;
  readonly models: ModelRows;
  readonly promotionRequests: PromotionRequestRows;
  readonly trials: TrialRows;
  readonly settings: SettingRows;
  readonly audit: AuditRows;
  readonly pruning: PruneRows;
  readonly schedules: ScheduleRows;
  readonly objects: ObjectRows;
  readonly people: PersonRows;
  readonly webhooks: WebhookRows;
  readonly datasets: DatasetRows;
  readonly regions: RegionRows;
  readonly laboratory: LaboratoryRows;
  readonly retention: RetentionRows;
  readonly drift: DriftRows;
  readonly figures: FigureRows;
  readonly operations: OperationRows;
  readonly queue: JobQueue;
  readonly events: EventPublisher;
}

/** PostgreSQL is the truth: rows, jobs and announcements of one use case commit together or not at all. */
export interface Store {
  /** Reads and single statements outside a transaction. */
  readonly rows: Rows;
  transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /** @throws Unavailable `database-unavailable` */
  check(): Promise<void>;
}

/** A domain event and its place in the order of commits. */
export interface LoggedEvent {
  /** Grows with each event; gaps mean nothing. */
  readonly position: number;
  readonly event: DomainEvent;
}

export interface EventLogBounds {
  /** The last position that was forgotten, 0 when none was. */
  readonly prunedTo: number;
  /** The last position there is, 0 when nothing was ever announced. */
  readonly last: number;
}

/** What was announced of late. Who has read up to a position misses nothing before it. */
export interface EventLog {
  /** In order, at most `limit`. */
  readAfter(position: number, limit: number): Promise<readonly LoggedEvent[]>;
  bounds(): Promise<EventLogBounds>;
}

/** Hears events committed by any process, in the order of commits. What happens while the connection is lost is read from
 * the log afterwards; `onGap` is called when it was forgotten there.
 */
export interface EventListener {
  /** @param listener.position - place in the log; null for an event of a process older than the log */
  subscribe(listener: (event: DomainEvent, position: number | null) => void, onGap?: () => void): () => void;
}
