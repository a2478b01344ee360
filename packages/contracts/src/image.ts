import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, Sha256 } from './common.ts';
import { Removal } from './retention.ts';

/** What the technician may tell about a picture at upload; all optional. */
export const ImageContext = Type.Object(
  {
    specimen: Type.Optional(Type.String({ maxLength: 100, description: 'Specimen identifier' })),
    heat: Type.Optional(Type.String({ maxLength: 100, description: 'Heat (cast) identifier' })),
    half: Type.Optional(
      Type.Union([Type.Literal(1), Type.Literal(2)], { description: 'Half of the broken bar' }),
    ),
    width_mm: Type.Optional(
      Type.Number({
        minimum: 1,
        maximum: 30,
        description: 'Specimen width W in mm (10, 7.5, 6.7, 5, 3.3, 2.5)',
      }),
    ),
    px_per_mm: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 10_000, description: 'Stored calibration, pixels per mm' }),
    ),
  },
  { $id: 'ImageContext', additionalProperties: false },
);
export type ImageContext = Static<typeof ImageContext>;

export const Image = Type.Object(
  {
    id: Id,
    sha256: Sha256,
    file_name: Type.String({ description: 'Name given by the uploader; display only, never a path' }),
    media_type: Type.String(),
    size_bytes: Type.Integer({ minimum: 1 }),
    width_px: Type.Integer({ minimum: 1, description: 'After applying the EXIF orientation' }),
    height_px: Type.Integer({ minimum: 1 }),
    specimen: nullable(Type.String()),
    heat: nullable(Type.String()),
    half: nullable(Type.Union([Type.Literal(1), Type.Literal(2)], { description: 'As told at upload' })),
    width_mm: nullable(Type.Number()),
    px_per_mm: nullable(Type.Number()),
    uploaded_by: Type.String({ description: 'Username' }),
    uploaded_at: Instant,
    /** The picture and its renditions; upload the same file again to bring them back. */
    pictures_removed: nullable(Removal),
  },
  { $id: 'Image', additionalProperties: false },
);
export type Image = Static<typeof Image>;

/** Renditions that are served; every one is re-encoded, so no EXIF or other metadata leaves the system. */
export const ImageRendition = Type.Union([Type.Literal('display'), Type.Literal('thumbnail')]);
export type ImageRendition = Static<typeof ImageRendition>;

/** Pictures accepted at upload, told by content (magic bytes), never by name. */
export const ACCEPTED_MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'image/bmp',
] as const;
