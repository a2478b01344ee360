import type { Endpoint } from '../../api-instance.ts';
import { getLiveDeployment } from './get-live-deployment.ts';
import { listDeployments } from './list-deployments.ts';
import { rollBack } from './roll-back.ts';

export const deploymentRoutes: readonly Endpoint[] = [listDeployments, getLiveDeployment, rollBack];
