import { unwrap } from '@mlmcsc/client';
import type { PreviewSpecimenImportRequest, SpecimenImport, SpecimenImportPreview } from '@mlmcsc/contracts';
import { api } from '../../../shared/api/api.ts';

/** A list that somebody chose, and what he said about it. */
export interface ChosenList {
  readonly fileName: string;
  readonly request: PreviewSpecimenImportRequest;
}

/** What the list would bring; writes nothing. */
export async function previewImport(
  { request }: ChosenList,
  signal: AbortSignal,
): Promise<SpecimenImportPreview> {
  return unwrap(await api.POST('/api/v1/specimen-imports/preview', { body: request, signal }));
}

/** @param key - the same for every attempt at this list, so that it is taken in once */
export async function takeIn({ fileName, request }: ChosenList, key: string): Promise<SpecimenImport> {
  return unwrap(
    await api.POST('/api/v1/specimen-imports', {
      params: { header: { 'idempotency-key': key } },
      body: { file_name: fileName, ...request },
    }),
  );
}
