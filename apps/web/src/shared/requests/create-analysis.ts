import { unwrap } from '@mlmcsc/client';
import type { Analysis } from '@mlmcsc/contracts';
import { api } from '../api/api.ts';

/** Measures a stored picture with the model now in service.
 * @param key - names the attempt: repeated with the same key, the first answer comes again */
export async function createAnalysis(imageId: string, key?: string): Promise<Analysis> {
  return unwrap(
    await api.POST('/api/v1/analyses', {
      body: { image_id: imageId },
      ...(key === undefined ? {} : { params: { header: { 'idempotency-key': key } } }),
    }),
  );
}
