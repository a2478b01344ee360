/** A stored picture; the bytes are an object named by `sha256`. */
export interface ImageRecord {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly displayKey: string;
  readonly thumbnailKey: string;
  readonly specimen: string | null;
  readonly heat: string | null;
  /** Half of the broken bar, if told. */
  readonly half?: 1 | 2 | null;
  readonly widthMm: number | null;
  readonly pxPerMm: number | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  /** When a retention policy removed the picture and its renditions; the row stays. Null: they are there. */
  readonly picturesRemovedAt?: Date | null;
  /** Which policy did. */
  readonly picturesRemovedBy?: string | null;
}

export type NotchSide = 'top' | 'right' | 'bottom' | 'left';
export type AnalysisStatus = 'ok' | 'no-face' | 'poor';

export interface QualityFlag {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'refuse';
  readonly detail: string;
}

/** One measurement; unique per (image, model digest, pipeline version), so repeating a request cannot double it. */
export interface AnalysisRecord {
  readonly id: string;
  readonly imageId: string;
  readonly status: AnalysisStatus;
  readonly reason: string | null;
  readonly shearPercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly intervalLevel: number;
  readonly bbox: readonly [number, number, number, number] | null;
  readonly outline: readonly (readonly [number, number])[] | null;
  readonly notchSide: NotchSide | null;
  readonly pxPerMm: number | null;
  readonly detectionConfidence: number | null;
  readonly flags: readonly QualityFlag[];
  /** Object key of the per-pixel shear map (8-bit PNG, 255 = shear, 0 = cleavage or outside), or null. */
  readonly mapKey: string | null;
  /** Object key of the transparent overlay (RGBA PNG), or null. */
  readonly overlayKey: string | null;
  /** Object key of the feature vector, from which labels are learned without the picture, or null. */
  readonly featuresKey: string | null;
  readonly modelVersion: string;
  readonly modelDigest: string;
  readonly pipelineVersion: string;
  readonly elapsedMs: number;
  readonly analysedBy: string;
  readonly createdAt: Date;
  /** When a retention policy removed map and overlay; the numbers stay. Null: they are there, or never were. */
  readonly mapsRemovedAt?: Date | null;
  /** Which policy did. */
  readonly mapsRemovedBy?: string | null;
}

/** Append-only; the newest label of an analysis is the current one. */
export interface LabelRecord {
  readonly id: string;
  readonly analysisId: string;
  readonly shearPercent: number;
  readonly decision: 'accepted' | 'corrected';
  readonly notes: string | null;
  readonly technician: string;
  readonly createdAt: Date;
  /** Test-then-train: the champion's answer just before learning from this label. */
  readonly predictedPercent: number | null;
  readonly predictedLower: number | null;
  readonly predictedUpper: number | null;
  readonly predictedBy: string | null;
  /** Version of the first model that contains this label and became champion. */
  readonly learnedIn: string | null;
  /** Version of the candidate that was first made after this label arrived, promoted or not; null = still waits. */
  readonly consideredIn: string | null;
  /** What must stay on one side of the split: heat, else specimen, else picture. */
  readonly splitGroup: string;
  /** Held-out labels judge candidates and are never learned; one decision per group, for ever. */
  readonly heldOut: boolean;
}

export type JobKind =
  | 'analysis.batch.v1'
  | 'label.learn.v1'
  | 'model.retrain.v1'
  | 'maintenance.prune.v1'
  | 'maintenance.retention.v1'
  | 'drift.evaluate.v1'
  | 'dataset.import.v1'
  | 'dataset.verify.v1';
export type JobPriority = 'low' | 'normal' | 'high';
export type JobState = 'queued' | 'running' | 'retrying' | 'completed' | 'cancelled' | 'dead';

/** What a job is doing whose progress is a share of the whole. */
export type JobStage = 'loading' | 'predicting' | 'learning' | 'judging';

export interface JobProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

