import { readItems } from '../use-cases/datasets/read-dataset.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';

/** Lists the pictures of dataset versions that an earlier release has frozen or imported: they stay. */
export async function listDatasetPictures({
  store,
  objects,
}: Pick<Dependencies, 'store' | 'objects'>): Promise<void> {
  for (const digest of await store.rows.retention.unlistedDatasets()) {
    const named: string[] = [];
    const lineage = await store.rows.datasets.lineage(digest);
    for await (const { sha256 } of readItems({ objects }, lineage)) named.push(sha256);
    await store.transaction((rows) => rows.retention.listDatasetPictures(digest, named));
  }
}
