import {
  drawNegativeSpec,
  drawSceneSpec,
  type RenderedScene,
  renderNegative,
  renderScene,
  type SceneSpec,
} from '@mlmcsc/specimens';
import type { PlannedScene } from './scene-plan.ts';
import { packLabels, type StoredScene } from './stored-scene.ts';

/** The face takes this share of a close-up's height, less where its widened sides would not fit. */
const CLOSE_UP_FILL = 0.85;

/** Renders a planned picture. */
export function renderPlanned(planned: PlannedScene): StoredScene {
  const { rendered, fitness } = planned.family === null ? renderWithout(planned) : renderWith(planned);
  return {
    image: rendered.image,
    labels: packLabels(rendered.truth),
    about: {
      seed: planned.seed,
      family: planned.family ?? 'negative',
      fitness,
      faces: rendered.truth.faces,
    },
  };
}

function renderWith(planned: PlannedScene): { rendered: RenderedScene; fitness: string } {
  const spec = drawSpec(planned);
  const resolutionScale = Math.min(1, planned.longestSide / Math.max(spec.width, spec.height));
  return { rendered: renderScene({ ...spec, resolutionScale }), fitness: spec.fitness };
}

/** A specimen of its own; in a laboratory it comes before the laboratory's lamps and camera and is of its steel. */
function drawSpec({ seed, family, laboratory, closeUpSide: side }: PlannedScene): SceneSpec {
  if (side !== undefined) {
    return drawSceneSpec(seed, family!, { width: side, height: side, halves: 1, fill: CLOSE_UP_FILL });
  }
  if (laboratory === null) return drawSceneSpec(seed, family!);
  const { light, background, camera, specimen, width, height } = drawSceneSpec(laboratory, family!, {
    fitness: 'good',
  });
  const own = drawSceneSpec(seed, family!, { fitness: 'good', width, height });
  return { ...own, light, background, camera, specimen: { ...own.specimen, steel: specimen.steel } };
}

function renderWithout(planned: PlannedScene): { rendered: RenderedScene; fitness: string } {
  const spec = drawNegativeSpec(planned.seed);
  const resolutionScale = Math.min(1, planned.longestSide / Math.max(spec.width, spec.height));
  return { rendered: renderNegative({ ...spec, resolutionScale }), fitness: 'none' };
}
