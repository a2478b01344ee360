export { type DemonstrationSpecimen, demonstrationSeries } from './demonstration/demonstration-series.ts';
export { drawNegativeSpec, type NegativeOverrides } from './negatives/draw-negative-spec.ts';
export { NEGATIVE_SUBJECTS, type NegativeSpec, type NegativeSubject } from './negatives/negative-spec.ts';
export { renderNegative } from './negatives/render-negative.ts';
export { renderScene } from './render-scene.ts';
export { drawSceneSpec, type SceneOverrides } from './scene/draw-scene-spec.ts';
export {
  type CameraSpec,
  type Fitness,
  SCENE_FAMILIES,
  type SceneFamily,
  type SceneSpec,
  type SpecimenSpec,
  type SpecimenWidth,
} from './scene/scene-spec.ts';
export type { FaceTruth, NotchSide, RenderedScene, SceneTruth } from './truth/rendered-scene.ts';
export { NOTCH_BAND_MM } from './truth/trace-truth.ts';
