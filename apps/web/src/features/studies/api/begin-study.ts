import { unwrap } from '@mlmcsc/client';
import type { Study } from '@mlmcsc/contracts';
import { api } from '../../../shared/api/api.ts';

export interface StudyWish {
  readonly name: string;
  /** Of specimens that were entered. */
  readonly identifiers: readonly string[];
  readonly readers: readonly string[];
  readonly repeats: number;
  readonly threshold: number;
  readonly includesModel: boolean;
}

/** @throws Error naming identifiers that no specimen has; ProblemError */
export async function beginStudy(wish: StudyWish): Promise<Study> {
  const found = await Promise.all(
    wish.identifiers.map(async (identifier) => ({
      identifier,
      id: unwrap(await api.GET('/api/v1/specimens', { params: { query: { identifier } } })).items[0]?.id,
    })),
  );
  const unknown = found.filter(({ id }) => id === undefined).map(({ identifier }) => identifier);
  if (unknown.length > 0) throw new Error(`There is no specimen ${unknown.join(', ')}.`);
  return unwrap(
    await api.POST('/api/v1/studies', {
      body: {
        name: wish.name,
        specimen_ids: found.flatMap(({ id }) => (id === undefined ? [] : [id])),
        readers: [...wish.readers],
        repeats: wish.repeats,
        disagreement_threshold: wish.threshold,
        includes_model: wish.includesModel,
      },
    }),
  );
}

export async function closeStudy(request: { readonly id: string; readonly reason: string }): Promise<Study> {
  const { id, reason } = request;
  return unwrap(await api.POST('/api/v1/studies/{id}/close', { params: { path: { id } }, body: { reason } }));
}
