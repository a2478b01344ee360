import { unwrap } from '@mlmcsc/client';
import type {
  HeldImage,
  Job,
  Page,
  RetentionKind,
  RetentionPolicy,
  RetentionPolicyList,
  RetentionPreview,
} from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

export const retentionKeys = {
  all: ['retention'] as const,
  previews: () => [...retentionKeys.all, 'preview'] as const,
  holds: () => [...retentionKeys.all, 'holds'] as const,
};

/** How long what is kept. */
export const retentionPoliciesQuery = queryOptions({
  queryKey: [...retentionKeys.all, 'policies'] as const,
  queryFn: async ({ signal }): Promise<RetentionPolicyList> =>
    unwrap(await api.GET('/api/v1/retention-policies', { signal })),
});

/** Days to try in place of those of the policies. */
export type TriedDays = Partial<Record<RetentionKind, number>>;

/** What a run would remove now. */
export const retentionPreviewQuery = (tried: TriedDays) =>
  queryOptions({
    queryKey: [...retentionKeys.previews(), tried] as const,
    queryFn: async ({ signal }): Promise<RetentionPreview> =>
      unwrap(await api.GET('/api/v1/retention-preview', { params: { query: tried }, signal })),
  });

/** Pictures on legal hold, page by page. */
export const holdsQuery = infiniteQueryOptions({
  queryKey: retentionKeys.holds(),
  queryFn: async ({ pageParam, signal }): Promise<Page<HeldImage>> =>
    unwrap(
      await api.GET('/api/v1/holds', {
        params: { query: { limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

/** Changes a policy, but only as it was shown. @throws ProblemError `precondition-failed` */
export async function changePolicy(request: {
  readonly shown: RetentionPolicy;
  readonly keepDays: number | null;
}): Promise<RetentionPolicy> {
  const { shown, keepDays } = request;
  const path = { kind: shown.kind };
  const read = await api.GET('/api/v1/retention-policies/{kind}', { params: { path } });
  const tag = tagOfShown(read, shown, ['revision']);
  return unwrap(
    await api.PUT('/api/v1/retention-policies/{kind}', {
      params: { path, header: { 'if-match': tag } },
      body: { keep_days: keepDays },
    }),
  );
}

/** Queues a run. */
export const startRun = async (): Promise<Job> => unwrap(await api.POST('/api/v1/retention-runs', {}));

export async function holdImage(request: { readonly imageId: string; readonly reason: string }) {
  return unwrap(
    await api.PUT('/api/v1/images/{id}/hold', {
      params: { path: { id: request.imageId } },
      body: { reason: request.reason },
    }),
  );
}

export async function releaseImage(request: { readonly imageId: string; readonly reason: string }) {
  await api.DELETE('/api/v1/images/{id}/hold', {
    params: { path: { id: request.imageId }, query: { reason: request.reason } },
  });
}
