import { unwrap } from '@mlmcsc/client';
import type { JobItem } from '@mlmcsc/contracts';
import { api } from '../api/api.ts';

/** All pictures of a batch job, page by page. */
export async function listJobItems(jobId: string, signal?: AbortSignal): Promise<JobItem[]> {
  const items: JobItem[] = [];
  let cursor: string | undefined;
  do {
    const page = unwrap(
      await api.GET('/api/v1/jobs/{id}/items', {
        params: { path: { id: jobId }, query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } },
        signal: signal ?? null,
      }),
    );
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
