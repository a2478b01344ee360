import { customType, doublePrecision, pgTable, uuid } from 'drizzle-orm/pg-core';

/** Single precision, little-endian. */
const floats = customType<{ data: Float32Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  fromDriver: (bytes) =>
    Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(4 * index)),
  toDriver(values) {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, index) => {
      bytes.writeFloatLE(value, 4 * index);
    });
    return bytes;
  },
});

export const pictureMeasures = pgTable('picture_measures', {
  analysisId: uuid('analysis_id').primaryKey(),
  unsharpness: doublePrecision(),
  burntShare: doublePrecision('burnt_share'),
  medianLuminance: doublePrecision('median_luminance'),
  brightness: doublePrecision(),
  luminanceRange: doublePrecision('luminance_range'),
  descriptors: floats(),
});
