import type { Dependencies } from '../dependencies.ts';
import { enqueueRetraining } from '../job-use-cases.ts';

/** Starts the retraining that so many new labels ask for. */
export async function retrainWhenDue(dependencies: Dependencies): Promise<void> {
  const { rows } = dependencies.store;
  const { retrainAfterLabels } = await rows.settings.modelPolicy();
  if (retrainAfterLabels === null) return;
  const [newest] = (await rows.jobs.list({ kind: 'model.retrain.v1' }, { limit: 1 })).items;
  const fresh = await rows.labels.countSince(newest?.createdAt ?? new Date(0));
  if (fresh < retrainAfterLabels) return;
  await dependencies.store.transaction((tx) => enqueueRetraining(dependencies, tx, 'system'));
}
