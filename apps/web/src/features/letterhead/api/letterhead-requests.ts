import { unwrap } from '@mlmcsc/client';
import type { ChangeLetterheadRequest, Letterhead } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

/** What stands at the top of reports. */
export const letterheadQuery = queryOptions({
  queryKey: ['letterhead'] as const,
  queryFn: async ({ signal }): Promise<Letterhead> => unwrap(await api.GET('/api/v1/letterhead', { signal })),
});

/** Another address for each logo, so that the browser shows the one that is meant. */
export const logoUrl = (sha256: string): string => `/api/v1/letterhead/logo?of=${sha256.slice(0, 12)}`;

/** Changes it, but only as it was shown. @throws ProblemError `precondition-failed` */
export async function changeLetterhead(
  shown: Letterhead,
  body: ChangeLetterheadRequest,
): Promise<Letterhead> {
  const tag = tagOfShown(await api.GET('/api/v1/letterhead'), shown, ['revision']);
  return unwrap(await api.PUT('/api/v1/letterhead', { params: { header: { 'if-match': tag } }, body }));
}
