import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery } from './common.ts';

/** What is watched. */
export const DriftSignalName = Type.Union(
  [
    Type.Literal('unsharpness'),
    Type.Literal('median-luminance'),
    Type.Literal('luminance-range'),
    Type.Literal('burnt-share'),
    Type.Literal('colour-warmth'),
    Type.Literal('px-per-mm'),
    Type.Literal('detection-confidence'),
    Type.Literal('descriptor-distance'),
    Type.Literal('shear-percent'),
    Type.Literal('interval-width'),
    Type.Literal('label-error'),
  ],
  { $id: 'DriftSignalName', description: 'What each one is: docs/reference/drift.md' },
);
export type DriftSignalName = Static<typeof DriftSignalName>;

const Count = Type.Integer({ minimum: 0 });
const Kind = Type.Union([Type.Literal('input'), Type.Literal('prediction'), Type.Literal('label')], {
  description: 'Of the pictures, of the answers, or of answers against labels',
});

/** From when on pictures say what is usual. */
export const DriftReference = Type.Object(
  {
    id: Id,
    begins_at: Type.Unsafe<string>({ ...Instant, description: 'The first picture is not older' }),
    reason: Type.String(),
    set_by: Type.String({ description: '`system`: the product by itself' }),
    set_at: Instant,
    pictures: Type.Integer({ minimum: 0, description: 'Pictures in it so far' }),
    points: Type.Integer({ minimum: 0, description: 'Points that they make: a heat is one' }),
    is_complete: Type.Boolean({ description: 'Whether there are enough: what comes after is watched' }),
    watched_pictures: Type.Integer({ minimum: 0, description: 'Pictures after it that the charts show' }),
    canary_pictures: Type.Integer({
      minimum: 0,
      description: 'Of all these, answered by a challenger on trial: not in the charts of answers and labels',
    }),
    evaluated_at: nullable(Instant),
  },
  { $id: 'DriftReference', additionalProperties: false },
);
export type DriftReference = Static<typeof DriftReference>;

const signalFields = {
  signal: DriftSignalName,
  name: Type.String({ description: 'For people' }),
  kind: Kind,
  unit: Type.String({ description: 'Of `usual` and `seen`; empty: none' }),
  decimals: Type.Integer({ minimum: 0, maximum: 6, description: 'How many a person wants to see' }),
  state: Type.Union([Type.Literal('not-watched'), Type.Literal('steady'), Type.Literal('drifting')], {
    description: '`not-watched`: the reference has fewer than 100 points of it',
  }),
  summary: Type.String({ description: 'How it stands, in words' }),
  usual: nullable(Type.Number({ description: 'Median of the reference' })),
  seen: nullable(Type.Number({ description: 'Median of the last 20 points' })),
  statistic: nullable(Type.Number({ description: 'What the chart plots last' })),
  limit: nullable(Type.Number({ minimum: 0, description: 'Beyond it on either side it is drifting' })),
  reference_points: Count,
  watched_points: Count,
  stability: nullable(
    Type.Object(
      {
        index: Type.Number({ description: 'Population stability index of the last 100 points' }),
        threshold: Type.Number({ description: 'Chance alone exceeds it once in a thousand' }),
        is_beyond: Type.Boolean(),
      },
      { additionalProperties: false },
    ),
  ),
};

export const DriftSignal = Type.Object(signalFields, { $id: 'DriftSignal', additionalProperties: false });
export type DriftSignal = Static<typeof DriftSignal>;

/** A signal that has left what is usual. */
export const DriftFinding = Type.Object(
  {
    id: Id,
    reference_id: Id,
    signal: DriftSignalName,
    name: Type.String({ description: 'Of the signal, for people' }),
    kind: Kind,
    direction: Type.Union([Type.Literal('up'), Type.Literal('down')]),
    state: Type.Union([Type.Literal('open'), Type.Literal('over')]),
    summary: Type.String({ description: 'What moved, in words' }),
    advice: Type.String({ description: 'What to do' }),
    since: Type.Unsafe<string>({ ...Instant, description: 'When it began, as the chart tells it' }),
    detected_at: Type.Unsafe<string>({ ...Instant, description: 'Time of the picture that gave it away' }),
    analysis_id: nullable(
      Type.Unsafe<string>({ ...Id, description: 'That picture; null once it is erased' }),
    ),
    raised_at: Instant,
    statistic: Type.Number({ description: 'What the chart plotted' }),
    threshold: Type.Number({ description: 'Its limit' }),
    usual: Type.Number({ description: 'Median of the reference' }),
    seen: Type.Number({ description: 'Median about the alarm' }),
    acknowledged_by: nullable(Type.String()),
    acknowledged_at: nullable(Instant),
    acknowledgement: nullable(Type.String({ description: 'What somebody said it was' })),
    ended_at: nullable(Instant),
    ended_by: nullable(
      Type.Union([Type.Literal('steady'), Type.Literal('new-reference')], {
        description: '`steady`: it went back by itself',
      }),
    ),
  },
  { $id: 'DriftFinding', additionalProperties: false },
);
export type DriftFinding = Static<typeof DriftFinding>;

/** How everything stood at the last evaluation. */
export const DriftStatus = Type.Object(
  {
    reference: nullable(DriftReference),
    comparison: nullable(
      Type.Object(
        {
          p_value: Type.Number({
            description: 'Chance of pictures of one kind to lie as far apart, all descriptors together',
          }),
          points: Type.Integer({ minimum: 0, description: 'Of the last pictures' }),
        },
        { additionalProperties: false },
      ),
    ),
    signals: Type.Array(DriftSignal, { description: 'Every signal, in a fixed order' }),
    open: Type.Array(DriftFinding, { description: 'Findings that are not over, oldest first' }),
  },
  { $id: 'DriftStatus', additionalProperties: false },
);
export type DriftStatus = Static<typeof DriftStatus>;

/** A control chart. */
export const DriftChart = Type.Object(
  {
    ...signalFields,
    points: Type.Array(
      Type.Object(
        {
          at: Instant,
          analysis_id: Id,
          value: Type.Number({ description: 'In the unit of the signal; of a heat the mean' }),
          plotted: Type.Number({ description: 'The control chart at this point' }),
        },
        { additionalProperties: false },
      ),
      { description: 'The newest 300, oldest first' },
    ),
  },
  { $id: 'DriftChart', additionalProperties: false },
);
export type DriftChart = Static<typeof DriftChart>;

export const DriftSignalParams = Type.Object({ signal: DriftSignalName });

export const DriftFindingQuery = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('over')])),
    signal: Type.Optional(DriftSignalName),
    ...PageQuery.properties,
  },
  { additionalProperties: false },
);
export type DriftFindingQuery = Static<typeof DriftFindingQuery>;

const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

export const AcknowledgeDriftRequest = Type.Object(
  { reason: Reason },
  { $id: 'AcknowledgeDriftRequest', additionalProperties: false },
);
export type AcknowledgeDriftRequest = Static<typeof AcknowledgeDriftRequest>;

export const SetDriftReferenceRequest = Type.Object(
  {
    reason: Reason,
    begins_at: Type.Optional(
      Type.Unsafe<string>({ ...Instant, description: 'Not in the future; now when left out' }),
    ),
  },
  { $id: 'SetDriftReferenceRequest', additionalProperties: false },
);
export type SetDriftReferenceRequest = Static<typeof SetDriftReferenceRequest>;
