import { type Static, Type } from 'typebox';
import { Analysis } from '../analysis.ts';
import { Id, Instant, nullable, PageQuery, ShearPercent } from '../common.ts';
import { Image } from '../image.ts';
import { line, Notes, partial, Reason, reference, stampFields } from './record-fields.ts';

export const Half = Type.Union([Type.Literal(1), Type.Literal(2)], {
  $id: 'Half',
  description: 'Half of the broken bar',
});
export type Half = Static<typeof Half>;

/** A value as it was entered. */
const measured = <Unit extends string>(description: string, ...units: readonly Unit[]) =>
  Type.Object(
    {
      value: Type.Number({ description }),
      unit: Type.Unsafe<Unit>({ type: 'string', enum: [...units] }),
    },
    { additionalProperties: false },
  );
export const EnteredTemperature = measured('Test temperature', 'degC', 'degF');
export type EnteredTemperatureValue = Static<typeof EnteredTemperature>;
export const EnteredEnergy = measured('Absorbed energy', 'J', 'ft-lbf');
export type EnteredEnergyValue = Static<typeof EnteredEnergy>;

const Lip = Type.Union([
  Type.Number({ minimum: 0, maximum: 5, description: 'Protrusion beyond the original side, mm' }),
  Type.Literal('damaged'),
  Type.Literal('missing'),
]);
const halfLips = Type.Object({ side1: Lip, side2: Lip }, { additionalProperties: false });
/** Gauge readings of both halves; side 1 of both belonged to one side of the bar. */
export const Lips = Type.Object(
  { half1: halfLips, half2: halfLips },
  {
    $id: 'Lips',
    additionalProperties: false,
  },
);
export type Lips = Static<typeof Lips>;

const Millimetres = Type.Number({ minimum: 0, maximum: 10, description: 'Lateral expansion, mm' });
const lateralExpansionBasis = Type.Union(
  [Type.Literal('gauge'), Type.Literal('entered'), Type.Literal('estimated')],
  {
    description:
      '`gauge`: from the lips of both halves; `entered`: as told; `estimated`: from the outline of a picture, no reading',
  },
);
export const LateralExpansionValue = Type.Object(
  {
    basis: lateralExpansionBasis,
    mm: nullable(
      Type.Unsafe<number>({ ...Millimetres, description: 'Null when a lip could not be measured' }),
    ),
    lips: nullable(Lips),
  },
  { $id: 'LateralExpansionValue', additionalProperties: false },
);
export type LateralExpansionValue = Static<typeof LateralExpansionValue>;
export const EnteredLateralExpansion = Type.Object(
  {
    basis: lateralExpansionBasis,
    mm: Type.Optional(Millimetres),
    lips: Type.Optional(Lips),
  },
  {
    $id: 'EnteredLateralExpansion',
    additionalProperties: false,
    description:
      'With the basis `gauge` the lips are sent and the value follows; otherwise the value is sent',
  },
);
export type EnteredLateralExpansion = Static<typeof EnteredLateralExpansion>;

export const ShearMethod = Type.Union(
  [
    Type.Literal('chart'),
    Type.Literal('a-x-b'),
    Type.Literal('photograph'),
    Type.Literal('instrumented'),
    Type.Literal('image-analysis'),
    Type.Literal('adjudicated'),
  ],
  {
    $id: 'ShearMethod',
    description: '`adjudicated`: from blind readings of a study, decided by a reviewer where readers differ',
  },
);
export type ShearMethod = Static<typeof ShearMethod>;
const ReferenceArea = Type.Union([Type.Literal('nominal'), Type.Literal('measured')], {
  description: '`nominal`: width × 8 mm; `measured`: the deformed outline',
});
const A = Type.Number({
  minimum: 0,
  maximum: 30,
  description: 'A: mean length of the cleavage along the notch, mm',
});
const B = Type.Number({ minimum: 0, maximum: 30, description: 'B: mean depth of the cleavage, mm' });
const LabelIds = Type.Array(Id, {
  maxItems: 2,
  uniqueItems: true,
  description: 'Labels of pictures of this specimen whose mean is the value; one of each half',
});
const StudyId = Type.Unsafe<string>({
  ...Id,
  description: 'The study whose readers agree on it, or a reviewer decided',
});
export const ShearValue = Type.Object(
  {
    percent: ShearPercent,
    method: ShearMethod,
    reference_area: nullable(ReferenceArea),
    a_mm: nullable(A),
    b_mm: nullable(B),
    label_ids: LabelIds,
    study_id: Type.Optional(StudyId),
  },
  { $id: 'ShearValue', additionalProperties: false, description: 'Percent shear that is reported' },
);
export type ShearValue = Static<typeof ShearValue>;
export const EnteredShear = Type.Object(
  {
    method: ShearMethod,
    percent: Type.Optional(ShearPercent),
    reference_area: Type.Optional(ReferenceArea),
    a_mm: Type.Optional(A),
    b_mm: Type.Optional(B),
    label_ids: Type.Optional(LabelIds),
    study_id: Type.Optional(StudyId),
  },
  {
    $id: 'EnteredShear',
    additionalProperties: false,
    description:
      'Either the value itself, or A and B (`a-x-b`), or labels of its pictures (`image-analysis`), or a study that has read it (`adjudicated`), from which it follows',
  },
);
export type EnteredShear = Static<typeof EnteredShear>;

