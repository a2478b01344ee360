import type { PageRequest, Slice } from './page.ts';

/** What a retention policy is about. */
export type RetentionKind = 'unlabelled-pictures' | 'labelled-pictures' | 'maps';

/** Why something that is past its time stays, the first that holds. */
export type SpareReason =
  | 'legal-hold'
  | 'in-dataset'
  | 'gold-set'
  | 'signed-report'
  | 'laboratory-series'
  | 'study';

export interface RetentionPolicy {
  readonly kind: RetentionKind;
  /** Null: for ever. */
  readonly keepDays: number | null;
  /** Grows by one with each change. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

/** A policy at a moment: what was last used before goes. */
export interface RetentionRule {
  readonly kind: RetentionKind;
  /** Null: nothing goes. */
  readonly before: Date | null;
}

/** What a run by these rules would remove now. */
export interface RetentionFigures {
  readonly kind: RetentionKind;
  /** Pictures; of `maps` analyses. */
  readonly rows: number;
  readonly objects: number;
  /** Objects that stay because something that is kept consists of the same bytes. */
  readonly sharedObjects: number;
  /** When the oldest and the newest of them were last used. */
  readonly oldest: Date | null;
  readonly newest: Date | null;
  /** Rows that are past their time and stay. */
  readonly spared: Readonly<Record<SpareReason, number>>;
}

export interface RemovalCounts {
  readonly rows: number;
  readonly objects: number;
  readonly bytes: number;
}
export type RunCounts = Readonly<Partial<Record<RetentionKind, RemovalCounts>>>;

/** A picture that no policy removes until somebody releases it. */
export interface ImageHold {
  readonly imageId: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Date;
}
export interface HeldImage extends ImageHold {
  readonly fileName: string;
  readonly specimen: string | null;
}

/** Policies, what they would remove and what they have removed. What is past its time is selected in one place, for previews
 * and runs alike.
 */
export interface RetentionRows {
  /** In the order in which a run works through them. */
  policies(): Promise<readonly RetentionPolicy[]>;
  /** Locked against changes until the transaction ends. */
  readPolicy(kind: RetentionKind): Promise<RetentionPolicy>;
  /** @param change.replaces - only if this is the revision now. @returns null when it is not */
  changePolicy(
    kind: RetentionKind,
    change: {
      readonly keepDays: number | null;
      readonly by: string;
      readonly at: Date;
      readonly replaces?: number | undefined;
    },
  ): Promise<RetentionPolicy | null>;

  /** @param rules - all kinds, in order */
  figures(rules: readonly RetentionRule[]): Promise<readonly RetentionFigures[]>;
  /** Objects that would go, of each kind at most `limit`, in order of keys. */
  goingObjects(
    rules: readonly RetentionRule[],
    limit: number,
  ): Promise<readonly { readonly kind: RetentionKind; readonly key: string }[]>;

  /** Marks the next rows as removed, in order of identifiers, and writes down which objects go. To be called in a transaction.
   * @returns the place to go on from, null at the end
   */
  remove(
    rule: { readonly kind: RetentionKind; readonly before: Date },
    step: { readonly after: string | null; readonly limit: number; readonly at: Date },
  ): Promise<{ readonly last: string | null; readonly rows: number; readonly keys: readonly string[] }>;
  /** Objects that are written down as removed and may still be there, in order of keys. */
  waitingRemovals(after: string | null, limit: number): Promise<readonly string[]>;
  /** Of these, what may be deleted now; nobody can claim it until the transaction ends. What rows refer to again is taken off
   * the list.
   */
  lockRemovals(keys: readonly string[]): Promise<readonly string[]>;
  finishRemovals(keys: readonly string[], at: Date): Promise<void>;

  /** Begins to count for a job, or goes on. */
  beginRun(jobId: string, at: Date): Promise<void>;
  countRun(jobId: string, kind: RetentionKind, more: RemovalCounts): Promise<void>;
  /** @returns what was removed; null when it was closed before */
  closeRun(jobId: string, at: Date): Promise<RunCounts | null>;
  /** Runs that are not closed although their jobs have ended. */
  endedRuns(): Promise<readonly string[]>;

  /** Frozen and imported versions whose pictures are not listed yet. */
  unlistedDatasets(): Promise<readonly string[]>;
  /** Lists the pictures that a version names: they stay from now on. To be called in a transaction.
   * @returns those of them that are removed already
   */
  listDatasetPictures(digest: string, sha256s: readonly string[]): Promise<readonly string[]>;
  /** Those of these pictures that are removed. */
  removedAmong(sha256s: readonly string[]): Promise<readonly string[]>;

  findHold(imageId: string): Promise<ImageHold | null>;
  /** In place of one that is there. */
  placeHold(hold: ImageHold): Promise<void>;
  /** @returns the one that was there */
  releaseHold(imageId: string): Promise<ImageHold | null>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  holds(page: PageRequest): Promise<Slice<HeldImage>>;
}
