import { createHash, randomUUID } from 'node:crypto';

/** Numbers of an analysis that drift is told from. */
export interface SeenNumbers {
  readonly at: Date;
  readonly heat: string | null;
  readonly shearPercent: number;
  readonly intervalWidth: number;
  readonly detectionConfidence: number;
  readonly pxPerMm: number;
  readonly unsharpness: number;
  readonly burntShare: number;
  readonly medianLuminance: number;
  readonly brightness: number;
  readonly luminanceRange: number;
  readonly descriptors: ArrayLike<number>;
  /** What a technician says; null leaves the picture without a label. */
  readonly label?: number | null;
}

interface Database {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Stores analyses as the champion would have made them, without pictures: thousands in a second. */
export async function storeSeenPictures(database: Database, pictures: readonly SeenNumbers[]): Promise<void> {
  const rows = pictures.map(({ descriptors, at, ...numbers }) => {
    const [imageId, analysisId] = [randomUUID(), randomUUID()];
    return {
      ...{ imageId, analysisId, ...numbers, at: at.toISOString(), label: numbers.label ?? null },
      sha256: createHash('sha256').update(imageId).digest('hex'),
      descriptors: Buffer.from(Float32Array.from(descriptors).buffer).toString('hex'),
    };
  });
  const columns = `"imageId" uuid, "analysisId" uuid, sha256 text, at timestamptz(3), heat text, "shearPercent" float8,
    "intervalWidth" float8, "detectionConfidence" float8, "pxPerMm" float8, unsharpness float8, "burntShare" float8,
    "medianLuminance" float8, brightness float8, "luminanceRange" float8, descriptors text, label float8`;
  await database.query(
    `with seen as materialized (select * from jsonb_to_recordset($1::jsonb) as seen (${columns})),
     champion as (
       select models.* from models join model_aliases on model_version = version where alias = 'champion'),
     pictures as (
       insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, heat,
         uploaded_by, uploaded_at)
       select "imageId", sha256, 'face.jpg', 'image/jpeg', 1, 1, 1, sha256, sha256, heat, 'tess', at from seen),
     answers as (
       insert into analyses (id, image_id, status, shear_percent, lower, upper, interval_level, px_per_mm, detection_confidence,
         flags, model_version, model_digest, pipeline_version, elapsed_ms, analysed_by, created_at)
       select "analysisId", "imageId", 'ok', "shearPercent", "shearPercent" * (1 - "intervalWidth" / 100),
         least(100, "shearPercent" * (1 - "intervalWidth" / 100) + "intervalWidth"), 0.9, "pxPerMm", "detectionConfidence", '[]', version, digest, pipeline_version, 1,
         'tess', at
       from seen, champion),
     given as (
       insert into labels (id, analysis_id, shear_percent, decision, technician, created_at, split_group, held_out)
       select gen_random_uuid(), "analysisId", label, 'corrected', 'tess', at, 'picture:' || "imageId", false
       from seen where label is not null order by at)
     insert into picture_measures (analysis_id, unsharpness, burnt_share, median_luminance, brightness, luminance_range,
       descriptors, measured_at)
     select "analysisId", unsharpness, "burntShare", "medianLuminance", brightness, "luminanceRange", decode(descriptors, 'hex'), at
     from seen`,
    [JSON.stringify(rows)],
  );
}
