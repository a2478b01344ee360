import type { NegativeSpec, SceneFamily, SceneSpec } from '@mlmcsc/specimens';

/** What a picture is taken for. */
export type PictureSet = 'laboratory' | 'negative' | 'unfit' | 'repeat' | 'cause';

/** One picture of the evaluation: what to render, and what it belongs to. */
export interface EvaluationPicture {
  readonly set: PictureSet;
  /** Laboratory, cause, kind of unfitness or kind of repetition. */
  readonly group: string;
  /** Name of the broken bar; pictures of the same bar share it. */
  readonly specimen: string;
  /** Name of the heat; bars of one heat share material and morphology. */
  readonly heat: string;
  readonly spec: SceneSpec | NegativeSpec;
}

/** One set-up: light, camera, bench and steel shared by all its pictures. */
export interface Laboratory {
  readonly name: string;
  readonly family: SceneFamily;
  /** Of a family that nothing in the model was made from. */
  readonly isHeldOut: boolean;
  readonly seed: number;
}
