import { distanceToEdge } from '../geometry/distance-to-edge.ts';
import type { MapRegion } from './connected-regions.ts';
import { connectedRegions } from './connected-regions.ts';

/** A compact part of a region, as its own map: thin bridges and spurs are cut off. */
export interface RegionPart {
  readonly region: MapRegion;
  /** The probability map with everything but this part suppressed and its holes filled; ready for one contour. */
  readonly values: Float32Array;
}

/** Bridges and spurs narrower than twice this share of the square root of the area are cut: about 0.5 mm of a face. */
const NECK_SHARE = 0.06;
/** Only so many of the heaviest regions are looked at: a noisy map has hundreds. */
const MOST_REGIONS = 5;
/** How far beyond the opened part a region is kept, cells: corners, which opening would round off, stay. */
const KEEP = 2.5;

/** Splits a probability map into compact parts above `level`, heaviest first.
 * Two faces that touch, or a face that has grown into a label beside it, come apart where the map is narrow
 * (morphological opening by distance, then limited reconstruction).
 * @source P. Soille, Morphological Image Analysis, 2nd edition (2004), chapters 4 and 6 */
export function splitRegions(
  map: Float32Array,
  width: number,
  height: number,
  level: number,
  minimumCells: number,
): RegionPart[] {
  const { labels, regions } = connectedRegions(map, width, height, level);
  const parts: RegionPart[] = [];
  for (const region of regions.slice(0, MOST_REGIONS)) {
    if (region.area < minimumCells) continue;
    const solid = fillHoles(labels, region.label, width, height);
    for (const part of openParts(solid, region.area, width, height, minimumCells)) {
      const values = isolate(map, part, width, height, level);
      parts.push({ values, region: measure(map, part, width, region.label) });
    }
  }
  return parts.sort((a, b) => b.region.mass - a.region.mass);
}

/** 1 in the region and in whatever it encloses. */
function fillHoles(labels: Int32Array, label: number, width: number, height: number): Float32Array {
  const open = new Float32Array((width + 2) * (height + 2)).fill(1);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (labels[y * width + x] === label) open[(y + 1) * (width + 2) + x + 1] = 0;
    }
  }
  const background = connectedRegions(open, width + 2, height + 2, 1);
  const outside = background.labels[0];
  const solid = new Float32Array(width * height);
  for (let i = 0; i < solid.length; i += 1) {
    const x = i % width;
    const at = ((i - x) / width + 1) * (width + 2) + x + 1;
    solid[i] = background.labels[at] === outside ? 0 : 1;
  }
  return solid;
}

/** The compact parts of a solid region as masks of 0 and 1. */
function openParts(
  solid: Float32Array,
  area: number,
  width: number,
  height: number,
  minimumCells: number,
): Float32Array[] {
  const radius = Math.max(1, NECK_SHARE * Math.sqrt(area));
  const depth = distanceToEdge(solid, width, height);
  const core = depth.map((distance) => (distance > radius ? 1 : 0));
  const { labels, regions } = connectedRegions(core, width, height, 1);
  const parts: Float32Array[] = [];
  for (const { label } of regions) {
    const others = labels.map((other) => (other === label ? 0 : 1));
    const near = distanceToEdge(Float32Array.from(others), width, height, false);
    const part = solid.map((inside, i) => (inside === 1 && near[i] <= radius + KEEP ? 1 : 0));
    if (part.reduce((sum, inside) => sum + inside, 0) >= minimumCells) parts.push(part);
  }
  return parts;
}

/** The map inside a part (holes raised to 1) and just around it (kept below the level), 0 elsewhere. */
function isolate(
  map: Float32Array,
  part: Float32Array,
  width: number,
  height: number,
  level: number,
): Float32Array {
  const out = new Float32Array(map.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (part[at] === 1) out[at] = map[at] >= level ? map[at] : 1;
      else if (hasNeighbour(part, x, y, width, height)) out[at] = Math.min(map[at], 0.9 * level);
    }
  }
  return out;
}

function hasNeighbour(part: Float32Array, x: number, y: number, width: number, height: number): boolean {
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
      if (part[ny * width + nx] === 1) return true;
    }
  }
  return false;
}

function measure(map: Float32Array, part: Float32Array, width: number, label: number): MapRegion {
  const region = {
    label,
    area: 0,
    mass: 0,
    left: width,
    top: Number.MAX_SAFE_INTEGER,
    right: -1,
    bottom: -1,
  };
  for (let i = 0; i < part.length; i += 1) {
    if (part[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    region.area += 1;
    region.mass += map[i];
    region.left = Math.min(region.left, x);
    region.right = Math.max(region.right, x);
    region.top = Math.min(region.top, y);
    region.bottom = y;
  }
  return region;
}
