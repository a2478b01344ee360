import { join } from 'node:path';
import { stageKey } from '@mlmcsc/default-model';

/** What decides how a picture is seen; with other code the views are others. */
const SEEING_CODE = [
  'packages/specimens/src',
  'packages/vision/src',
  'packages/kernels/src',
  'packages/core/src/measure',
  'tools/default-model/src/measure',
  'tools/evaluate/src/baselines',
  'tools/evaluate/src/viewing',
];

/** Where pictures lie, and what a model saw on them. @param digest - of the model */
export const viewFolders = (cache: string, digest: string) => ({
  pictureFolder: join(cache, `pictures-${stageKey(['packages/specimens/src'], {})}`),
  viewFolder: join(cache, `views-${stageKey(SEEING_CODE, { digest })}`),
});
