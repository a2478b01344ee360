import type { Image } from '@mlmcsc/contracts';
import type { ImageRecord } from '@mlmcsc/core';
import { presentRemoval } from './present-removal.ts';

/** A stored picture as the API shows it. */
export const presentImage = (image: ImageRecord): Image => ({
  id: image.id,
  sha256: image.sha256,
  file_name: image.fileName,
  media_type: image.mediaType,
  size_bytes: image.sizeBytes,
  width_px: image.widthPx,
  height_px: image.heightPx,
  specimen: image.specimen,
  heat: image.heat,
  half: image.half ?? null,
  width_mm: image.widthMm,
  px_per_mm: image.pxPerMm,
  uploaded_by: image.uploadedBy,
  uploaded_at: image.uploadedAt.toISOString(),
  pictures_removed: presentRemoval(image.picturesRemovedAt, image.picturesRemovedBy),
});
