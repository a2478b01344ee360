import { type Static, Type } from 'typebox';
import { Id, nullable, PageQuery } from '../common.ts';
import { line, Notes, partial, Reason, reference, stampFields } from './record-fields.ts';

export const TestStandard = Type.Union([Type.Literal('ISO 148-1'), Type.Literal('ASTM E23')], {
  $id: 'TestStandard',
});
export type TestStandard = Static<typeof TestStandard>;

export const SeriesStatus = Type.Union([Type.Literal('open'), Type.Literal('closed')], {
  $id: 'SeriesStatus',
  description: '`closed`: its specimens take no more changes',
});
export type SeriesStatus = Static<typeof SeriesStatus>;

const limits = (unit: string, maximum: number) => ({
  minimum_mean: nullable(Type.Number({ minimum: 0, maximum, description: `Least mean, ${unit}` })),
  minimum_single: nullable(Type.Number({ minimum: 0, maximum, description: `Least single value, ${unit}` })),
});

/** Which standard lets a set that fails be tested again. */
export const RetestRule = Type.Union([Type.Literal('en-10021'), Type.Literal('astm-a370')], {
  $id: 'RetestRule',
  description:
    '`en-10021`: three more, judged together with the first three; `astm-a370`: three more, each at least the required mean',
});
export type RetestRule = Static<typeof RetestRule>;

/** What a specification asks of a set of specimens. */
export const AcceptanceRule = Type.Object(
  {
    clause: line('Specification and clause the verdict is printed with', 200),
    temperature_celsius: nullable(
      Type.Number({
        minimum: -273.15,
        maximum: 1000,
        description: 'Only specimens tested at this temperature (± 2 °C) count; null: all of the series',
      }),
    ),
    energy_j: nullable(
      Type.Object(
        {
          ...limits('J', 1000),
          most_below_mean: Type.Integer({
            minimum: 0,
            maximum: 10,
            description: 'How many specimens may lie below the least mean',
          }),
          scales_with_width: Type.Boolean({
            description: 'Limits are for 10 mm and shrink in proportion for narrower specimens',
          }),
        },
        { additionalProperties: false },
      ),
    ),
    lateral_expansion_mm: nullable(Type.Object(limits('mm', 10), { additionalProperties: false })),
    shear_percent: nullable(Type.Object(limits('percent', 100), { additionalProperties: false })),
    retest: Type.Optional(
      nullable(
        Type.Object(
          {
            rule: RetestRule,
            specimens: Type.Array(line('Identifier of a specimen that was tested again for the first set'), {
              maxItems: 100,
              uniqueItems: true,
              description: 'The others of the series are the first set',
            }),
          },
          { additionalProperties: false, description: 'How a set that fails may be tested again' },
        ),
      ),
    ),
  },
  { $id: 'AcceptanceRule', additionalProperties: false },
);
export type AcceptanceRule = Static<typeof AcceptanceRule>;

/** How a client wants values printed; stored values are never rounded. A new series takes it from the client's newest one where none is told. */
export const RoundingRule = Type.Object(
  {
    shear_step_percent: Type.Union([Type.Literal(0.1), Type.Literal(1), Type.Literal(5), Type.Literal(10)]),
    energy_unit: Type.Union([Type.Literal('J'), Type.Literal('ft-lbf')]),
    lateral_expansion_unit: Type.Union([Type.Literal('mm'), Type.Literal('mil')]),
    ties: Type.Union([Type.Literal('even'), Type.Literal('up'), Type.Literal('down')]),
  },
  { $id: 'RoundingRule', additionalProperties: false },
);
export type RoundingRule = Static<typeof RoundingRule>;

const seriesFields = {
  name: line('Number or title of the series, unique'),
  client: nullable(line('Who asked for the tests', 200)),
  project: nullable(line('Project or order', 200)),
  heat_id: reference('Heat of its specimens, where they name none'),
  machine_id: reference('Machine of its specimens, where they name none'),
  standard: TestStandard,
  edition: nullable(line('Edition of the standard, for instance 2016', 40)),
  notch: Type.Union([Type.Literal('V'), Type.Literal('U'), Type.Literal('none')]),
  orientation: nullable(
    Type.String({
      pattern: '^[LTSXYZCR]{1,2}-[LTSXYZCR]{1,2}$',
      description: 'ISO 3785 or ASTM E1823 designation, for instance Y-X or T-L',
    }),
  ),
  location: nullable(line('Where it was cut: surface, 1/4 t, weld, HAZ …', 200)),
  acceptance: nullable(AcceptanceRule),
  rounding: RoundingRule,
  status: SeriesStatus,
  notes: Notes,
};
const { name, standard, ...seriesOptions } = seriesFields;

