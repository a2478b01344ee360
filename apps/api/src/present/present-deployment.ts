import type { Deployment, ModelPolicy, PromotionOutcome, PromotionRequest } from '@mlmcsc/contracts';
import type {
  DeploymentRecord,
  ModelPolicy as ModelPolicyRecord,
  PromotionOutcome as Outcome,
  PromotionRequestRecord,
} from '@mlmcsc/core';

/** A row of the ledger as the API shows it. */
export const presentDeployment = (deployment: DeploymentRecord): Deployment => ({
  id: deployment.id,
  from_version: deployment.fromVersion,
  to_version: deployment.toVersion,
  kind: deployment.kind,
  reason: deployment.reason,
  deployed_by: deployment.deployedBy,
  approved_by: deployment.approvedBy,
  deployed_at: deployment.deployedAt.toISOString(),
});

/** A promotion that two persons decide about, as the API shows it. */
export const presentPromotionRequest = (request: PromotionRequestRecord): PromotionRequest => ({
  id: request.id,
  model_version: request.modelVersion,
  champion_version: request.championVersion,
  reason: request.reason,
  requested_by: request.requestedBy,
  requested_at: request.requestedAt.toISOString(),
  decision: request.decision,
  decided_by: request.decidedBy,
  decided_at: request.decidedAt?.toISOString() ?? null,
});

export const presentPromotionOutcome = ({ deployment, request }: Outcome): PromotionOutcome => ({
  deployment: deployment === null ? null : presentDeployment(deployment),
  request: request === null ? null : presentPromotionRequest(request),
});

export const presentModelPolicy = (policy: ModelPolicyRecord): ModelPolicy => ({
  promotion: policy.promotion,
  learning: policy.learning,
  retrain_after_labels: policy.retrainAfterLabels,
});
