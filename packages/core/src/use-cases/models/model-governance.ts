import type {
  AnalysisRecord,
  DeploymentRecord,
  ModelPolicy,
  ModelRecord,
  PromotionRequestRecord,
} from '../../domain/records.ts';
import type { PageRequest, Slice } from '../../ports/store.ts';

/** What came of asking for a promotion: done, or waiting for a second person. */
export interface PromotionOutcome {
  readonly deployment: DeploymentRecord | null;
  readonly request: PromotionRequestRecord | null;
}

/** An old result beside the same computed now. */
export interface Recomputation {
  readonly analysis: AnalysisRecord;
  readonly isIdentical: boolean;
  /** What differs, by the names of the API; empty when identical. */
  readonly differences: readonly string[];
  readonly shearPercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What people decide about the models in service. */
export interface ModelGovernance {
  /** @throws NotFound; Conflict `already-champion | model-not-servable | gate-not-passed | champion-changed |
   * promotion-requested-already`; InvalidInput `reason-missing` */
  promoteModel(request: {
    readonly version: string;
    readonly reason: string;
    readonly username: string;
  }): Promise<PromotionOutcome>;
  /** @throws NotFound; NotAllowed `second-person-needed`; Conflict `promotion-decided | gate-not-passed | champion-changed` */
  decidePromotion(request: {
    readonly id: string;
    readonly decision: 'approved' | 'declined';
    readonly username: string;
  }): Promise<PromotionOutcome>;
  /** @throws Conflict `rollback-impossible | model-not-servable | champion-changed`; InvalidInput `reason-missing` */
  rollBackModel(request: {
    /** The champion of now; a repetition finds it changed and does nothing. */
    readonly fromVersion: string;
    /** A former champion. @default the one that the champion replaced */
    readonly toVersion?: string | undefined;
    readonly reason: string;
    /** @default false: learning is paused */
    readonly keepsLearning?: boolean | undefined;
    readonly username: string;
  }): Promise<DeploymentRecord>;
  /** Newest first. */
  listDeployments(page: PageRequest): Promise<Slice<DeploymentRecord>>;
  /** What was in force at that time. @throws NotFound `deployment-not-found` */
  deploymentAt(at: Date): Promise<DeploymentRecord>;
  /** Newest first. */
  listPromotionRequests(page: PageRequest): Promise<Slice<PromotionRequestRecord>>;
  /** @throws NotFound `promotion-request-not-found` */
  getPromotionRequest(id: string): Promise<PromotionRequestRecord>;
  challenger(): Promise<ModelRecord | null>;
  modelPolicy(): Promise<ModelPolicy>;
  /** @throws Conflict `precondition-failed`; InvalidInput `policy-invalid` */
  setModelPolicy(request: {
    readonly policy: ModelPolicy;
    readonly replaces?: ModelPolicy | undefined;
    readonly username: string;
  }): Promise<ModelPolicy>;
}
