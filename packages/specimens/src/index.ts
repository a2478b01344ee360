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
