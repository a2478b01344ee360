import type { HeldImage, ImageHold, RetentionPolicy, RetentionPreview } from '@mlmcsc/contracts';
import type {
  HeldImage as HeldImageRecord,
  ImageHold as ImageHoldRecord,
  RetentionPolicy as PolicyRecord,
  RetentionPreview as Preview,
} from '@mlmcsc/core';

/** A policy as the API shows it. */
export const presentRetentionPolicy = (policy: PolicyRecord): RetentionPolicy => ({
  kind: policy.kind,
  keep_days: policy.keepDays,
  revision: policy.revision,
  changed_by: policy.changedBy,
  changed_at: policy.changedAt?.toISOString() ?? null,
});

export const presentRetentionPreview = ({ at, policies }: Preview): RetentionPreview => ({
  at: at.toISOString(),
  policies: policies.map((one) => ({
    kind: one.kind,
    keep_days: one.keepDays,
    rows: one.rows,
    objects: one.objects,
    bytes: one.bytes,
    is_estimate: one.isEstimate,
    oldest: one.oldest?.toISOString() ?? null,
    newest: one.newest?.toISOString() ?? null,
    shared_objects: one.sharedObjects,
    spared: {
      legal_hold: one.spared['legal-hold'],
      in_dataset: one.spared['in-dataset'],
      gold_set: one.spared['gold-set'],
      signed_report: one.spared['signed-report'],
      laboratory_series: one.spared['laboratory-series'],
      study: one.spared.study,
    },
  })),
});

export const presentHold = (hold: ImageHoldRecord): ImageHold => ({
  image_id: hold.imageId,
  reason: hold.reason,
  placed_by: hold.placedBy,
  placed_at: hold.placedAt.toISOString(),
});

export const presentHeldImage = (held: HeldImageRecord): HeldImage => ({
  ...presentHold(held),
  file_name: held.fileName,
  specimen: held.specimen,
});