const size = (description: string) => Type.Number({ minimum: 1, maximum: 30, description });
const commonFields = {
  identifier: line('Identifier or barcode of the bar, unique in the laboratory'),
  series_id: reference('The series it belongs to'),
  heat_id: reference("Its heat; null: the series' heat"),
  machine_id: reference("Machine it was broken on; null: the series' machine"),
  width_mm: size('Width along the notch, mm: 10, or 7.5, 6.7, 5, 3.3, 2.5 for sub-size'),
  height_mm: size('Height in the direction of the blow, mm'),
  notch_depth_mm: Type.Number({ minimum: 0, maximum: 10, description: 'Depth of the notch, mm' }),
  is_unbroken: Type.Boolean({ description: 'It did not break in two' }),
  abnormality: nullable(
    line('What went wrong: jammed, off-centre, struck twice …; such a value is not judged', 500),
  ),
  tester: nullable(line('Who broke it')),
  tested_at: nullable(Instant),
  notes: Notes,
};
const shownFields = {
  id: Id,
  ...commonFields,
  temperature: nullable(EnteredTemperature),
  temperature_celsius: nullable(Type.Number()),
  energy: nullable(EnteredEnergy),
  energy_j: nullable(Type.Number()),
  lateral_expansion: nullable(LateralExpansionValue),
  shear: nullable(ShearValue),
  import_id: reference('The import it came with'),
  ...stampFields,
};
const enteredFields = {
  ...commonFields,
  temperature: nullable(EnteredTemperature),
  energy: nullable(EnteredEnergy),
  lateral_expansion: nullable(EnteredLateralExpansion),
  shear: nullable(EnteredShear),
};
const { identifier, ...specimenOptions } = enteredFields;

/** A Charpy bar. */
export const Specimen = Type.Object(shownFields, { $id: 'Specimen', additionalProperties: false });
export type Specimen = Static<typeof Specimen>;

export const CreateSpecimenRequest = Type.Object(
  { identifier, ...partial(specimenOptions) },
  {
    $id: 'CreateSpecimenRequest',
    additionalProperties: false,
  },
);
export type CreateSpecimenRequest = Static<typeof CreateSpecimenRequest>;

export const ChangeSpecimenRequest = Type.Object(
  { ...partial(enteredFields), reason: Reason },
  {
    $id: 'ChangeSpecimenRequest',
    additionalProperties: false,
    minProperties: 1,
  },
);
export type ChangeSpecimenRequest = Static<typeof ChangeSpecimenRequest>;

/** A picture of a specimen with what was read from it. */
export const SpecimenPicture = Type.Object(
  {
    image: Image,
    half: nullable(Half),
    analyses: Type.Array(Analysis, { description: 'Newest first, each with its current label' }),
    linked_by: Type.String({ description: 'Username' }),
    linked_at: Instant,
  },
  { $id: 'SpecimenPicture', additionalProperties: false },
);
export type SpecimenPicture = Static<typeof SpecimenPicture>;

export const SpecimenDetail = Type.Object(
  {
    specimen: Specimen,
    energy_symbol: Type.Union([Type.Literal('KV2'), Type.Literal('KV8'), Type.Literal('KV')], {
      description: 'By the striker of its machine; KV when that is unknown',
    }),
    pictures: Type.Array(SpecimenPicture),
  },
  { $id: 'SpecimenDetail', additionalProperties: false },
);
export type SpecimenDetail = Static<typeof SpecimenDetail>;

export const LinkPictureRequest = Type.Object(
  { half: nullable(Half) },
  {
    $id: 'LinkPictureRequest',
    additionalProperties: false,
  },
);
export type LinkPictureRequest = Static<typeof LinkPictureRequest>;

export const SpecimenQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the identifier' })),
    identifier: Type.Optional(
      Type.String({ maxLength: 100, description: 'Exactly this identifier or barcode' }),
    ),
    series_id: Type.Optional(Id),
    heat_id: Type.Optional(Id),
    machine_id: Type.Optional(Id),
    temperature_min: Type.Optional(Type.Number({ description: '°C' })),
    temperature_max: Type.Optional(Type.Number({ description: '°C' })),
    has_shear: Type.Optional(Type.Boolean()),
    ...PageQuery.properties,
  },
  { additionalProperties: false },
);
export type SpecimenQuery = Static<typeof SpecimenQuery>;
