import { SURFACE_BLOCK, SURFACE_HEIGHT, SURFACE_WIDTH } from './surface-input.ts';

const ROWS = SURFACE_HEIGHT / SURFACE_BLOCK;
const COLUMNS = SURFACE_WIDTH / SURFACE_BLOCK;

/** Place of a cell of the map among the planes that the surface network answers with: one plane for each place in a block. */
const placeOf = (x: number, y: number): number =>
  (((y % SURFACE_BLOCK) * SURFACE_BLOCK + (x % SURFACE_BLOCK)) * ROWS + Math.floor(y / SURFACE_BLOCK)) *
    COLUMNS +
  Math.floor(x / SURFACE_BLOCK);

const PLACES = Int32Array.from({ length: SURFACE_WIDTH * SURFACE_HEIGHT }, (_, i) =>
  placeOf(i % SURFACE_WIDTH, Math.floor(i / SURFACE_WIDTH)),
);

/** Deals a map of 80 x 96 cells out to the planes of the surface network, `SURFACE_OUTPUTS` x 40 x 48. */
export function toBlockPlanes(map: Float32Array): Float32Array {
  const planes = new Float32Array(map.length);
  for (let i = 0; i < map.length; i += 1) planes[PLACES[i]] = map[i];
  return planes;
}

/** The map of 80 x 96 cells that the planes of the surface network stand for: the inverse of `toBlockPlanes`. */
export function fromBlockPlanes(planes: Float32Array): Float32Array {
  const map = new Float32Array(PLACES.length);
  for (let i = 0; i < map.length; i += 1) map[i] = planes[PLACES[i]];
  return map;
}
