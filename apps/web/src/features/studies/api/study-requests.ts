import { unwrap } from '@mlmcsc/client';
import type {
  NextReading,
  Page,
  Study,
  StudyProgress,
  StudyResults,
  StudySpecimen,
  StudySpecimens,
} from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { text } from '../texts/text.ts';

export const studyKeys = {
  all: ['studies'] as const,
  list: () => [...studyKeys.all, 'list'] as const,
  one: (id: string) => [...studyKeys.all, 'one', id] as const,
};
const path = (id: string) => ({ params: { path: { id } } });

/** Newest first, page by page. */
export const studyListQuery = infiniteQueryOptions({
  queryKey: studyKeys.list(),
  queryFn: async ({ pageParam, signal }): Promise<Page<Study>> =>
    unwrap(
      await api.GET('/api/v1/studies', {
        params: { query: { limit: 20, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

/** How far everybody is. */
export const studyQuery = (id: string) =>
  queryOptions({
    queryKey: [...studyKeys.one(id), 'progress'] as const,
    queryFn: async ({ signal }): Promise<StudyProgress> =>
      unwrap(await api.GET('/api/v1/studies/{id}', { ...path(id), signal })),
  });

/** What I have to read next. */
export const nextReadingQuery = (id: string) =>
  queryOptions({
    queryKey: [...studyKeys.one(id), 'next'] as const,
    queryFn: async ({ signal }): Promise<NextReading> =>
      unwrap(await api.GET('/api/v1/studies/{id}/next-reading', { ...path(id), signal })),
  });

export const studySpecimensQuery = (id: string) =>
  queryOptions({
    queryKey: [...studyKeys.one(id), 'specimens'] as const,
    queryFn: async ({ signal }): Promise<StudySpecimens> =>
      unwrap(await api.GET('/api/v1/studies/{id}/specimens', { ...path(id), signal })),
  });

export const studyResultsQuery = (id: string) =>
  queryOptions({
    queryKey: [...studyKeys.one(id), 'results'] as const,
    queryFn: async ({ signal }): Promise<StudyResults> =>
      unwrap(await api.GET('/api/v1/studies/{id}/results', { ...path(id), signal })),
  });

export async function giveReading(request: {
  readonly studyId: string;
  readonly readingId: string;
  readonly percent: number;
}): Promise<NextReading> {
  return unwrap(
    await api.POST('/api/v1/studies/{id}/readings', {
      ...path(request.studyId),
      body: { reading_id: request.readingId, percent: request.percent },
    }),
  );
}

export async function adjudicate(request: {
  readonly studyId: string;
  readonly specimenId: string;
  readonly percent: number;
  readonly reason: string;
}): Promise<StudySpecimen> {
  const { studyId: id, specimenId, percent, reason } = request;
  return unwrap(
    await api.POST('/api/v1/studies/{id}/specimens/{specimenId}/adjudications', {
      params: { path: { id, specimenId } },
      body: { percent, reason },
    }),
  );
}

/** Makes the value of a study the percent shear that is reported of a specimen. */
export async function reportValue({ studyId, specimenId }: { studyId: string; specimenId: string }) {
  const path = { id: specimenId };
  const read = await api.GET('/api/v1/specimens/{id}', { params: { path } });
  return unwrap(
    await api.PATCH('/api/v1/specimens/{id}', {
      params: { path, header: { 'if-match': read.response.headers.get('etag') ?? '*' } },
      body: { shear: { method: 'adjudicated', study_id: studyId }, reason: text.valueOfAStudy },
    }),
  );
}
