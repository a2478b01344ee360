import { unwrap } from '@mlmcsc/client';
import type {
  DriftChart,
  DriftFinding,
  DriftReference,
  DriftSignalName,
  DriftStatus,
} from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

export const driftKeys = {
  all: ['drift'] as const,
  chart: (signal: DriftSignalName) => [...driftKeys.all, 'chart', signal] as const,
};

/** How every signal stands, and what is open. */
export const driftQuery = queryOptions({
  queryKey: [...driftKeys.all, 'status'] as const,
  queryFn: async ({ signal }): Promise<DriftStatus> => unwrap(await api.GET('/api/v1/drift', { signal })),
});

/** The control chart of one signal. */
export const driftChartQuery = (name: DriftSignalName) =>
  queryOptions({
    queryKey: driftKeys.chart(name),
    queryFn: async ({ signal }): Promise<DriftChart> =>
      unwrap(await api.GET('/api/v1/drift/signals/{signal}', { params: { path: { signal: name } }, signal })),
  });

/** The newest findings that are over. */
export const pastFindingsQuery = queryOptions({
  queryKey: [...driftKeys.all, 'past'] as const,
  queryFn: async ({ signal }): Promise<readonly DriftFinding[]> =>
    unwrap(
      await api.GET('/api/v1/drift/findings', { params: { query: { state: 'over', limit: 20 } }, signal }),
    ).items,
});

export async function acknowledgeFinding(request: { readonly id: string; readonly reason: string }) {
  return unwrap(
    await api.POST('/api/v1/drift/findings/{id}/acknowledge', {
      params: { path: { id: request.id } },
      body: { reason: request.reason },
    }),
  );
}

/** From now on. @param request - `key`: a repetition with the same one sets nothing more */
export async function setReference(request: {
  readonly reason: string;
  readonly key: string;
}): Promise<DriftReference> {
  return unwrap(
    await api.POST('/api/v1/drift/references', {
      params: { header: { 'idempotency-key': request.key } },
      body: { reason: request.reason },
    }),
  );
}
