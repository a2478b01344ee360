import type { HeldImage, RetentionPolicy, RetentionPreview } from '@mlmcsc/contracts';

const policy: RetentionPolicy = {
  kind: 'unlabelled-pictures',
  keep_days: 365,
  revision: 2,
  changed_by: 'ada',
  changed_at: '2026-11-23T08:15:00.000Z',
};
const { file_name, specimen, ...hold }: HeldImage = {
  image_id: '0192f0a0-4c1e-7a3b-9d52-000000000002',
  reason: 'Claim 2026-118 of the pipe mill',
  placed_by: 'rita',
  placed_at: '2026-11-23T08:15:00.000Z',
  file_name: 'specimen 7.jpg',
  specimen: 'S-7',
};
const preview: RetentionPreview = {
  at: '2026-11-23T08:15:00.000Z',
  policies: [
    {
      kind: 'unlabelled-pictures',
      keep_days: 365,
      rows: 412,
      objects: 2_058,
      bytes: 1_734_889_021,
      is_estimate: false,
      oldest: '2024-02-01T07:12:44.120Z',
      newest: '2025-11-22T16:02:09.511Z',
      shared_objects: 2,
      spared: {
        legal_hold: 3,
        in_dataset: 0,
        gold_set: 0,
        signed_report: 30,
        laboratory_series: 66,
        study: 12,
      },
    },
  ],
};

/** Examples of what is asked and answered about retention. */
export const RETENTION_EXAMPLES = {
  RetentionPolicy: policy,
  RetentionPolicyList: { items: [policy] },
  ChangeRetentionPolicyRequest: { keep_days: 365 },
  RetentionPreview: preview,
  HoldImageRequest: { reason: hold.reason },
  ImageHold: hold,
  HeldImage: { ...hold, file_name, specimen },
};
