import { NotFound, Unprocessable } from '../../errors.ts';
import type { RegionsRecord } from '../../ports/datasets.ts';
import { assertPicturesThere } from '../../retention/pictures-removed.ts';
import { encodeRegions } from '../../stewardship/coco-regions.ts';
import type { Dependencies } from '../dependencies.ts';
import { findImage } from '../image-use-cases.ts';

type Painters = Pick<Dependencies, 'store' | 'objects' | 'codec' | 'clock' | 'ids'>;

/** Stores what somebody painted on a picture; the newest painting counts, older ones stay.
 * @throws NotFound `image-not-found | pictures-removed`; Unprocessable `regions-unfit`, or as {@link ImageCodec.inspect}
 */
export async function paintRegions(
  dependencies: Painters,
  {
    imageId,
    bytes,
    username,
  }: { readonly imageId: string; readonly bytes: Uint8Array; readonly username: string },
): Promise<{ regions: RegionsRecord; created: boolean }> {
  const { store, objects, codec, clock, ids } = dependencies;
  const image = await findImage(dependencies, imageId);
  assertPicturesThere(image);
  const { mediaType } = await codec.inspect(bytes);
  if (mediaType !== 'image/png') throw unfit('A painting is a PNG, which keeps its colours exactly.');
  const painting = await codec.decode(bytes);
  if (painting.width !== image.widthPx || painting.height !== image.heightPx) {
    throw unfit(
      `The painting has ${painting.width} x ${painting.height} pixels, the upright picture ${image.widthPx} x ${image.heightPx}.`,
    );
  }
  if ((await encodeRegions(painting)).length === 0) {
    throw unfit('Nothing is painted: no pixel is pure red, green or blue.');
  }
  const { sha256, sizeBytes } = await objects.put(bytes);
  return store.transaction(async (rows) => {
    const current = await rows.regions.current(imageId);
    if (current?.sha256 === sha256) return { regions: current, created: false };
    const regions: RegionsRecord = {
      ...{ id: ids.next(), imageId, sha256, sizeBytes },
      paintedBy: username,
      paintedAt: clock.now(),
    };
    await rows.regions.insert(regions);
    await rows.audit.append({
      action: 'regions.painted',
      actor: username,
      subject: { kind: 'image', id: imageId },
      details: { regions_id: regions.id, sha256 },
    });
    return { regions, created: true };
  });
}

const unfit = (detail: string) => new Unprocessable('regions-unfit', detail);

/** The newest painting of a picture. @throws NotFound `image-not-found | regions-not-found` */
export async function findRegions(dependencies: Painters, imageId: string): Promise<RegionsRecord> {
  await findImage(dependencies, imageId);
  const regions = await dependencies.store.rows.regions.current(imageId);
  if (regions !== null) return regions;
  throw new NotFound('regions-not-found', 'Nobody has painted regions on this picture.');
}
