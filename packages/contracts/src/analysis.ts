import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, Sha256, ShearPercent } from './common.ts';
import { Label } from './label.ts';
import { Removal } from './retention.ts';

export const NotchSide = Type.Union([
  Type.Literal('top'),
  Type.Literal('right'),
  Type.Literal('bottom'),
  Type.Literal('left'),
]);
export type NotchSide = Static<typeof NotchSide>;

/** A remark on the picture's fitness. `refuse` means no number is given. */
export const QualityFlag = Type.Object(
  {
    code: Type.String({ description: 'Stable code, e.g. `blurred`, `glare`, `partly-out-of-frame`' }),
    severity: Type.Union([Type.Literal('info'), Type.Literal('warning'), Type.Literal('refuse')]),
    detail: Type.String({ description: 'One sentence for the technician, with the remedy' }),
  },
  { $id: 'QualityFlag', additionalProperties: false },
);
export type QualityFlag = Static<typeof QualityFlag>;

export const AnalysisStatus = Type.Union(
  [Type.Literal('ok'), Type.Literal('no-face'), Type.Literal('poor')],
  {
    $id: 'AnalysisStatus',
    description: '`no-face`: no fracture face found; `poor`: found, but unfit to be measured',
  },
);
export type AnalysisStatus = Static<typeof AnalysisStatus>;

export const ModelReference = Type.Object(
  { version: Type.String(), digest: Sha256 },
  { $id: 'ModelReference', additionalProperties: false },
);
export type ModelReference = Static<typeof ModelReference>;

/** One measurement of one picture by one model; values are null where there is no answer. */
export const Analysis = Type.Object(
  {
    id: Id,
    image_id: Id,
    status: AnalysisStatus,
    reason: nullable(Type.String({ description: 'Why there is no answer, for the technician' })),
    shear_percent: nullable(ShearPercent),
    lower: nullable(ShearPercent),
    upper: nullable(ShearPercent),
    interval_level: Type.Number({
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      description: 'Nominal coverage, e.g. 0.9',
    }),
    bbox: nullable(
      Type.Array(Type.Number(), {
        minItems: 4,
        maxItems: 4,
        description: '[x, y, width, height] in pixels of the oriented picture',
      }),
    ),
    outline: nullable(
      Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), {
        description: 'Closed polygon [[x, y], …] in pixels',
      }),
    ),
    notch_side: nullable(NotchSide),
    px_per_mm: nullable(Type.Number({ exclusiveMinimum: 0 })),
    detection_confidence: nullable(Type.Number({ minimum: 0, maximum: 1 })),
    flags: Type.Array(QualityFlag),
    has_map: Type.Boolean({ description: 'Whether /analyses/{id}/map and /overlay exist' }),
    /** Map and overlay; measuring the picture again draws them again. */
    maps_removed: nullable(Removal),
    model: ModelReference,
    pipeline_version: Type.String(),
    elapsed_ms: Type.Number({ minimum: 0 }),
    analysed_by: Type.String({ description: 'Username of whoever asked for it' }),
    created_at: Instant,
    label: nullable(Label),
  },
  { $id: 'Analysis', additionalProperties: false },
);
export type Analysis = Static<typeof Analysis>;

export const CreateAnalysisRequest = Type.Object(
  { image_id: Id },
  { $id: 'CreateAnalysisRequest', additionalProperties: false },
);
export type CreateAnalysisRequest = Static<typeof CreateAnalysisRequest>;
