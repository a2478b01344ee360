import type {
  DeploymentRecord,
  ModelPolicy,
  ModelRecord,
  PromotionRequestRecord,
} from '../../domain/records.ts';
import type { PageRequest, Slice } from '../../ports/store.ts';
import type { PromotionOutcome } from './promote-model.ts';

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
