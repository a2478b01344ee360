import type { CreateLabelRequest, Label } from '@mlmcsc/contracts';
import { apiRequest } from '../../../shared/api/api-request.ts';

/** Saves a technician's reading. */
export function createLabel(label: CreateLabelRequest): Promise<Label> {
  return apiRequest<Label>('/labels', { method: 'POST', body: label });
}
