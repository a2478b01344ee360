import type { Endpoint } from '../../api-instance.ts';
import { holdImage } from './hold-image.ts';
import { getHold, listHolds } from './holds.ts';
import { previewRetention } from './preview-retention.ts';
import { releaseImage } from './release-image.ts';
import { changeRetentionPolicy, getRetentionPolicy, listRetentionPolicies } from './retention-policies.ts';
import { startRetentionRun } from './start-retention-run.ts';

export const retentionRoutes: readonly Endpoint[] = [
  listRetentionPolicies,
  getRetentionPolicy,
  changeRetentionPolicy,
  previewRetention,
  startRetentionRun,
  listHolds,
  getHold,
  holdImage,
  releaseImage,
];