/** Specimens that are tested and reported together. */
export const Series = Type.Object(
  { id: Id, ...seriesFields, ...stampFields },
  {
    $id: 'Series',
    additionalProperties: false,
  },
);
export type Series = Static<typeof Series>;

export const CreateSeriesRequest = Type.Object(
  { name, standard, ...partial(seriesOptions) },
  {
    $id: 'CreateSeriesRequest',
    additionalProperties: false,
  },
);
export type CreateSeriesRequest = Static<typeof CreateSeriesRequest>;

export const ChangeSeriesRequest = Type.Object(
  { ...partial(seriesFields), reason: Reason },
  {
    $id: 'ChangeSeriesRequest',
    additionalProperties: false,
    minProperties: 1,
  },
);
export type ChangeSeriesRequest = Static<typeof ChangeSeriesRequest>;

export const SeriesQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 100, description: 'Part of name, client or project' })),
    status: Type.Optional(SeriesStatus),
    heat_id: Type.Optional(Id),
    ...PageQuery.properties,
  },
  { additionalProperties: false },
);
export type SeriesQuery = Static<typeof SeriesQuery>;

const AcceptanceFinding = Type.Object(
  {
    property: Type.Union([
      Type.Literal('energy_j'),
      Type.Literal('lateral_expansion_mm'),
      Type.Literal('shear_percent'),
    ]),
    requirement: Type.Union([Type.Literal('mean'), Type.Literal('single'), Type.Literal('below-mean')], {
      description:
        '`mean`: of the set; `single`: each specimen; `below-mean`: how many may lie below the least mean',
    }),
    limit: Type.Number({ description: 'For a width of 10 mm' }),
    observed: nullable(
      Type.Number({ description: 'What decided: mean, lowest value, or number of specimens' }),
    ),
    passes: nullable(Type.Boolean({ description: 'Null: values are missing' })),
    specimens: Type.Array(Type.String(), { description: 'Identifiers that fail, or lack a value' }),
  },
  { additionalProperties: false },
);

const RetestFinding = Type.Object(
  {
    ...AcceptanceFinding.properties,
    requirement: Type.Union(
      [
        Type.Literal('mean-of-both'),
        Type.Literal('below-mean-of-both'),
        Type.Literal('below-single-of-both'),
        Type.Literal('each'),
      ],
      {
        description:
          'Of both sets together: mean, how many may lie below it, how many below the single minimum; `each`: every further specimen',
      },
    ),
  },
  { additionalProperties: false },
);
const Retest = Type.Object(
  {
    rule: RetestRule,
    clause: Type.String({ description: 'Of the standard that gives the second chance' }),
    state: Type.Union(
      [
        Type.Literal('not-needed'),
        Type.Literal('not-allowed'),
        Type.Literal('waiting'),
        Type.Literal('due'),
        Type.Literal('incomplete'),
        Type.Literal('passed'),
        Type.Literal('failed'),
      ],
      {
        description:
          '`waiting`: values of the first set are missing; `due`: further specimens are to be tested; `incomplete`: some of theirs are missing',
      },
    ),
    asked: Type.Integer({ description: 'How many further specimens' }),
    specimens: Type.Array(Type.String(), { description: 'Identifiers of those tested again' }),
    findings: Type.Array(RetestFinding),
  },
  { $id: 'Retest', additionalProperties: false },
);

/** A series held to its acceptance rule. */
export const AcceptanceVerdict = Type.Object(
  {
    clause: Type.String(),
    passes: nullable(
      Type.Boolean({ description: 'After the retest, where there was one. Null: cannot be said yet' }),
    ),
    judged: Type.Array(Type.String(), { description: 'Identifiers of the specimens that were judged' }),
    left_out: Type.Array(Type.String(), { description: 'Of this temperature, but abnormal' }),
    findings: Type.Array(AcceptanceFinding, { description: 'Of the first set' }),
    retest: Type.Optional(Retest),
  },
  { $id: 'AcceptanceVerdict', additionalProperties: false },
);
export type AcceptanceVerdict = Static<typeof AcceptanceVerdict>;
