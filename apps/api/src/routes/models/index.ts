import type { Endpoint } from '../../api-instance.ts';
import { getCurrentModel } from './get-current-model.ts';
import { getModel } from './get-model.ts';
import { listModels } from './list-models.ts';
import { promoteModel } from './promote-model.ts';

export const modelRoutes: readonly Endpoint[] = [listModels, getCurrentModel, getModel, promoteModel];
