import type { Generator } from '../random/generator.ts';
import type { FamilyTraits } from './family-traits.ts';
import type { CameraSpec, Fitness } from './scene-spec.ts';

/** Draws the camera; `metered` is the exposure that would render the face mid-grey. */
export function drawCamera(
  random: Generator,
  traits: FamilyTraits,
  fitness: Fitness,
  metered: number,
): CameraSpec {
  const cast = (): number => Math.exp(random.normal() * traits.colourCast);
  const noise = random.logBetween(...traits.noise);
  const stops = fitness === 'badly-exposed' ? random.pick([-2.4, -1.9, 1.5, 1.9]) : random.normal() * 0.4;
  const blurred = fitness === 'blurred';
  return {
    exposure: metered * 2 ** stops,
    whiteBalance: [cast(), 1, cast()],
    gamma: random.between(...traits.gamma),
    contrast: random.between(...traits.contrast),
    saturation: random.between(0.5, 1.25),
    greyscale: random.chance(traits.greyscale),
    blurPx: random.between(...traits.blurPx),
    defocusPx: blurred ? random.between(5, 14) : random.chance(0.2) ? random.between(0.3, 1.6) : 0,
    shakePx: blurred && random.chance(0.4) ? random.between(8, 24) : 0,
    shakeDegrees: random.between(0, 180),
    sharpening: random.between(...traits.sharpening),
    chromaBlurPx: random.between(0.4, 1.8),
    readNoise: noise * 0.5,
    shotNoise: noise,
    vignetting: random.between(0, 0.45),
    bloom: random.chance(0.4) ? random.between(0, 0.35) : 0,
  };
}
