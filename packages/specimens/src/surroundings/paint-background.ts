import { createNoiseTable, fractalNoise, gradientNoise } from '../random/noise.ts';
import { type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { BackgroundSpec, LightSpec } from '../scene/scene-spec.ts';

/** Reflectance relative to the background's colour at (x, y) in mm; written as a plain factor. */
type Pattern = (x: number, y: number) => number;

/** Paints what lies behind and around the specimen, lit by the scene's light in the large.
 * @param pxPerMm - scale of the specimen's plane, so that cloth and wood have a believable size
 */
export function paintBackground(
  canvas: LinearCanvas,
  spec: BackgroundSpec,
  light: LightSpec,
  seed: number,
  pxPerMm: number,
): void {
  const { width, height, data } = canvas;
  const pattern = createPattern(spec, seed, pxPerMm);
  const turn = (spec.angleDegrees * Math.PI) / 180;
  const cosine = Math.cos(turn) / pxPerMm;
  const sine = Math.sin(turn) / pxPerMm;
  const illumination = totalLight(light);
  const [red, green, blue] = spec.colour;
  for (let row = 0; row < height; row++) {
    const fallY = 1 + light.falloffY * (row / height - 0.5);
    for (let column = 0; column < width; column++) {
      const fall = fallY * (1 + light.falloffX * (column / width - 0.5));
      const shade = Math.max(0, pattern(column * cosine - row * sine, column * sine + row * cosine)) * fall;
      const at = 3 * (row * width + column);
      data[at] = red * shade * illumination[0];
      data[at + 1] = green * shade * illumination[1];
      data[at + 2] = blue * shade * illumination[2];
    }
  }
}

/** Light on a surface that faces the camera. */
export function totalLight(light: LightSpec): [number, number, number] {
  const sum: [number, number, number] = [light.ambient[0], light.ambient[1], light.ambient[2]];
  for (const lobe of light.lobes) {
    const weight = lobe.intensity * Math.max(0.15, lobe.direction[2]);
    for (let channel = 0; channel < 3; channel++) sum[channel]! += weight * lobe.colour[channel]!;
  }
  return sum.map((value) => Math.max(value, 0.02)) as [number, number, number];
}

function createPattern(spec: BackgroundSpec, seed: number, pxPerMm: number): Pattern {
  const table = createNoiseTable(seed);
  const scale = 1 / spec.scaleMm;
  // Features finer than the blur or than two pixels are left out: they would only alias.
  const finest = Math.max(spec.blurMm * 1.5, 2 / pxPerMm);
  const detail = (wave: number): number => Math.max(0, Math.min(1, wave / finest - 0.6));
  switch (spec.kind) {
    case 'black-cloth': {
      const weave = 0.6 * detail(spec.scaleMm);
      return (x, y) => {
        const folds = 1 + 0.5 * gradientNoise(table, x * 0.05, y * 0.05);
        const threads = Math.sin(x * scale * 6.283) * Math.sin(y * scale * 6.283);
        return folds * (1 + weave * threads + 0.35 * gradientNoise(table, x * 1.5, y * 1.5));
      };
    }
    case 'wood': {
      const fine = detail(0.8);
      return (x, y) => {
        const bend = 3 * gradientNoise(table, x * 0.02, y * 0.03);
        const rings = Math.sin((y * 0.35 + bend) * scale * 4);
        const fibre = gradientNoise(table, x * 0.12, y * 2.4);
        return 0.95 + 0.14 * rings + 0.16 * fine * fibre;
      };
    }
    case 'graph-paper': {
      const line = Math.max(0.12, finest * 0.5);
      return (x, y) => {
        const near = (value: number, pitch: number): number => {
          const part = value / pitch - Math.round(value / pitch);
          return Math.abs(part) * pitch;
        };
        const thin = Math.max(1 - near(x, 1) / line, 1 - near(y, 1) / line, 0);
        const thick = Math.max(1 - near(x, 5) / (line * 1.6), 1 - near(y, 5) / (line * 1.6), 0);
        return 1 - 0.25 * Math.min(1, detail(1)) * thin - 0.4 * thick;
      };
    }
    case 'cutting-mat': {
      const line = Math.max(0.2, finest * 0.5);
      return (x, y) => {
        const pitch = 10;
        const nearX = Math.abs(x / pitch - Math.round(x / pitch)) * pitch;
        const nearY = Math.abs(y / pitch - Math.round(y / pitch)) * pitch;
        const grid = Math.max(1 - nearX / line, 1 - nearY / line, 0);
        return 0.9 + 0.9 * grid + 0.12 * gradientNoise(table, x * 1.7, y * 1.7);
      };
    }
    case 'clay':
      return (x, y) => {
        const lumps = fractalNoise(table, x * 0.12 * scale, y * 0.12 * scale, 4, 0.55);
        const slope = fractalNoise(table, x * 0.12 * scale + 0.06, y * 0.12 * scale + 0.04, 3, 0.55) - lumps;
        return 0.9 + 0.5 * lumps + 1.6 * slope;
      };
    case 'vise': {
      const fine = detail(0.5);
      return (x, y) => {
        const jaw = Math.abs(y) % (spec.scaleMm * 9);
        const gap = smoothStep(0.6, 1.2, jaw);
        const milled = gradientNoise(table, x * 0.15, y * 3);
        return gap * (0.8 + 0.18 * fine * milled + 0.25 * gradientNoise(table, x * 0.04, y * 0.07)) + 0.05;
      };
    }
    case 'stainless': {
      const fine = detail(0.35);
      return (x, y) =>
        0.85 +
        0.35 * gradientNoise(table, x * 0.012, y * 0.05) +
        0.2 * fine * gradientNoise(table, x * 0.2, y * 4);
    }
    case 'grey-bench':
      return (x, y) =>
        0.95 +
        0.12 * fractalNoise(table, x * 0.08, y * 0.08, 4, 0.6) +
        0.06 * gradientNoise(table, x * 2, y * 2);
    case 'cardboard':
      return (x, y) =>
        0.95 +
        0.08 * gradientNoise(table, x * 0.9, y * 0.15) +
        0.07 * fractalNoise(table, x * 0.4, y * 0.4, 3, 0.6);
    case 'white-paper':
      return (x, y) => 0.97 + 0.05 * fractalNoise(table, x * 0.06, y * 0.06, 3, 0.5);
    case 'black-void':
      return (x, y) => 1 + 0.4 * gradientNoise(table, x * 0.03, y * 0.03);
  }
}
