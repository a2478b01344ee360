import { measureShear } from '@mlmcsc/core/measure';
import type { StoredScene } from '@mlmcsc/default-model';
import type { Model } from '@mlmcsc/learning';
import {
  backProjectMap,
  drawOverlay,
  type ImagePoint,
  type PhotoMap,
  type RgbImage,
  resampleRegion,
} from '@mlmcsc/vision';

/** Height of the picture, and the longest width of one of its three panels, px. */
const HEIGHT = 420;
const WIDEST = 640;
const GAP = 10;
/** Free space around the faces, part of their extent. */
const MARGIN = 0.12;
const OPACITY = 0.55;

/** Three views of the same part of a photograph beside one another: with the outline found; with the product's map (orange
 * cleavage, blue shear); with the true outlines and the true map in the same colours. */
export function drawWorstCase(scene: StoredScene, model: Model): RgbImage {
  const { image } = scene;
  const { face, map, pose } = measureShear(image, model);
  const outlines = [
    ...scene.about.faces.map(({ outline }) => outline),
    ...(face === null ? [] : [face.outline]),
  ];
  const box = surroundings(outlines.flat(), image);
  const lineWidth = Math.max(1.5, box.height / 160);
  const said =
    map === null || pose === null || face === null ? null : backProjectMap(map, pose, face.outline, image);
  const panels = [
    face === null ? image : drawOverlay(image, face, null, { lineWidth }),
    face === null ? image : drawOverlay(image, face, said, { lineWidth, opacity: OPACITY }),
    drawTruth(scene, lineWidth),
  ];
  const width = Math.min(WIDEST, Math.max(1, Math.round((HEIGHT * box.width) / box.height)));
  const height = Math.max(1, Math.round((width * box.height) / box.width));
  return besideOneAnother(panels.map((panel) => cut(panel, box, width, height)));
}

function drawTruth({ image, labels, about }: StoredScene, lineWidth: number): RgbImage {
  const { width, height } = image;
  const truth: PhotoMap = {
    box: { left: 0, top: 0, width, height },
    inside: { width, height, data: Uint8Array.from(labels, (label) => ((label & 7) > 0 ? 255 : 0)) },
    cleavage: { width, height, data: Float32Array.from(labels, (label) => ((label & 64) > 0 ? 1 : 0)) },
  };
  return about.faces.reduce(
    (drawn, { outline, cornerPoints }, i) =>
      drawOverlay(drawn, { outline, corners: cornerPoints }, i === 0 ? truth : null, {
        lineWidth,
        opacity: OPACITY,
      }),
    image,
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The extent of the points with some room around, inside the picture. */
function surroundings(points: readonly ImagePoint[], { width, height }: RgbImage): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const room = MARGIN * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const left = Math.max(0, Math.floor(Math.min(...xs) - room));
  const top = Math.max(0, Math.floor(Math.min(...ys) - room));
  return {
    left,
    top,
    width: Math.max(1, Math.min(width, Math.ceil(Math.max(...xs) + room)) - left),
    height: Math.max(1, Math.min(height, Math.ceil(Math.max(...ys) + room)) - top),
  };
}

function cut(image: RgbImage, box: Box, width: number, height: number): RgbImage {
  const { data } = resampleRegion(image, box, width, height);
  return { width, height, data: Uint8Array.from(data, (value) => Math.round(value)) };
}

/** @param panels - of equal size */
function besideOneAnother(panels: readonly RgbImage[]): RgbImage {
  const { width: each, height } = panels[0];
  const width = panels.length * each + (panels.length - 1) * GAP;
  const data = new Uint8Array(3 * width * height).fill(255);
  for (const [i, panel] of panels.entries()) {
    for (let row = 0; row < height; row += 1) {
      const line = panel.data.subarray(3 * row * each, 3 * (row + 1) * each);
      data.set(line, 3 * (row * width + i * (each + GAP)));
    }
  }
  return { width, height, data };
}
