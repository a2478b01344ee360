import { unwrap } from '@mlmcsc/client';
import type { CreateLabelRequest, Label } from '@mlmcsc/contracts';
import { api } from '../../../shared/api/api.ts';

/** Saves a technician's reading. */
export async function createLabel(label: CreateLabelRequest): Promise<Label> {
  return unwrap(await api.POST('/api/v1/labels', { body: label }));
}
