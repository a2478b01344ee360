import type { DatasetItem, DatasetVersion, JudgedFace } from '../ports/datasets.ts';
import { type EncodedRegion, encodeOutline, paintedCategories } from './coco-regions.ts';
import { picturePathOf } from './dataset-table.ts';

/** Where the parts of a COCO document come from. */
export interface CocoSource {
  readonly version: DatasetVersion;
  /** All items, again at each call. */
  readonly items: () => AsyncIterable<DatasetItem>;
  /** The faces of some items, by label; those that are not known here are missing. */
  readonly facesOf: (items: readonly DatasetItem[]) => Promise<ReadonlyMap<string, JudgedFace>>;
  readonly regionsOf: (item: DatasetItem) => Promise<readonly EncodedRegion[]>;
}

const categories = [...paintedCategories.map(({ name }) => name), 'fracture-face'] as const;
const categoryIdOf = (name: (typeof categories)[number]) => categories.indexOf(name) + 1;

/** A version in the COCO object-detection format, piece by piece: what was painted as run lengths, the outline of the face
 * as a polygon. What COCO has no field for (percent shear, split, technician) is in `mlmcsc` of each image.
 * @source https://cocodataset.org/#format-data
 */
export async function* formatCoco(source: CocoSource): AsyncGenerator<string> {
  const { version } = source;
  yield `{"info":${JSON.stringify({
    description: version.description ?? 'Charpy fracture faces with percent shear',
    version: version.digest,
    year: version.createdAt.getUTCFullYear(),
    contributor: '',
    url: '',
    date_created: version.createdAt.toISOString(),
  })},"licenses":[],"categories":${JSON.stringify(
    categories.map((name) => ({ id: categoryIdOf(name), name, supercategory: 'fracture' })),
  )},"images":[`;
  let imageId = 0;
  for await (const { item, face } of withFaces(source)) {
    imageId += 1;
    yield `${imageId === 1 ? '' : ',\n'}${JSON.stringify(imageOf(item, face, imageId))}`;
  }
  yield '],"annotations":[';
  imageId = 0;
  let annotationId = 0;
  for await (const { item, face } of withFaces(source)) {
    imageId += 1;
    for (const annotation of await annotationsOf(source, item, face)) {
      annotationId += 1;
      const whole = { id: annotationId, image_id: imageId, iscrowd: 0, ...annotation };
      yield `${annotationId === 1 ? '' : ',\n'}${JSON.stringify(whole)}`;
    }
  }
  yield ']}\n';
}

const itemsPerLookup = 500;

async function* withFaces({ items, facesOf }: CocoSource) {
  let part: DatasetItem[] = [];
  async function* flush() {
    const faces = await facesOf(part);
    for (const item of part) yield { item, face: faces.get(item.labelId) ?? null };
    part = [];
  }
  for await (const item of items()) {
    part.push(item);
    if (part.length === itemsPerLookup) yield* flush();
  }
  yield* flush();
}

const sizeOf = (item: DatasetItem, face: JudgedFace | null) => ({
  width: item.widthPx ?? face?.widthPx ?? 0,
  height: item.heightPx ?? face?.heightPx ?? 0,
});

const imageOf = (item: DatasetItem, face: JudgedFace | null, id: number) => ({
  id,
  ...sizeOf(item, face),
  file_name: picturePathOf(item),
  ...(item.labelledAt === null ? {} : { date_captured: item.labelledAt.toISOString() }),
  mlmcsc: {
    sha256: item.sha256,
    label_id: item.labelId,
    shear_percent: item.shearPercent,
    decision: item.decision,
    technician: item.technician,
    specimen: item.specimen,
    heat: item.heat,
    width_mm: item.widthMm,
    px_per_mm: item.pxPerMm,
    split_group: item.splitGroup,
    held_out: item.heldOut,
  },
});

async function annotationsOf({ regionsOf }: CocoSource, item: DatasetItem, face: JudgedFace | null) {
  const { width, height } = sizeOf(item, face);
  const regions = (await regionsOf(item)).map(({ category, counts, area, bbox }) => ({
    category_id: categoryIdOf(category),
    segmentation: { size: [height, width], counts },
    area,
    bbox,
  }));
  const outline = face?.outline == null ? null : encodeOutline(face.outline, { width, height });
  if (outline === null) return regions;
  return [
    ...regions,
    {
      category_id: categoryIdOf('fracture-face'),
      segmentation: [outline.polygon],
      area: outline.area,
      bbox: outline.bbox,
      mlmcsc: { shear_percent: item.shearPercent },
    },
  ];
}
