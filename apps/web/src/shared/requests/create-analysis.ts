import { unwrap } from '@mlmcsc/client';
import type { Analysis } from '@mlmcsc/contracts';
import { api } from '../api/api.ts';

/** Measures a stored picture with the model now in service. */
export async function createAnalysis(imageId: string): Promise<Analysis> {
  return unwrap(await api.POST('/api/v1/analyses', { body: { image_id: imageId } }));
}
