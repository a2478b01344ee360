import type { EvaluationFigures } from '@mlmcsc/learning';
import type { Repeatability } from './figures/repeatability.ts';
import type { FalseAnswers, SeeingFigures } from './figures/seeing-figures.ts';
import type { LearningFigures } from './learning/evaluate-learning.ts';
import type { MapSituation } from './learning/map-learning.ts';
import type { EvaluationSize } from './options.ts';
import type { Goal } from './report/goal-table.ts';
import type { WorstCase } from './worst/write-worst-cases.ts';

/** Everything that one run measured; the content of `report.json`. */
export interface Evaluation {
  /** Of every picture in it. */
  readonly dataKind: 'synthetic';
  readonly date: string;
  readonly isQuick: boolean;
  readonly seed: number;
  readonly size: EvaluationSize;
  readonly model: { readonly version: string; readonly digest: string; readonly pipelineVersion: string };
  readonly goals: readonly Goal[];
  readonly learning: LearningFigures;
  /** In the first held-out laboratory. */
  readonly mapLearning: readonly MapSituation[];
  readonly seeing: readonly SeeingFigures[];
  readonly falseAnswers: readonly FalseAnswers[];
  readonly repeatability: readonly Repeatability[];
  readonly causes: readonly { readonly name: string; readonly figures: EvaluationFigures }[];
  /** Of the held-out families, by the model without labels, worst first. */
  readonly worstCases: readonly WorstCase[];
  /** Drawings beside the report. */
  readonly charts: readonly { readonly file: string; readonly alternative: string }[];
}
