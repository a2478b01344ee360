import type { AnalysisRecord, ImageRecord, ModelRecord } from '../domain/records.ts';
import { objectKeyOfBytes } from '../stewardship/object-key-of-bytes.ts';
import type { Dependencies } from './dependencies.ts';
import { readModelBytes, readOriginal } from './read-for-measuring.ts';

/** Draws map and overlay of an analysis again that a retention policy had removed: somebody asks for them, and the picture is
 * there. They come back only as what they were, byte by byte; else the analysis is left as it is.
 */
export async function redrawMaps(
  dependencies: Pick<Dependencies, 'store' | 'objects' | 'measurer' | 'cache'>,
  {
    analysis,
    image,
    model,
    signal,
  }: {
    readonly analysis: AnalysisRecord;
    readonly image: ImageRecord;
    readonly model: ModelRecord;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<AnalysisRecord> {
  const { store, objects, measurer } = dependencies;
  measurer.requireRoom();
  const [imageBytes, modelBytes] = await Promise.all([
    readOriginal(dependencies, image),
    readModelBytes(dependencies, model.digest),
  ]);
  const { mapPng, overlayPng } = await measurer.measure(
    { imageBytes, modelBytes, modelDigest: model.digest, widthMm: image.widthMm, pxPerMm: image.pxPerMm },
    signal,
  );
  const drawn = [mapPng, overlayPng].map((bytes) => (bytes === null ? null : objectKeyOfBytes(bytes)));
  if (drawn[0] !== analysis.mapKey || drawn[1] !== analysis.overlayKey) return analysis;
  for (const bytes of [mapPng, overlayPng]) if (bytes !== null) await objects.put(bytes);
  await store.rows.analyses.bringMapsBack(analysis.id);
  return { ...analysis, mapsRemovedAt: null, mapsRemovedBy: null };
}