export interface JobRecord {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly priority: JobPriority;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Pictures of a batch; of others, percent while `stage` is not null. */
  readonly progress: JobProgress;
  /** Null unless it runs and tells. */
  readonly stage: JobStage | null;
  readonly attempts: number;
  /** Starts so far, never counted down: what an older run still writes is told from what the newest does. */
  readonly runs: number;
  readonly maxAttempts: number;
  readonly error: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  /** W3C `traceparent` of the request that made the job. */
  readonly traceparent: string | null;
  /** Why a person gave the job up. */
  readonly closedReason: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Since when it could run; in the future while a repetition waits. */
  readonly availableAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface JobItemRecord {
  readonly jobId: string;
  readonly imageId: string;
  readonly analysisId: string | null;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly error: string | null;
}

export interface ErrorFigures {
  readonly count: number;
  readonly mae: number | null;
  readonly rmse: number | null;
  readonly bias: number | null;
  readonly within5: number | null;
  readonly within10: number | null;
  readonly intervalCoverage: number | null;
  readonly intervalWidth: number | null;
}

export interface GateVerdict {
  readonly promoted: boolean;
  readonly reasons: readonly string[];
  /** Whether the gate would let it replace `against`. Verdicts of earlier releases have neither these nor figures. */
  readonly passed?: boolean;
  /** The champion that it was compared with. */
  readonly against?: string;
  readonly figures?: GateFigures;
}

/** Both models on the two sets of labels that the gate looks at. */
export interface GateFigures {
  readonly goldSet: ComparedModels;
  readonly recentLabels: ComparedModels;
}
export interface ComparedModels {
  readonly champion: BandedFigures;
  readonly candidate: BandedFigures;
}
export interface BandedFigures extends ErrorFigures {
  /** By true percent shear. */
  readonly bands: Readonly<Record<ShearBand, { count: number; mae: number | null; bias: number | null }>>;
}
export type ShearBand = '0-20' | '20-80' | '80-100';

/** An immutable model version; the artefact is an object named by `digest`. */
export interface ModelRecord {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  /** Digest of the shipped model whose networks this version shares: features of one base are exchangeable. */
  readonly baseDigest: string;
  readonly parentVersion: string | null;
  readonly origin: 'shipped' | 'online' | 'retrained';
  readonly labelCount: number;
  readonly pipelineVersion: string;
  readonly sizeBytes: number;
  readonly heldOut: ErrorFigures | null;
  readonly gate: GateVerdict | null;
  /** The dataset version of exactly the labels it learned, its ancestors' included; null: unknown, or none (shipped). */
  readonly datasetDigest: string | null;
  readonly createdAt: Date;
}

/** A row of the append-only deployment ledger: from which to which version, when, by whom, why. */
export interface DeploymentRecord {
  readonly id: string;
  readonly fromVersion: string | null;
  readonly toVersion: string;
  readonly reason: string;
  readonly kind: DeploymentKind;
  readonly deployedBy: string;
  /** The second person, where two are asked for. */
  readonly approvedBy: string | null;
  readonly deployedAt: Date;
}

/** `automatic`: by the gate or with a release; `promoted`, `rolled-back`: by a person. */
export type DeploymentKind = 'automatic' | 'promoted' | 'rolled-back';

/** A promotion that waits for, or got, the word of a second person. */
export interface PromotionRequestRecord {
  readonly id: string;
  readonly modelVersion: string;
  readonly championVersion: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decision: 'approved' | 'declined' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** A challenger beside the champion on live pictures; at most one runs at a time. */
export interface TrialRecord {
  readonly id: string;
  /** The challenger. */
  readonly modelVersion: string;
  /** Percent of the specimens that it answers, at most 50; 0: it answers none and is only compared (shadow). */
  readonly percent: number;
  readonly reason: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** How a model comes into service. */
export interface ModelPolicy {
  /** What happens to a candidate that the gate lets pass. */
  readonly promotion: 'automatic' | 'by-hand' | 'two-persons';
  /** While it is paused, labels are kept and wait, and no candidate replaces the champion by itself. */
  readonly learning: 'on' | 'paused';
  /** Labels since the last retraining that start the next; null: only by schedule or by hand. */
  readonly retrainAfterLabels: number | null;
}

export type UpdateStrategy = 'immediate' | 'batch' | 'weighted' | 'confidence';

export type Role = 'viewer' | 'technician' | 'reviewer' | 'engineer' | 'admin';

export interface UserRecord {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}
