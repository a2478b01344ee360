import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery, Sha256, ShearPercent } from './common.ts';

const ShortText = Type.String({ minLength: 1, maxLength: 100 });

export const DatasetKind = Type.Union([Type.Literal('labels'), Type.Literal('training')], {
  $id: 'DatasetKind',
  description:
    '`labels`: what was labelled at a moment; `training`: exactly what one model learned, in the order of learning',
});
export type DatasetKind = Static<typeof DatasetKind>;

/** Which labels a version takes; all combine with AND. */
export const DatasetFilter = Type.Object(
  {
    heat: Type.Optional(ShortText),
    specimen: Type.Optional(ShortText),
    technician: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'User name or pseudonym' }),
    ),
    from: Type.Optional(
      Type.Unsafe<string>({ ...Instant, description: 'Labelled at this instant or later' }),
    ),
    to: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'Labelled before this instant' })),
    shear_min: Type.Optional(ShearPercent),
    shear_max: Type.Optional(ShearPercent),
    width_mm: Type.Optional(Type.Number({ minimum: 1, maximum: 30 })),
    held_out: Type.Optional(
      Type.Boolean({ description: 'true: only what judges models; false: only what teaches' }),
    ),
  },
  { $id: 'DatasetFilter', additionalProperties: false },
);
export type DatasetFilter = Static<typeof DatasetFilter>;

const Count = Type.Integer({ minimum: 0 });

export const DatasetSummary = Type.Object(
  {
    low: Type.Integer({ minimum: 0, description: 'Labels below 20 percent shear' }),
    middle: Type.Integer({ minimum: 0, description: 'From 20 to 80' }),
    high: Type.Integer({ minimum: 0, description: 'Above 80' }),
    technicians: Type.Integer({ minimum: 0, description: 'How many people labelled' }),
    accepted: Type.Integer({ minimum: 0, description: 'Labels that accept the measured value' }),
    painted: Type.Integer({ minimum: 0, description: 'Pictures with painted regions' }),
    picture_bytes: Count,
  },
  { $id: 'DatasetSummary', additionalProperties: false },
);
export type DatasetSummary = Static<typeof DatasetSummary>;

/** An immutable version of the labelled data, named by the SHA-256 of its manifest. */
export const Dataset = Type.Object(
  {
    digest: Sha256,
    kind: DatasetKind,
    source: Type.Union([Type.Literal('created'), Type.Literal('imported')], {
      description: 'Made here, or brought from another installation',
    }),
    format: Type.Integer({ minimum: 1, description: 'Of the manifest' }),
    parent_digest: nullable(
      Type.Unsafe<string>({ ...Sha256, description: 'The version that this one continues' }),
    ),
    items: Type.Integer({ minimum: 0, description: 'Labelled pictures, with those of what it continues' }),
    held_out: Type.Integer({ minimum: 0, description: 'Of them, those that judge models and never teach' }),
    manifest_bytes: Type.Integer({ minimum: 1 }),
    summary: nullable(DatasetSummary),
    description: nullable(Type.String()),
    filter: nullable(DatasetFilter),
    created_by: Type.String(),
    created_at: Instant,
  },
  { $id: 'Dataset', additionalProperties: false },
);
export type Dataset = Static<typeof Dataset>;

export const DatasetQuery = Type.Object(
  { kind: Type.Optional(DatasetKind), ...PageQuery.properties },
  { additionalProperties: false },
);
export type DatasetQuery = Static<typeof DatasetQuery>;

export const CreateDatasetRequest = Type.Object(
  {
    filter: Type.Optional(DatasetFilter),
    description: Type.Optional(nullable(Type.String({ maxLength: 500 }))),
  },
  { $id: 'CreateDatasetRequest', additionalProperties: false },
);
export type CreateDatasetRequest = Static<typeof CreateDatasetRequest>;

/** One labelled picture of a version, as its manifest has it. */
export const DatasetEntry = Type.Object(
  {
    sha256: Sha256,
    media_type: Type.String(),
    size_bytes: Type.Integer({ minimum: 1 }),
    width_px: nullable(Type.Integer({ minimum: 1 })),
    height_px: nullable(Type.Integer({ minimum: 1 })),
    file_name: nullable(Type.String()),
    specimen: nullable(Type.String()),
    heat: nullable(Type.String()),
    width_mm: nullable(Type.Number()),
    px_per_mm: nullable(Type.Number()),
    label_id: Id,
    shear_percent: ShearPercent,
    decision: Type.Union([Type.Literal('accepted'), Type.Literal('corrected')]),
    technician: Type.String({ description: 'Pseudonym' }),
    labelled_at: nullable(Instant),
    split_group: Type.String({ description: 'What stays on one side of a split' }),
    held_out: Type.Boolean(),
    regions: nullable(
      Type.Object(
        {
          sha256: Sha256,
          size_bytes: Type.Integer({ minimum: 1 }),
          painted_by: Type.String({ description: 'Pseudonym' }),
          painted_at: Instant,
        },
        { additionalProperties: false, description: 'What was painted on the picture' },
      ),
    ),
  },
  { $id: 'DatasetEntry', additionalProperties: false },
);
export type DatasetEntry = Static<typeof DatasetEntry>;

export const DatasetExportQuery = Type.Object(
  {
    format: Type.Optional(
      Type.Union([Type.Literal('tar'), Type.Literal('coco'), Type.Literal('csv'), Type.Literal('ndjson')], {
        default: 'tar',
        description:
          '`tar`: manifest, table, pictures and paintings; `coco`: object detection with outlines and painted regions; `csv`, `ndjson`: the labels',
      }),
    ),
  },
  { additionalProperties: false },
);
export type DatasetExportQuery = Static<typeof DatasetExportQuery>;

export const StartArchiveUploadRequest = Type.Object(
  {
    size_bytes: Type.Integer({
      minimum: 1,
      maximum: 5 * 1024 ** 3,
      description: 'Exact size of the archive; larger ones are imported on the command line',
    }),
  },
  { $id: 'StartArchiveUploadRequest', additionalProperties: false },
);
export type StartArchiveUploadRequest = Static<typeof StartArchiveUploadRequest>;

export const ImportDatasetRequest = Type.Object(
  { upload_id: Id },
  { $id: 'ImportDatasetRequest', additionalProperties: false },
);
export type ImportDatasetRequest = Static<typeof ImportDatasetRequest>;

/** What somebody painted on a picture. */
export const PaintedRegions = Type.Object(
  {
    id: Id,
    image_id: Id,
    sha256: Sha256,
    size_bytes: Type.Integer({ minimum: 1 }),
    painted_by: Type.String(),
    painted_at: Instant,
  },
  { $id: 'PaintedRegions', additionalProperties: false },
);
export type PaintedRegions = Static<typeof PaintedRegions>;
