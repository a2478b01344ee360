import type {
  DriftChart,
  DriftFinding,
  DriftReference,
  DriftScore,
  DriftSignal,
} from '../drift/drift-records.ts';
import type { PictureMeasures } from './measurement.ts';
import type { PageRequest, Slice } from './page.ts';

/** What an analysis tells drift. */
export interface SeenPicture {
  readonly analysisId: string;
  readonly at: Date;
  /** Heat, else specimen: pictures of one are alike. */
  readonly group: string | null;
  /** A challenger on trial answered: its answers say nothing about the champion's. */
  readonly isCanary: boolean;
  readonly shearPercent: number | null;
  readonly intervalWidth: number | null;
  readonly detectionConfidence: number | null;
  readonly pxPerMm: number | null;
  readonly measures: PictureMeasures | null;
}

/** A label of a watched picture: how much more the model had read. */
export interface SeenLabel {
  readonly labelId: string;
  readonly analysisId: string;
  readonly at: Date;
  readonly group: string | null;
  readonly isCanary: boolean;
  /** Answer less label, points. */
  readonly error: number;
}

/** Whose pictures, from when on. */
export interface SeenFilter {
  readonly baseDigest: string;
  readonly pipelineVersion: string;
  readonly from: Date;
  /** Pass over those up to and including this one. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

export type DriftFindingState = 'open' | 'over';

export interface DriftRows {
  /** Oldest first; of each picture its first analysis only: what is measured again is no new picture. */
  pictures(filter: SeenFilter): Promise<readonly SeenPicture[]>;
  /** Whether at least so many pictures were measured since. @param since - null: ever */
  hasMeasured(atLeast: number, since: Date | null): Promise<boolean>;
  /** In order of arrival, the oldest `limit`. */
  labels(filter: Omit<SeenFilter, 'after'>): Promise<readonly SeenLabel[]>;
  /** Seeing code of the newest analysis by these networks. */
  newestPipeline(baseDigest: string): Promise<string | null>;
  /** When these networks came into service last; null when they never did. */
  inServiceSince(baseDigest: string): Promise<Date | null>;

  reference(): Promise<DriftReference | null>;
  findReference(id: string): Promise<DriftReference | null>;
  /** The newest, and nobody else's until the transaction ends, also when there is none. */
  lockReference(): Promise<DriftReference | null>;
  insertReference(reference: DriftReference): Promise<void>;
  updateReference(id: string, change: Partial<Omit<DriftReference, 'id'>>): Promise<void>;

  charts(referenceId: string): Promise<readonly DriftChart[]>;
  /** Of the signals that are watched; reads no chart. */
  scores(referenceId: string): Promise<readonly DriftScore[]>;
  putChart(referenceId: string, chart: DriftChart): Promise<void>;

  insertFinding(finding: DriftFinding): Promise<void>;
  updateFinding(id: string, change: Partial<Omit<DriftFinding, 'id'>>): Promise<void>;
  findFinding(id: string): Promise<DriftFinding | null>;
  /** Nobody else's until the transaction ends. */
  lockFinding(id: string): Promise<DriftFinding | null>;
  /** Those of one reference that are not over. */
  openFindings(referenceId: string): Promise<readonly DriftFinding[]>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  findings(
    filter: { readonly state?: DriftFindingState | undefined; readonly signal?: DriftSignal | undefined },
    page: PageRequest,
  ): Promise<Slice<DriftFinding>>;
}
