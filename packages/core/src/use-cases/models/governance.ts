import type { ModelPolicy } from '../../domain/records.ts';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import { enqueueLearning } from '../job-use-cases.ts';
import type { GovernanceDependencies } from './governance-dependencies.ts';
import type { ModelGovernance } from './model-governance.ts';
import { decidePromotion, promoteModel } from './promote-model.ts';
import { rollBackModel } from './roll-back-model.ts';

const fewestLabelsForRetraining = 10;

/** Which model answers: promotion, rollback, the policy behind them, and the ledger of it all. */
export function createModelGovernance(dependencies: GovernanceDependencies): ModelGovernance {
  const { store } = dependencies;
  return {
    promoteModel: (request) => promoteModel(dependencies, request),
    decidePromotion: (request) => decidePromotion(dependencies, request),
    rollBackModel: (request) => rollBackModel(dependencies, request),
    listDeployments: (page) => store.rows.models.deployments(page),
    async deploymentAt(at) {
      const deployment = await store.rows.models.deploymentAt(at);
      if (deployment === null) {
        throw new NotFound('deployment-not-found', `No model was in service at ${at.toISOString()}.`);
      }
      return deployment;
    },
    listPromotionRequests: (page) => store.rows.promotionRequests.list(page),
    async getPromotionRequest(id) {
      const request = await store.rows.promotionRequests.find(id);
      if (request === null) throw new NotFound('promotion-request-not-found', `There is no request ${id}.`);
      return request;
    },
    challenger: () => store.rows.models.challenger(),
    modelPolicy: () => store.rows.settings.modelPolicy(),
    setModelPolicy: (request) => setModelPolicy(dependencies, request),
  };
}

async function setModelPolicy(
  dependencies: GovernanceDependencies,
  {
    policy,
    replaces,
    username,
  }: { policy: ModelPolicy; replaces?: ModelPolicy | undefined; username: string },
): Promise<ModelPolicy> {
  const { retrainAfterLabels } = policy;
  if (retrainAfterLabels !== null && retrainAfterLabels < fewestLabelsForRetraining) {
    throw new InvalidInput(
      'policy-invalid',
      `Retrain after at least ${fewestLabelsForRetraining} labels, or never by count.`,
    );
  }
  return dependencies.store.transaction(async (rows) => {
    const from = await rows.settings.modelPolicy();
    if (!(await rows.settings.setModelPolicy(policy, replaces))) {
      throw new Conflict('precondition-failed', 'The policy was changed meanwhile. Read it again.');
    }
    await rows.audit.append({
      action: 'model.policy-changed',
      actor: username,
      subject: { kind: 'setting', id: 'model_policy' },
      details: { from: { ...from }, to: { ...policy } },
    });
    const resumes = from.learning === 'paused' && policy.learning === 'on';
    if (resumes && (await rows.labels.counts()).waiting > 0) {
      await enqueueLearning(dependencies, rows, 'system');
    }
    return policy;
  });
}
