import type {
	AnalysisRecord,
	AnalysisStatus,
	DeploymentRecord,
	ErrorFigures,
	GateVerdict,
	ImageRecord,
	JobItemRecord,
	JobKind,
	JobProgress,
	JobRecord,
	JobState,
	LabelRecord,
	ModelRecord,
	UpdateStrategy,
} from "../domain/records.ts";

export interface Slice<T> {
	readonly items: readonly T[];
	readonly nextCursor: string | null;
}
export interface PageRequest {
	readonly cursor?: string | undefined;
	readonly limit: number;
}

export interface HistoryFilter {
	readonly text?: string | undefined;
	readonly status?: AnalysisStatus | undefined;
	readonly labelled?: boolean | undefined;
	readonly technician?: string | undefined;
	readonly from?: Date | undefined;
	readonly to?: Date | undefined;
	readonly shearMin?: number | undefined;
	readonly shearMax?: number | undefined;
}
export interface HistoryEntry {
	readonly analysis: AnalysisRecord;
	readonly image: ImageRecord;
	readonly label: LabelRecord | null;
}

export interface ImageRows {
	/** Inserts, or returns the row that already holds this SHA-256 (`created: false`). */
	insertOrFind(
		image: ImageRecord,
	): Promise<{ image: ImageRecord; created: boolean }>;
	find(id: string): Promise<ImageRecord | null>;
	findMany(ids: readonly string[]): Promise<readonly ImageRecord[]>;
}

export interface AnalysisRows {
	/** Inserts, or returns the existing row of the same (image, model digest, pipeline version). */
	insertOrFind(
		analysis: AnalysisRecord,
	): Promise<{ analysis: AnalysisRecord; created: boolean }>;
	find(id: string): Promise<AnalysisRecord | null>;
	findFor(
		imageId: string,
		modelDigest: string,
		pipelineVersion: string,
	): Promise<AnalysisRecord | null>;
	/** Newest first. */
	history(
		filter: HistoryFilter,
		page: PageRequest,
	): Promise<Slice<HistoryEntry>>;
}

export interface LabelRows {
	insert(label: LabelRecord): Promise<void>;
	find(id: string): Promise<LabelRecord | null>;
	current(analysisId: string): Promise<LabelRecord | null>;
	list(analysisId: string): Promise<readonly LabelRecord[]>;
	/** Oldest first; stored but not yet learned. */
	unlearned(limit: number): Promise<readonly LabelRecord[]>;
	/** Every current label in order of arrival, with the analysis it judges. */
	allCurrent(): Promise<
		readonly {
			label: LabelRecord;
			analysis: AnalysisRecord;
			image: ImageRecord;
		}[]
	>;
	/** Newest last; labels that were scored before learning. */
	scored(limit: number): Promise<readonly LabelRecord[]>;
	recordPrediction(
		id: string,
		prediction: { percent: number; lower: number; upper: number; by: string },
	): Promise<void>;
	markLearned(ids: readonly string[], modelVersion: string): Promise<void>;
	counts(): Promise<{ total: number; waiting: number }>;
}

export interface JobRows {
	insert(job: JobRecord, items: readonly string[]): Promise<void>;
	find(id: string): Promise<JobRecord | null>;
	list(
		filter: { state?: JobState | undefined; kind?: JobKind | undefined },
		page: PageRequest,
	): Promise<Slice<JobRecord>>;
	items(jobId: string, page: PageRequest): Promise<Slice<JobItemRecord>>;
	waitingItems(jobId: string): Promise<readonly JobItemRecord[]>;
	setState(
		id: string,
		state: JobState,
		change?: {
			error?: string | null;
			result?: Record<string, unknown>;
			attempts?: number;
			at: Date;
		},
	): Promise<void>;
	/** Marks one picture; the job's progress is counted from its items, so repeating is harmless. */
	finishItem(
		jobId: string,
		imageId: string,
		outcome: { analysisId: string } | { error: string },
	): Promise<JobProgress>;
	setProgress(id: string, progress: JobProgress): Promise<void>;
}

export interface ModelRows {
	insert(model: ModelRecord): Promise<void>;
	list(page: PageRequest): Promise<Slice<ModelRecord>>;
	find(idOrVersion: string): Promise<ModelRecord | null>;
	champion(): Promise<ModelRecord | null>;
	setGate(
		id: string,
		gate: GateVerdict,
		heldOut: ErrorFigures | null,
	): Promise<void>;
	/** Moves the champion alias and writes the ledger row, only if the champion is still `fromVersion`. @throws Conflict */
	promote(deployment: DeploymentRecord): Promise<void>;
	deployments(page: PageRequest): Promise<Slice<DeploymentRecord>>;
}

export interface SettingRows {
	learningStrategy(): Promise<UpdateStrategy>;
	setLearningStrategy(strategy: UpdateStrategy): Promise<void>;
}

/** Enqueues in the caller's transaction: committed together with the rows that need it, or not at all. */
export interface JobQueue {
	enqueue(job: {
		kind: JobKind;
		jobId: string;
		maxAttempts: number;
		key?: string;
		priority?: number;
		runAt?: Date;
	}): Promise<void>;
}

/** Announces in the caller's transaction; listeners hear it only after the commit. */
export interface EventPublisher {
	publish(event: DomainEvent): Promise<void>;
}

export type DomainEvent =
	| { readonly type: "job.changed"; readonly jobId: string }
	| {
			readonly type: "analysis.created";
			readonly analysisId: string;
			readonly imageId: string;
	  }
	| {
			readonly type: "label.created";
			readonly labelId: string;
			readonly analysisId: string;
	  }
	| {
			readonly type: "model.promoted";
			readonly version: string;
			readonly digest: string;
	  };

/** Everything one transaction can touch. */
export interface Rows {
	readonly images: ImageRows;
	readonly analyses: AnalysisRows;
	readonly labels: LabelRows;
	readonly jobs: JobRows;
	readonly models: ModelRows;
	readonly settings: SettingRows;
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

/** Hears events committed by any process. */
export interface EventListener {
	subscribe(listener: (event: DomainEvent) => void): () => void;
}
