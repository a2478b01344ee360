import { createCleavageSurface, type SurfacePoint } from '../face/cleavage-surface.ts';
import { createFibrousSurface } from '../face/fibrous-surface.ts';
import { addShading, tabulateShading } from '../light/shading-table.ts';
import { type Generator, mixSeeds } from '../random/generator.ts';
import {
  CELL_TABLE,
  createCellHit,
  createNoiseTable,
  findCell,
  fractalNoise,
  gradientNoise,
} from '../random/noise.ts';
import { drawSpecimen } from '../scene/draw-specimen.ts';
import { FAMILY_TRAITS } from '../scene/family-traits.ts';
import { type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import { type Rgb, SCENE_FAMILIES } from '../scene/scene-spec.ts';
import { paintProps } from '../surroundings/paint-props.ts';
import type { NegativeSpec } from './negative-spec.ts';

/** Paints a picture that fracture surface fills from edge to edge: electron micrographs and close-ups, where nothing can be measured. */
export function paintMicrograph(canvas: LinearCanvas, spec: NegativeSpec, random: Generator): void {
  const style = random.pick(['grains', 'facets', 'facets', 'close-up'] as const);
  if (style === 'close-up') paintCloseUp(canvas, spec, random);
  else if (style === 'grains') paintGrains(canvas, spec, random);
  else paintFacets(canvas, spec, random);
  if (style !== 'close-up' && random.chance(0.6)) paintCaption(canvas, spec, random);
}

function setGrey(data: Float32Array, pixel: number, value: number): void {
  data.fill(Math.max(0.01, value), 3 * pixel, 3 * pixel + 3);
}

/** Rounded, bright-edged grains. */
function paintGrains(canvas: LinearCanvas, spec: NegativeSpec, random: Generator): void {
  const table = createNoiseTable(mixSeeds(spec.seed, 67));
  const hit = createCellHit();
  const { width, height, data } = canvas;
  const cells = random.between(4, 22) / height;
  const rough = random.between(0.05, 0.3);
  const flat = random.chance(0.35);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const bend = 0.3 * gradientNoise(table, column * cells * 1.3, row * cells * 1.3);
      findCell(spec.seed, column * cells + bend, row * cells - bend, hit);
      const edge = smoothStep(0.12, 0, hit.second - hit.nearest);
      const dome = flat ? 0 : 0.25 * (1 - hit.nearest);
      const grit = rough * fractalNoise(table, column * cells * 9, row * cells * 9, 3, 0.6);
      const tone = 0.22 + 0.25 * CELL_TABLE.first[hit.cell]! + dome + grit;
      setGrey(data, row * width + column, tone + (flat ? -0.25 : 0.3) * edge);
    }
  }
}

/** Large flat facets with fans of river lines, glowing edges and debris between them. */
function paintFacets(canvas: LinearCanvas, spec: NegativeSpec, random: Generator): void {
  const table = createNoiseTable(mixSeeds(spec.seed, 69));
  const hit = createCellHit();
  const { width, height, data } = canvas;
  const cells = random.between(1.6, 6) / height;
  const { first, second, third, slopeX, slopeY } = CELL_TABLE;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let x = column * cells;
      let y = row * cells;
      const bend = 0.22 * fractalNoise(table, x * 1.1, y * 1.1, 3, 0.5);
      x += bend;
      y -= bend;
      findCell(spec.seed, x, y, hit);
      let cell = hit.cell;
      let border = hit.second - hit.nearest;
      if (third[cell]! > 0.6) {
        findCell(spec.seed ^ 0x155, x * 3.7, y * 3.7, hit);
        cell = hit.cell;
        border = (hit.second - hit.nearest) / 2;
      }
      const along = x * slopeX[cell]! + y * slopeY[cell]!;
      const fan =
        second[cell]! > 0.55
          ? Math.max(0, Math.sin(along * 26 + 4 * gradientNoise(table, x * 2, y * 2))) ** 6
          : 0;
      const slope = 0.18 * Math.sin(along * 1.7 + 6 * first[cell]!);
      const edge = smoothStep(0.07, 0, border) * (0.25 + 0.6 * first[cell]!);
      const grit = 0.05 * gradientNoise(table, x * 22, y * 22);
      setGrey(
        data,
        row * width + column,
        0.12 + 0.4 * first[cell]! * first[cell]! + slope + 0.25 * fan + edge + grit,
      );
    }
  }
}

/** Real fracture surface, ours, but so near that no edge of the face is in the picture. */
function paintCloseUp(canvas: LinearCanvas, spec: NegativeSpec, random: Generator): void {
  const specimen = drawSpecimen(random, FAMILY_TRAITS[random.pick(SCENE_FAMILIES)], {});
  const { width, height, data } = canvas;
  const pxPerMm = height / random.between(1.2, 4);
  const cleaved = random.chance(0.6);
  const surface = cleaved
    ? createCleavageSurface(specimen.cleavage, spec.seed, pxPerMm, 8, 5)
    : createFibrousSurface(specimen.fibrous, spec.seed, pxPerMm);
  const { steel } = specimen;
  const shading = cleaved
    ? tabulateShading(spec.light, steel.cleavageAlbedo, steel.cleavageSpecular, steel.cleavageGloss)
    : tabulateShading(spec.light, steel.fibrousAlbedo, steel.fibrousSpecular, steel.fibrousGloss);
  const point: SurfacePoint = { slopeU: 0, slopeV: 0, height: 0, shade: 1 };
  const above = new Float32Array(width);
  const colour = new Float64Array(3);
  for (let row = 0; row < height; row++) {
    let before = 0;
    for (let column = 0; column < width; column++) {
      surface(column / pxPerMm - 1, row / pxPerMm + 2, point);
      const slopeX = column === 0 ? 0 : (point.height - before) * pxPerMm;
      const slopeY = row === 0 ? 0 : (point.height - above[column]!) * pxPerMm;
      before = point.height;
      above[column] = point.height;
      colour.fill(0);
      addShading(shading, slopeX + point.slopeU, slopeY + point.slopeV, 2.2 * point.shade, colour);
      data.set(colour, 3 * (row * width + column));
    }
  }
}

/** The black strip with magnification and bar under a micrograph. */
function paintCaption(canvas: LinearCanvas, spec: NegativeSpec, random: Generator): void {
  const { width, height, data } = canvas;
  const top = Math.floor(height * random.between(0.88, 0.94));
  data.fill(0.8, 3 * width * top, 3 * width * (top + 2));
  data.fill(0.02, 3 * width * (top + 2));
  const colour: Rgb = [0.9, 0.9, 0.9];
  const text = `X${random.integer(1, 9)}000`;
  const x = random.between(0.2, 0.8);
  paintProps(
    canvas,
    [{ kind: 'number', rotationDegrees: 0, size: 0.04, colour, x, y: 0.965, text }],
    spec.light,
    1,
  );
}
