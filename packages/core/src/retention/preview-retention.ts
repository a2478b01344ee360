import type { RetentionKind } from '../ports/retention.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';
import { forEachBounded } from '../use-cases/for-each-bounded.ts';
import { listDatasetPictures } from './list-dataset-pictures.ts';
import { ruleAt } from './retention-rules.ts';
import type { RetentionPreview } from './retention-types.ts';

/** Sizes are asked of so many objects of a kind, in order of their digests and so at random; more are extrapolated. */
const mostMeasured = 5_000;
const asksAtOnce = 16;

/** What a run would remove now, by the query that the run uses. */
export async function previewRetention(
  { store, objects, clock }: Pick<Dependencies, 'store' | 'objects' | 'clock'>,
  instead: Partial<Record<RetentionKind, number | null>>,
): Promise<RetentionPreview> {
  await listDatasetPictures({ store, objects });
  const at = clock.now();
  const policies = (await store.rows.retention.policies()).map(({ kind, keepDays }) => {
    const tried = instead[kind];
    return { kind, keepDays: tried === undefined ? keepDays : tried };
  });
  const rules = policies.map((policy) => ruleAt(policy, at));
  const figures = await store.rows.retention.figures(rules);
  const measured = new Map<RetentionKind, { objects: number; bytes: number }>();
  await forEachBounded(
    await store.rows.retention.goingObjects(rules, mostMeasured),
    asksAtOnce,
    new AbortController().signal,
    async ({ kind, key }) => {
      const found = await objects.head(key);
      const sum = measured.get(kind) ?? { objects: 0, bytes: 0 };
      measured.set(kind, { objects: sum.objects + 1, bytes: sum.bytes + (found?.sizeBytes ?? 0) });
    },
  );
  return {
    at,
    policies: figures.map((one, index) => {
      const sum = measured.get(one.kind) ?? { objects: 0, bytes: 0 };
      const isEstimate = one.objects > sum.objects;
      return {
        ...one,
        keepDays: policies[index]!.keepDays,
        bytes: isEstimate ? Math.round((sum.bytes / sum.objects) * one.objects) : sum.bytes,
        isEstimate,
      };
    }),
  };
}
