import { type Static, Type } from 'typebox';
import { Id, nullable } from '../common.ts';

const Property = Type.Union(
  [Type.Literal('energy'), Type.Literal('lateral-expansion'), Type.Literal('shear')],
  { description: 'What is followed over the temperature' },
);
const Model = Type.Union(
  [
    Type.Literal('tanh'),
    Type.Literal('asymmetric-tanh'),
    Type.Literal('burr'),
    Type.Literal('arctangent'),
    Type.Literal('kohout'),
  ],
  { description: 'Formula of the curve' },
);
const heldShelf = (which: string) =>
  Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1000,
      description: `Holds the ${which} shelf at this value; without it the fit finds it (percent shear: 0 and 100)`,
    }),
  );

export const SeriesCurveQuery = Type.Object(
  {
    property: Type.Optional(Property),
    model: Type.Optional(Model),
    lower_shelf: heldShelf('lower'),
    upper_shelf: heldShelf('upper'),
    confidence: Type.Optional(
      Type.Number({ minimum: 0.5, maximum: 0.999, default: 0.95, description: 'Of all intervals' }),
    ),
  },
  { additionalProperties: false },
);
export type SeriesCurveQuery = Static<typeof SeriesCurveQuery>;

const celsius = Type.Number({ description: '°C' });
const Shelf = Type.Object(
  {
    value: Type.Number(),
    lower: nullable(Type.Number()),
    upper: nullable(Type.Number()),
    is_fixed: Type.Boolean({ description: 'Held, not found' }),
  },
  { additionalProperties: false },
);
const Temperature = Type.Object(
  {
    name: Type.String({ description: 'T27J, FATT50, T50%US …' }),
    level: Type.Number({ description: 'Value that the curve reaches there' }),
    status: Type.Union(
      [Type.Literal('estimated'), Type.Literal('below'), Type.Literal('above'), Type.Literal('not-reached')],
      {
        description:
          '`below` the coldest or `above` the hottest specimen: nothing is read off beyond; `not-reached`: not below the upper shelf',
      },
    ),
    temperature_celsius: nullable(celsius),
    lower_celsius: nullable(celsius),
    upper_celsius: nullable(celsius),
    limit_celsius: nullable(celsius),
  },
  { additionalProperties: false },
);
const Fit = Type.Object(
  {
    parameters: Type.Record(Type.String(), Type.Number(), { description: "The formula's own, by name" }),
    lower_shelf: Shelf,
    upper_shelf: Shelf,
    degrees_of_freedom: Type.Integer(),
    root_mean_square_error: Type.Number({ description: 'In the unit of the property' }),
    aic: Type.Number(),
    aicc: nullable(Type.Number()),
    bic: Type.Number(),
    p_normality: nullable(Type.Number({ description: 'Shapiro–Wilk on the studentised residuals' })),
    p_runs: nullable(Type.Number({ description: 'Wald–Wolfowitz on the signs of the residuals' })),
    p_lack_of_fit: nullable(Type.Number({ description: 'F test against repetitions at a temperature' })),
    warnings: Type.Array(Type.String()),
    confidence: Type.Number(),
    replicates: Type.Integer({ description: 'Drawn repetitions of the parametric bootstrap' }),
    seed: Type.Integer(),
    curve: Type.Array(
      Type.Object(
        { temperature_celsius: celsius, value: Type.Number(), lower: Type.Number(), upper: Type.Number() },
        { additionalProperties: false },
      ),
      { description: 'The curve and its pointwise band, coldest first' },
    ),
  },
  { additionalProperties: false },
);

/** A transition curve of a series, or why its specimens give none. Nothing is rounded. */
export const SeriesCurve = Type.Object(
  {
    series_id: Id,
    property: Property,
    model: Model,
    unit: Type.Union([Type.Literal('J'), Type.Literal('mm'), Type.Literal('%')]),
    points: Type.Array(
      Type.Object(
        {
          identifier: Type.String(),
          temperature_celsius: celsius,
          value: Type.Number(),
          is_outlier: Type.Boolean(),
        },
        { additionalProperties: false },
      ),
    ),
    left_out: Type.Array(
      Type.Object({ identifier: Type.String(), reason: Type.String() }, { additionalProperties: false }),
      { description: 'Specimens that do not count' },
    ),
    temperatures: Type.Array(Temperature),
    fit: nullable(Fit),
    refusal: nullable(
      Type.Object(
        { reason: Type.String(), detail: Type.String({ description: 'What is wrong and what helps' }) },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'SeriesCurve', additionalProperties: false },
);
export type SeriesCurve = Static<typeof SeriesCurve>;
