import type { JobRecord } from '../domain/records.ts';
import type { PageRequest, Slice } from '../ports/page.ts';
import type {
  HeldImage,
  ImageHold,
  RetentionFigures,
  RetentionKind,
  RetentionPolicy,
} from '../ports/retention.ts';

/** What a run would remove now by one policy. */
export interface PolicyPreview extends RetentionFigures {
  readonly keepDays: number | null;
  readonly bytes: number;
  /** Whether `bytes` was extrapolated from some of very many objects. */
  readonly isEstimate: boolean;
}

export interface RetentionPreview {
  readonly at: Date;
  /** In the order in which a run works through them. */
  readonly policies: readonly PolicyPreview[];
}

/** How long pictures are kept, and which stay whatever the policies say. */
export interface RetentionUseCases {
  listRetentionPolicies(): Promise<readonly RetentionPolicy[]>;
  /** @throws NotFound `retention-policy-not-found` */
  getRetentionPolicy(kind: string): Promise<RetentionPolicy>;
  /** @throws NotFound `retention-policy-not-found`; InvalidInput `retention-days-invalid`; Conflict `precondition-failed` */
  changeRetentionPolicy(request: {
    readonly kind: string;
    readonly keepDays: number | null;
    /** The revision that is replaced. @default any */
    readonly replaces?: number | undefined;
    readonly username: string;
  }): Promise<RetentionPolicy>;
  /** What a run would remove now; removes nothing.
   * @param instead - days to try in place of those of the policies
   * @throws InvalidInput `retention-days-invalid`
   */
  previewRetention(instead?: Partial<Record<RetentionKind, number | null>>): Promise<RetentionPreview>;
  /** The run that waits already, or a new one. */
  startRetention(username: string): Promise<JobRecord>;

  /** @throws NotFound `image-not-found | pictures-removed`; InvalidInput `reason-missing` */
  holdImage(request: {
    readonly imageId: string;
    readonly reason: string;
    readonly username: string;
  }): Promise<{ readonly hold: ImageHold; readonly created: boolean }>;
  /** @throws NotFound `image-not-found | hold-not-found`; InvalidInput `reason-missing` */
  releaseImage(request: {
    readonly imageId: string;
    readonly reason: string;
    readonly username: string;
  }): Promise<void>;
  /** @throws NotFound `image-not-found | hold-not-found` */
  getHold(imageId: string): Promise<ImageHold>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  listHolds(page: PageRequest): Promise<Slice<HeldImage>>;
}
