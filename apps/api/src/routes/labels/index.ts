import type { Endpoint } from '../../api-instance.ts';
import { createLabel } from './create-label.ts';
import { getReviewQueue } from './get-review-queue.ts';

export const labelRoutes: readonly Endpoint[] = [createLabel, getReviewQueue];
