import type { Dataset, DatasetEntry, PaintedRegions } from '@mlmcsc/contracts';
import type { DatasetFilter, DatasetItem, DatasetVersion, RegionsRecord } from '@mlmcsc/core';

/** A dataset version as the API shows it. */
export const presentDataset = (version: DatasetVersion): Dataset => ({
  digest: version.digest,
  kind: version.kind,
  source: version.source,
  format: version.format,
  parent_digest: version.parentDigest,
  items: version.items,
  held_out: version.heldOut,
  manifest_bytes: version.sizeBytes,
  summary:
    version.summary === null
      ? null
      : {
          ...version.summary.bands,
          technicians: Object.keys(version.summary.technicians).length,
          accepted: version.summary.accepted,
          painted: version.summary.painted,
          picture_bytes: version.summary.pictureBytes,
        },
  description: version.description,
  filter: version.filter === null ? null : presentFilter(version.filter as unknown as StoredFilter),
  created_by: version.createdBy,
  created_at: version.createdAt.toISOString(),
});

type StoredFilter = Omit<DatasetFilter, 'from' | 'to'> & { readonly from?: string; readonly to?: string };

function presentFilter(filter: StoredFilter): Dataset['filter'] {
  const { shearMin, shearMax, widthMm, heldOut, ...same } = filter;
  const renamed = { ...same, shear_min: shearMin, shear_max: shearMax, width_mm: widthMm, held_out: heldOut };
  return Object.fromEntries(Object.entries(renamed).filter(([, value]) => value !== undefined));
}

/** One labelled picture of a version. */
export const presentDatasetEntry = (item: DatasetItem): DatasetEntry => ({
  sha256: item.sha256,
  media_type: item.mediaType,
  size_bytes: item.sizeBytes,
  width_px: item.widthPx,
  height_px: item.heightPx,
  file_name: item.fileName,
  specimen: item.specimen,
  heat: item.heat,
  width_mm: item.widthMm,
  px_per_mm: item.pxPerMm,
  label_id: item.labelId,
  shear_percent: item.shearPercent,
  decision: item.decision,
  technician: item.technician,
  labelled_at: item.labelledAt?.toISOString() ?? null,
  split_group: item.splitGroup,
  held_out: item.heldOut,
  regions:
    item.regions === null
      ? null
      : {
          sha256: item.regions.sha256,
          size_bytes: item.regions.sizeBytes,
          painted_by: item.regions.paintedBy,
          painted_at: item.regions.paintedAt.toISOString(),
        },
});

/** What was painted on a picture. */
export const presentRegions = (regions: RegionsRecord): PaintedRegions => ({
  id: regions.id,
  image_id: regions.imageId,
  sha256: regions.sha256,
  size_bytes: regions.sizeBytes,
  painted_by: regions.paintedBy,
  painted_at: regions.paintedAt.toISOString(),
});
