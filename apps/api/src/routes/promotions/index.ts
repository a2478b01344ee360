import type { Endpoint } from '../../api-instance.ts';
import { decidePromotion } from './decide-promotion.ts';
import { getPromotionRequest } from './get-promotion-request.ts';
import { listPromotionRequests } from './list-promotion-requests.ts';
import { getModelPolicy, putModelPolicy } from './model-policy.ts';

export const promotionRoutes: readonly Endpoint[] = [
  listPromotionRequests,
  getPromotionRequest,
  decidePromotion,
  getModelPolicy,
  putModelPolicy,
];
