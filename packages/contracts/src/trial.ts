import { type Static, Type } from 'typebox';
import { Id, Instant, nullable } from './common.ts';

const closed = { additionalProperties: false } as const;
const Reason = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'Why; the trial and the audit trail keep it',
});
const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description === undefined ? {} : { description }) });

/** A challenger beside the champion on live pictures. */
export const ModelTrial = Type.Object(
  {
    id: Id,
    kind: Type.Union([Type.Literal('shadow'), Type.Literal('canary')], {
      description: '`shadow`: computed, never shown; `canary`: answers a share of the specimens',
    }),
    model_version: Type.String({ description: 'The challenger' }),
    percent: Type.Integer({
      minimum: 0,
      maximum: 50,
      description: 'Percent of the specimens that the challenger answers; 0 for a shadow',
    }),
    reason: Type.String(),
    started_by: Type.String(),
    started_at: Instant,
    ended_by: nullable(Type.String()),
    ended_at: nullable(Instant),
    end_reason: nullable(Type.String()),
  },
  { $id: 'ModelTrial', ...closed },
);
export type ModelTrial = Static<typeof ModelTrial>;

export const StartTrialRequest = Type.Object(
  {
    model_version: Type.String({ minLength: 1, maxLength: 100, description: 'The challenger' }),
    kind: Type.Union([Type.Literal('shadow'), Type.Literal('canary')]),
    percent: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 50,
        description: 'Of the specimens; needed for a canary: 1 to 50',
      }),
    ),
    reason: Reason,
  },
  { $id: 'StartTrialRequest', ...closed },
);
export type StartTrialRequest = Static<typeof StartTrialRequest>;

export const EndTrialRequest = Type.Object({ reason: Reason }, { $id: 'EndTrialRequest', ...closed });
export type EndTrialRequest = Static<typeof EndTrialRequest>;

const points = (description: string) =>
  nullable(
    Type.Object(
      { value: Type.Number(), lower: Type.Number(), upper: Type.Number() },
      { ...closed, description },
    ),
  );

/** Differences of both models on the same pictures, points of percent shear; null where there is too little to tell from. */
export const PairedFigures = Type.Object(
  {
    pictures: count(),
    specimens: count(),
    difference: points('Mean of challenger − champion, with its interval by specimen'),
    limits: nullable(
      Type.Object(
        { lower: Type.Number(), upper: Type.Number() },
        { ...closed, description: 'Limits of agreement of single pictures, 95 %' },
      ),
    ),
    within_5: nullable(
      Type.Number({ description: 'Share of pictures on which they differ by at most 5 points, 0–1' }),
    ),
    labelled: Type.Object(
      {
        pictures: count(),
        specimens: count(),
        champion_mae: nullable(Type.Number()),
        challenger_mae: nullable(Type.Number()),
        error_difference: points(
          'Mean of |challenger − label| − |champion − label|, with its interval by specimen; below zero where the challenger is closer',
        ),
      },
      closed,
    ),
  },
  { $id: 'PairedFigures', ...closed },
);
export type PairedFigures = Static<typeof PairedFigures>;

/** What a trial has shown so far. */
export const TrialComparison = Type.Object(
  {
    trial: ModelTrial,
    answers: Type.Object(
      {
        waiting: count('Asked for, not yet computed'),
        answered: count(),
        failed: count('Could not be computed; `failures` says why'),
      },
      { ...closed, description: 'Of the model that did not answer the technician' },
    ),
    answered_by_challenger: count('Pictures whose technician got the answer of the challenger'),
    failures: Type.Array(Type.Object({ error: Type.String(), count: count() }, closed), {
      description: 'Most frequent first',
    }),
    champions: Type.Array(Type.Object({ version: Type.String(), pictures: count() }, closed), {
      description: 'What it was compared with; learning may have changed the champion meanwhile',
    }),
    refused: Type.Object(
      { both: count(), only_champion: count(), only_challenger: count() },
      { ...closed, description: 'Pictures to which a model gave no number; they are in no figure' },
    ),
    confidence: Type.Number({ description: 'Of every interval' }),
    overall: PairedFigures,
    bands: Type.Object(
      { '0-20': PairedFigures, '20-80': PairedFigures, '80-100': PairedFigures },
      { ...closed, description: 'By the label; without one, by the mean of both answers' },
    ),
    verdict: Type.Object(
      {
        code: Type.Union([
          Type.Literal('too-few-specimens'),
          Type.Literal('too-few-labels'),
          Type.Literal('undecided'),
          Type.Literal('challenger-closer'),
          Type.Literal('champion-closer'),
        ]),
        text: Type.String(),
      },
      { ...closed, description: 'What the interval of the error difference allows to say' },
    ),
  },
  { $id: 'TrialComparison', ...closed },
);
export type TrialComparison = Static<typeof TrialComparison>;
