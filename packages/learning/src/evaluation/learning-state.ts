import type { Model } from '../artefact/model.ts';

/** The two parts of a model that labels change. */
export type LearningState = Pick<Model, 'head' | 'conformal'>;
