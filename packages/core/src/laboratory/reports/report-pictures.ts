import type { ReportDocument, ReportedAnalysis, ReportedPicture, ReportedSpecimen } from '@mlmcsc/contracts';
import { DomainError } from '../../errors.ts';
import type { ImageCodec } from '../../ports/image-codec.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { PictureToPrint } from '../../ports/report-printer.ts';
import type { Store } from '../../ports/store.ts';
import { assertPicturesThere } from '../../retention/pictures-removed.ts';

interface Dependencies {
  readonly store: Pick<Store, 'rows'>;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly codec: Pick<ImageCodec, 'encodePrint'>;
}

/** Around the face, in shares of its larger side. */
const rim = 0.12;

/** Longest side of a picture on paper: many pictures are printed smaller, so that the file can still be sent. */
const sidePxOf = (pictures: number) => (pictures <= 40 ? 800 : pictures <= 200 ? 560 : 320);

/** The analysis whose overlay stands on the paper: the one the reported value came from, else one with a label, else the newest. */
export function shownAnalysis(
  { analyses }: ReportedPicture,
  { shear }: Pick<ReportedSpecimen, 'shear'>,
): ReportedAnalysis | null {
  const counted = shear?.label_ids ?? [];
  return (
    analyses.find(({ label }) => label !== null && counted.includes(label.id)) ??
    analyses.find(({ label }) => label !== null) ??
    analyses[0] ??
    null
  );
}

/** The pictures of a report, one after the other so that memory holds one large picture at a time. */
export async function picturesToPrint(
  dependencies: Dependencies,
  { specimens }: ReportDocument,
): Promise<readonly PictureToPrint[]> {
  const wanted = specimens.flatMap((specimen) => specimen.pictures.map((picture) => ({ specimen, picture })));
  const sidePx = sidePxOf(wanted.length);
  const ready: PictureToPrint[] = [];
  for (const { specimen, picture } of wanted) {
    ready.push(await pictureToPrint(dependencies, picture, shownAnalysis(picture, specimen), sidePx));
  }
  return ready;
}

async function pictureToPrint(
  { store, objects, codec }: Dependencies,
  { image_id: imageId }: ReportedPicture,
  shown: ReportedAnalysis | null,
  sidePx: number,
): Promise<PictureToPrint> {
  const nothing = { imageId, photo: null, withOverlay: null };
  const image = await store.rows.images.find(imageId);
  if (image === null) return { ...nothing, absence: 'The picture is not in this installation.' };
  try {
    assertPicturesThere(image);
    const bytes = await objects.get(image.displayKey);
    const analysis = shown === null ? null : await store.rows.analyses.find(shown.id);
    const part = partAround(analysis?.bbox ?? null, image);
    const key = analysis?.overlayKey ?? null;
    const overlay = key === null || analysis?.mapsRemovedAt != null ? null : await objects.get(key);
    return {
      ...{ imageId, absence: null },
      photo: await codec.encodePrint(bytes, null, part, sidePx),
      withOverlay: overlay === null ? null : await codec.encodePrint(bytes, overlay, part, sidePx),
    };
  } catch (error) {
    // A report can be printed without a picture that was removed or lost, not while the store is away.
    if (error instanceof DomainError && absences.has(error.code))
      return { ...nothing, absence: error.detail };
    throw error;
  }
}

const absences: ReadonlySet<string> = new Set(['pictures-removed', 'object-not-found', 'object-damaged']);

/** The face with some of its surroundings, in shares of the picture. */
function partAround(
  bbox: readonly [number, number, number, number] | null,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
) {
  if (bbox === null) return { x: 0, y: 0, width: 1, height: 1 };
  const [x, y, width, height] = bbox;
  const margin = rim * Math.max(width, height);
  const left = Math.max(0, x - margin);
  const top = Math.max(0, y - margin);
  const right = Math.min(widthPx, x + width + margin);
  const bottom = Math.min(heightPx, y + height + margin);
  return {
    ...{ x: left / widthPx, y: top / heightPx },
    ...{ width: (right - left) / widthPx, height: (bottom - top) / heightPx },
  };
}
