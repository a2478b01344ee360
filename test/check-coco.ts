/** What a strict reader of the COCO object-detection format finds. Written from the published description
 * (https://cocodataset.org/#format-data, "Object Detection" and the uncompressed RLE of its mask API), not from our writer.
 */
export interface CocoReading {
  readonly images: readonly CocoImage[];
  /** Category by name. */
  readonly categories: ReadonlyMap<string, number>;
  readonly annotations: readonly CocoAnnotation[];
  /** Pixels of an annotation in run lengths: row-major, 1 = inside. */
  maskOf(annotation: CocoAnnotation): Uint8Array;
}
export interface CocoImage {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly file_name: string;
  readonly [extension: string]: unknown;
}
export interface CocoAnnotation {
  readonly id: number;
  readonly image_id: number;
  readonly category_id: number;
  readonly segmentation:
    | readonly (readonly number[])[]
    | { readonly size: number[]; readonly counts: number[] };
  readonly area: number;
  readonly bbox: readonly [number, number, number, number];
  readonly iscrowd: 0 | 1;
  readonly [extension: string]: unknown;
}

const tolerance = 1e-6;

/** @throws Error naming the first rule that is broken */
export function readCoco(text: string): CocoReading {
  const document = JSON.parse(text) as Record<string, unknown>;
  const need = (holds: boolean, rule: string) => {
    if (!holds) throw new Error(`not COCO: ${rule}`);
  };
  for (const part of ['images', 'annotations', 'categories', 'licenses']) {
    need(Array.isArray(document[part]), `${part} must be a list`);
  }
  const info = document.info as Record<string, unknown>;
  need(Number.isInteger(info.year), 'info.year must be a whole number');
  for (const field of ['version', 'description', 'contributor', 'url', 'date_created']) {
    need(typeof info[field] === 'string', `info.${field} must be a text`);
  }
  const ids = (list: readonly { id: number }[], name: string) => {
    need(
      list.every(({ id }) => Number.isInteger(id) && id > 0),
      `${name}: ids are whole numbers above 0`,
    );
    const set = new Set(list.map(({ id }) => id));
    need(set.size === list.length, `${name}: ids are unique`);
    return set;
  };
  const categories = document.categories as { id: number; name: string; supercategory: string }[];
  const categoryIds = ids(categories, 'categories');
  for (const { name, supercategory } of categories) {
    need(typeof name === 'string' && typeof supercategory === 'string', 'categories have names');
  }
  const images = document.images as CocoImage[];
  ids(images, 'images');
  const byId = new Map(images.map((image) => [image.id, image]));
  for (const { width, height, file_name, date_captured } of images) {
    need(Number.isInteger(width) && width > 0, 'images.width must be a whole number above 0');
    need(Number.isInteger(height) && height > 0, 'images.height must be a whole number above 0');
    need(typeof file_name === 'string' && file_name !== '', 'images.file_name must be there');
    need(date_captured === undefined || !Number.isNaN(Date.parse(String(date_captured))), 'date_captured');
  }
  const annotations = document.annotations as CocoAnnotation[];
  ids(annotations, 'annotations');
  for (const annotation of annotations) {
    const { id, image_id, category_id, area, bbox, iscrowd, segmentation } = annotation;
    const image = byId.get(image_id);
    if (image === undefined) throw new Error(`not COCO: annotation ${id} names no image`);
    need(categoryIds.has(category_id), `annotation ${id} names a category`);
    need(iscrowd === 0 || iscrowd === 1, `annotation ${id}: iscrowd is 0 or 1`);
    need(area > 0, `annotation ${id} has an area`);
    need(bbox.length === 4 && bbox.every(Number.isFinite), `annotation ${id}: bbox is x, y, width, height`);
    const [x, y, width, height] = bbox;
    const isInside =
      x >= 0 && y >= 0 && x + width <= image.width + tolerance && y + height <= image.height + tolerance;
    need(isInside && width >= 0 && height >= 0, `annotation ${id}: bbox lies in the image`);
    if ('counts' in segmentation) checkRuns(annotation, image, need);
    else checkPolygons(annotation, segmentation, need);
  }
  return {
    images,
    annotations,
    categories: new Map(categories.map(({ id, name }) => [name, id])),
    maskOf: (annotation) => maskOf(annotation, byId.get(annotation.image_id)!),
  };
}

type Need = (holds: boolean, rule: string) => void;

function checkPolygons(
  annotation: CocoAnnotation,
  polygons: readonly (readonly number[])[],
  need: Need,
): void {
  const { id, bbox, area } = annotation;
  need(polygons.length > 0, `annotation ${id} has a polygon`);
  let [left, top, right, bottom, total] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (const polygon of polygons) {
    need(
      polygon.length >= 6 && polygon.length % 2 === 0,
      `annotation ${id}: a polygon is x, y pairs of 3 corners or more`,
    );
    let twice = 0;
    for (let at = 0; at < polygon.length; at += 2) {
      const [px, py] = [polygon[at]!, polygon[at + 1]!];
      const [qx, qy] = [polygon[(at + 2) % polygon.length]!, polygon[(at + 3) % polygon.length]!];
      twice += px * qy - qx * py;
      left = Math.min(left, px);
      right = Math.max(right, px);
      top = Math.min(top, py);
      bottom = Math.max(bottom, py);
    }
    total += Math.abs(twice) / 2;
  }
  const box = [left, top, right - left, bottom - top];
  need(
    box.every((value, at) => Math.abs(value - bbox[at]!) <= tolerance),
    `annotation ${id}: bbox encloses the polygon`,
  );
  need(Math.abs(total - area) <= tolerance * Math.max(1, area), `annotation ${id}: area is the polygon's`);
}

function checkRuns(annotation: CocoAnnotation, image: CocoImage, need: Need): void {
  const { id, bbox, area, segmentation } = annotation;
  const { size, counts } = segmentation as { size: number[]; counts: number[] };
  need(size[0] === image.height && size[1] === image.width, `annotation ${id}: size is height, width`);
  need(
    counts.every((run, at) => Number.isInteger(run) && (run > 0 || (at === 0 && run === 0))),
    `annotation ${id}: only the first run may be empty`,
  );
  const sum = counts.reduce((total, run) => total + run, 0);
  need(sum === image.width * image.height, `annotation ${id}: runs cover the image`);
  const mask = maskOf(annotation, image);
  let [left, top, right, bottom, pixels] = [Infinity, Infinity, -1, -1, 0];
  mask.forEach((inside, at) => {
    if (inside === 0) return;
    const [x, y] = [at % image.width, Math.floor(at / image.width)];
    pixels += 1;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  need(pixels === area, `annotation ${id}: area counts the pixels`);
  const box = [left, top, right - left + 1, bottom - top + 1];
  need(
    box.every((value, at) => value === bbox[at]),
    `annotation ${id}: bbox encloses the pixels`,
  );
}

function maskOf({ segmentation }: CocoAnnotation, { width, height }: CocoImage): Uint8Array {
  const mask = new Uint8Array(width * height);
  if (!('counts' in segmentation)) throw new Error('a polygon has no runs');
  let at = 0;
  segmentation.counts.forEach((run, index) => {
    for (let step = 0; step < run; step += 1, at += 1) {
      // Runs go down the columns.
      if (index % 2 === 1) mask[(at % height) * width + Math.floor(at / height)] = 1;
    }
  });
  return mask;
}
