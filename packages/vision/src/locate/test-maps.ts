import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import type { ImagePoint } from '../image/value-image.ts';
import type { ProbabilityMaps } from './face-from-probability-maps.ts';

/** A rectangle turned by `degrees` clockwise; with 0 the first edge is the top one. For tests. */
export function turnedRectangle(
  centre: ImagePoint,
  width: number,
  depth: number,
  degrees: number,
): [ImagePoint, ImagePoint, ImagePoint, ImagePoint] {
  const angle = (degrees * Math.PI) / 180;
  const at = (u: number, v: number): ImagePoint => ({
    x: centre.x + u * Math.cos(angle) - v * Math.sin(angle),
    y: centre.y + u * Math.sin(angle) + v * Math.cos(angle),
  });
  return [
    at(-width / 2, -depth / 2),
    at(width / 2, -depth / 2),
    at(width / 2, depth / 2),
    at(-width / 2, depth / 2),
  ];
}

/** What a perfect network would answer for such a rectangle with the notch along its first edge. For tests. */
export function rectangleMaps(
  width: number,
  height: number,
  face: { centre: ImagePoint; width: number; depth: number; degrees: number },
): ProbabilityMaps {
  const outline = turnedRectangle(face.centre, face.width, face.depth, face.degrees);
  const strip = (1.5 / 8) * face.depth;
  const angle = (face.degrees * Math.PI) / 180;
  const shift = (face.depth - strip) / 2;
  const band = turnedRectangle(
    { x: face.centre.x + shift * Math.sin(angle), y: face.centre.y - shift * Math.cos(angle) },
    face.width,
    strip,
    face.degrees,
  );
  return {
    width,
    height,
    face: rasterisePolygon(outline, width, height),
    notch: rasterisePolygon(band, width, height),
  };
}
