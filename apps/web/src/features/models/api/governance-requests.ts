import { unwrap } from '@mlmcsc/client';
import type { Deployment, ModelPolicy, Page, PromotionOutcome, PromotionRequest } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { modelKeys } from '../../../shared/queries/model-queries.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

const shown = 10;

/** The newest rows of the ledger. */
export const deploymentsQuery = queryOptions({
  queryKey: [...modelKeys.all, 'deployments'] as const,
  queryFn: async ({ signal }): Promise<Page<Deployment>> =>
    unwrap(await api.GET('/api/v1/deployments', { params: { query: { limit: shown } }, signal })),
});

/** Promotions that two persons decide about, newest first. */
export const promotionRequestsQuery = queryOptions({
  queryKey: [...modelKeys.all, 'promotion-requests'] as const,
  queryFn: async ({ signal }): Promise<Page<PromotionRequest>> =>
    unwrap(await api.GET('/api/v1/promotion-requests', { params: { query: { limit: shown } }, signal })),
});

/** How models come into service. */
export const modelPolicyQuery = queryOptions({
  queryKey: [...modelKeys.all, 'policy'] as const,
  queryFn: async ({ signal }): Promise<ModelPolicy> =>
    unwrap(await api.GET('/api/v1/model-policy', { signal })),
});

export async function promoteModel(request: {
  readonly version: string;
  readonly reason: string;
}): Promise<PromotionOutcome> {
  const { version, reason } = request;
  return unwrap(
    await api.POST('/api/v1/models/{id}/promote', { params: { path: { id: version } }, body: { reason } }),
  );
}

export async function decidePromotion(request: {
  readonly id: string;
  readonly decision: 'approved' | 'declined';
}): Promise<PromotionOutcome> {
  const { id, decision } = request;
  return unwrap(
    await api.POST('/api/v1/promotion-requests/{id}/decide', {
      params: { path: { id } },
      body: { decision },
    }),
  );
}

export async function rollBack(request: {
  readonly from_version: string;
  readonly reason: string;
}): Promise<Deployment> {
  return unwrap(await api.POST('/api/v1/deployments/rollback', { body: request }));
}

/** Changes the policy, but only if it still is the one that was shown. @throws ProblemError `precondition-failed` */
export async function setModelPolicy(change: {
  readonly from: ModelPolicy;
  readonly to: ModelPolicy;
}): Promise<ModelPolicy> {
  const parts = ['promotion', 'learning', 'retrain_after_labels'] as const;
  const tag = tagOfShown(await api.GET('/api/v1/model-policy'), change.from, parts);
  return unwrap(
    await api.PUT('/api/v1/model-policy', {
      params: { header: { 'if-match': tag } },
      body: change.to,
    }),
  );
}
