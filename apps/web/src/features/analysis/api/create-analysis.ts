import type { Analysis } from '@mlmcsc/contracts';
import { apiRequest } from '../../../shared/api/api-request.ts';

/** Measures a stored picture with the model now in service. */
export function createAnalysis(imageId: string): Promise<Analysis> {
  return apiRequest<Analysis>('/analyses', { method: 'POST', body: { image_id: imageId } });
}
