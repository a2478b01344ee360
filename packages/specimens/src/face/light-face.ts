import { castShadows, measureOpenness } from '../light/occlusion.ts';
import { addShading, tabulateShading } from '../light/shading-table.ts';
import { blendPixel, type LinearCanvas } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';
import type { FaceRelief } from './build-relief.ts';
import { createDefects } from './defects.ts';
import type { FaceFrame } from './face-frame.ts';
import type { FaceRaster } from './raster-face.ts';

/** Lights a face's relief and blends it into the canvas by the cover of its outline. */
export function lightFace(
  canvas: LinearCanvas,
  spec: SceneSpec,
  half: HalfPlacement,
  frame: FaceFrame,
  raster: FaceRaster,
  surface: FaceRelief,
): void {
  const { light, specimen } = spec;
  const { steel } = specimen;
  const { width, height, inside, u: faceU, v: faceV } = raster;
  const { heights, slopesU, slopesV, shades, blends } = surface;
  const pxPerMm = frame.pxPerMm;
  const open = measureOpenness(heights, inside, width, height, pxPerMm);
  const shadow = castShadows(heights, inside, width, height, light, pxPerMm);
  const fibrousTable = tabulateShading(light, steel.fibrousAlbedo, steel.fibrousSpecular, steel.fibrousGloss);
  const cleavageTable = tabulateShading(
    light,
    steel.cleavageAlbedo,
    steel.cleavageSpecular,
    steel.cleavageGloss,
  );
  const [fibrousRed, fibrousGreen, fibrousBlue] = steel.fibrousTint;
  const [cleavageRed, cleavageGreen, cleavageBlue] = steel.cleavageTint;
  const colour = new Float64Array(3);
  const stained = specimen.defects.length > 0;
  const defects = createDefects(specimen.defects, spec.seed, specimen.widthMm / 2);
  for (let row = 0; row < height; row++) {
    const y = raster.top + row;
    const fallY = 1 + light.falloffY * (y / canvas.height - 0.5);
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const coverage = Math.min(Math.max(inside[at]! + 0.5, 0), 1);
      if (coverage <= 0) continue;
      const x = raster.left + column;
      const before = column > 0 && inside[at - 1]! > -2 ? at - 1 : at;
      const after = column < width - 1 && inside[at + 1]! > -2 ? at + 1 : at;
      const above = row > 0 && inside[at - width]! > -2 ? at - width : at;
      const below = row < height - 1 && inside[at + width]! > -2 ? at + width : at;
      const pitchX = Math.max(1, after - before);
      const pitchY = Math.max(1, (below - above) / width);
      const facetU = slopesU[at]!;
      const facetV = slopesV[at]!;
      const slopeX =
        ((heights[after]! - heights[before]!) * pxPerMm) / pitchX +
        facetU * frame.cosine -
        facetV * frame.sine +
        half.slopeX;
      const slopeY =
        ((heights[below]! - heights[above]!) * pxPerMm) / pitchY +
        facetU * frame.sine +
        facetV * frame.cosine +
        half.slopeY;
      const blend = blends[at]!;
      colour[0] = 0;
      colour[1] = 0;
      colour[2] = 0;
      if (blend < 1) addShading(fibrousTable, slopeX, slopeY, 1 - blend, colour);
      if (blend > 0) addShading(cleavageTable, slopeX, slopeY, blend, colour);
      const fall = fallY * (1 + light.falloffX * (x / canvas.width - 0.5));
      const factor = shades[at]! * open[at]! * shadow[at]! * fall;
      colour[0]! *= factor * (fibrousRed + blend * (cleavageRed - fibrousRed));
      colour[1]! *= factor * (fibrousGreen + blend * (cleavageGreen - fibrousGreen));
      colour[2]! *= factor * (fibrousBlue + blend * (cleavageBlue - fibrousBlue));
      if (stained) defects(faceU[at]!, faceV[at]!, colour);
      blendPixel(canvas.data, 3 * (y * canvas.width + x), colour[0]!, colour[1]!, colour[2]!, coverage);
    }
  }
}
