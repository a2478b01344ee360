import type { Endpoint } from '../../api-instance.ts';
import { getOperations } from './get-operations.ts';

export const operationRoutes: readonly Endpoint[] = [getOperations];
