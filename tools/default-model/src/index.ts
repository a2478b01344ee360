export { type FaceMatch, type SceneView, viewScene } from './measure/view-scene.ts';
export { mixSeeds } from './random/mix-seeds.ts';
export { createProgressLog, type ProgressLog } from './report/progress-log.ts';
export { HELD_OUT_FAMILIES, TRAINING_FAMILIES } from './scenes/scene-plan.ts';
export { packLabels, type StoredScene } from './scenes/stored-scene.ts';
export { stageKey } from './stages/stage-key.ts';
