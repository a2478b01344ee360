import { unwrap } from '@mlmcsc/client';
import type { AttachForceCurveRequest, ForceCurve, ForceCurveFiles, ForceCurves } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { seriesKeys } from './series-requests.ts';

/** The force curves of the specimens of a series. */
export const forceCurvesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: [...seriesKeys.one(seriesId), 'force-curves'],
    queryFn: async ({ signal }): Promise<ForceCurves> =>
      unwrap(
        await api.GET('/api/v1/series/{id}/force-curves', { params: { path: { id: seriesId } }, signal }),
      ),
  });

/** Every file that was attached to a specimen, newest first. */
export const forceCurveFilesQuery = (seriesId: string, specimenId: string) =>
  queryOptions({
    queryKey: [...seriesKeys.one(seriesId), 'force-curve-files', specimenId],
    queryFn: async ({ signal }): Promise<ForceCurveFiles> =>
      unwrap(
        await api.GET('/api/v1/specimens/{id}/force-curve/files', {
          params: { path: { id: specimenId } },
          signal,
        }),
      ),
  });

export const forceCurveFileUrl = (specimenId: string, sha256: string): string =>
  `/api/v1/specimens/${specimenId}/force-curve/files/${sha256}`;

export async function attachForceCurve(
  specimenId: string,
  body: AttachForceCurveRequest,
): Promise<ForceCurve> {
  return unwrap(
    await api.PUT('/api/v1/specimens/{id}/force-curve', { params: { path: { id: specimenId } }, body }),
  );
}

export async function removeForceCurve(specimenId: string): Promise<void> {
  await api.DELETE('/api/v1/specimens/{id}/force-curve', { params: { path: { id: specimenId } } });
}
