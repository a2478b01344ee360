import type { AnalysisRecord, ImageRecord } from '../domain/records.ts';
import { NotFound } from '../errors.ts';

const day = (at: Date) => at.toISOString().slice(0, 10);

/** @throws NotFound `pictures-removed` */
export function assertPicturesThere({
  picturesRemovedAt,
  picturesRemovedBy,
}: Pick<ImageRecord, 'picturesRemovedAt' | 'picturesRemovedBy'>): void {
  if (picturesRemovedAt == null) return;
  throw new NotFound(
    'pictures-removed',
    `The picture was removed on ${day(picturesRemovedAt)} by the policy ${picturesRemovedBy}. Its numbers and labels stay; upload the same file again to bring it back.`,
  );
}

/** @throws NotFound `pictures-removed` */
export function assertMapsThere({
  mapsRemovedAt,
  mapsRemovedBy,
}: Pick<AnalysisRecord, 'mapsRemovedAt' | 'mapsRemovedBy'>): void {
  if (mapsRemovedAt == null) return;
  throw new NotFound(
    'pictures-removed',
    `Map and overlay were removed on ${day(mapsRemovedAt)} by the policy ${mapsRemovedBy}. The numbers of the analysis stay; where the picture is there, measuring it again draws them again.`,
  );
}
