import { type Static, type TSchema, Type } from 'typebox';
import { nullable } from '../common.ts';

const closed = { additionalProperties: false } as const;
const number = (description?: string) => Type.Number(description === undefined ? {} : { description });

/** A figure with its confidence interval. */
const IntervalEstimate = Type.Object({ value: number(), lower: number(), upper: number() }, closed);

const Refusal = Type.Object(
  {
    ok: Type.Literal(false),
    reason: Type.Union([
      Type.Literal('too-few-specimens'),
      Type.Literal('too-few-readers'),
      Type.Literal('no-repeats'),
      Type.Literal('no-spread'),
    ]),
    detail: Type.String({ description: 'What is missing' }),
  },
  { description: 'The readings give no figure', ...closed },
);
const figures = <T extends Readonly<Record<string, TSchema>>>(description: string, fields: T) =>
  Type.Union([Type.Object({ ok: Type.Literal(true), ...fields }, closed), Refusal], { description });

const confidence = Type.Number({ minimum: 0, maximum: 1 });
const Component = Type.Object(
  {
    variance: number(),
    standard_deviation: number(),
    contribution_percent: number('Share of the total variance'),
    study_percent: number('Share of the total standard deviation; these do not add up'),
  },
  closed,
);
const VarianceLine = Type.Object(
  { degrees_of_freedom: Type.Integer(), sum_of_squares: number(), mean_square: number() },
  closed,
);

const Limits = figures('Bias (own less others) and Bland–Altman limits of agreement, points', {
  count: Type.Integer(),
  bias: IntervalEstimate,
  standard_deviation: number(),
  lower_limit: IntervalEstimate,
  upper_limit: IntervalEstimate,
  multiplier: number(),
  confidence,
});

const Alpha = (level: string) =>
  figures(`Krippendorff's alpha, ${level}`, {
    alpha: number('1: agreement, 0: that of chance'),
    level: Type.String(),
    unit_count: Type.Integer(),
    value_count: Type.Integer(),
    observed_disagreement: number(),
    expected_disagreement: number(),
  });

/** How well readers agree; figures are unrounded. */
export const ReaderAgreement = Type.Object(
  {
    specimens: Type.Array(Type.String(), { description: 'Identifiers' }),
    readers: Type.Array(Type.String()),
    reading_count: Type.Integer(),
    confidence,
    per_reader: Type.Array(
      Type.Object(
        {
          reader: Type.String(),
          readings: Type.Integer(),
          points: Type.Array(
            Type.Object(
              { specimen: Type.String(), own: number(), others: number('Mean of the other readers') },
              closed,
            ),
          ),
          limits: Limits,
        },
        closed,
      ),
    ),
    intraclass: figures('Intraclass correlation of single readings', {
      agreement: IntervalEstimate,
      consistency: IntervalEstimate,
      mean_squares: Type.Object(
        {
          specimen_count: Type.Integer(),
          reader_count: Type.Integer(),
          specimens: number(),
          readers: number(),
          residual: number(),
          within: number(),
        },
        closed,
      ),
      confidence,
    }),
    gauge: figures('Gauge R&R by analysis of variance, crossed design', {
      specimen_count: Type.Integer(),
      reader_count: Type.Integer(),
      repeats: Type.Integer(),
      table: Type.Object(
        {
          specimens: VarianceLine,
          readers: VarianceLine,
          interaction: VarianceLine,
          repeats: VarianceLine,
          total: VarianceLine,
        },
        closed,
      ),
      interaction_ratio: nullable(number()),
      interaction_probability: number(),
      is_interaction_pooled: Type.Boolean(),
      repeatability: Component,
      reproducibility: Component,
      gauge: Component,
      specimens: Component,
      total: Component,
      distinct_categories: nullable(Type.Integer()),
      repeatability_interval: IntervalEstimate,
      confidence,
    }),
    precision: figures('Repeatability and reproducibility after ISO 5725-2, points', {
      levels: Type.Array(
        nullable(
          Type.Object(
            {
              mean: number(),
              reader_count: Type.Integer(),
              reading_count: Type.Integer(),
              repeatability_variance: number(),
              between_readers_variance: number(),
              repeatability_deviation: number(),
              reproducibility_deviation: number(),
            },
            closed,
          ),
        ),
        { description: 'By specimen' },
      ),
      repeatability_deviation: number('s_r'),
      reproducibility_deviation: number('s_R'),
      repeatability_limit: number('r'),
      reproducibility_limit: number('R'),
    }),
    alpha_interval: Alpha('interval'),
    alpha_ordinal: Alpha('ordinal'),
  },
  { $id: 'ReaderAgreement', ...closed },
);
export type ReaderAgreement = Static<typeof ReaderAgreement>;
