import { unwrap } from '@mlmcsc/client';
import type { Health, Operations } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

export const operationKeys = { all: ['operations'] as const };

/** Between two looks while the page is open; jobs come with their events. */
const POLL_MS = 10_000;

/** How the installation stands. */
export const operationsQuery = queryOptions({
  queryKey: [...operationKeys.all, 'now'] as const,
  queryFn: async ({ signal }): Promise<Operations> => unwrap(await api.GET('/api/v1/operations', { signal })),
  refetchInterval: POLL_MS,
  // The next look comes anyway; what one shows must not wait for attempts.
  retry: false,
});

/** What the server says of itself to everybody, also while the database is away. */
export const readinessQuery = queryOptions({
  queryKey: [...operationKeys.all, 'readiness'] as const,
  // Not ready is an answer, too.
  queryFn: async ({ signal }): Promise<Health> => (await fetch('/readyz', { signal })).json(),
  refetchInterval: POLL_MS,
  retry: false,
});
