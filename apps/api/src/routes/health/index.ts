import type { Endpoint } from '../../api-instance.ts';
import { getLiveness } from './get-liveness.ts';
import { getReadiness } from './get-readiness.ts';

export const healthRoutes: readonly Endpoint[] = [getLiveness, getReadiness];
