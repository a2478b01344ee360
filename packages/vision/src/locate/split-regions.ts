import { distanceToEdge } from '../geometry/distance-to-edge.ts';
import type { MapRegion } from './connected-regions.ts';
import { connectedRegions } from './connected-regions.ts';

/** A rectangle of cells of a map. */
export interface MapWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A compact part of a region, as its own map: thin bridges and spurs are cut off. */
export interface RegionPart {
  readonly region: MapRegion;
  /** The cells that `values` covers: the region and a rim of one cell, as far as the map reaches. */
  readonly window: MapWindow;
  /** The probability map in the window with everything but this part suppressed and its holes filled; ready for one contour. */
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
    const window = windowAround(region, width, height);
    const solid = fillHoles(labels, region.label, window, width);
    const local = cut(map, window, width);
    for (const part of openParts(solid, region.area, window, minimumCells)) {
      const values = isolate(local, part, window, level);
      parts.push({ values, window, region: measure(local, part, window, region.label) });
    }
  }
  return parts.sort((a, b) => b.region.mass - a.region.mass);
}

/** A region's box and a rim of one cell: all that its parts can depend on. */
function windowAround(region: MapRegion, width: number, height: number): MapWindow {
  const left = Math.max(0, region.left - 1);
  const top = Math.max(0, region.top - 1);
  return {
    left,
    top,
    width: Math.min(width, region.right + 2) - left,
    height: Math.min(height, region.bottom + 2) - top,
  };
}

function cut(map: Float32Array, window: MapWindow, mapWidth: number): Float32Array {
  const out = new Float32Array(window.width * window.height);
  for (let y = 0; y < window.height; y += 1) {
    const from = (window.top + y) * mapWidth + window.left;
    out.set(map.subarray(from, from + window.width), y * window.width);
  }
  return out;
}

/** 1 in the region and in whatever it encloses. */
function fillHoles(labels: Int32Array, label: number, window: MapWindow, mapWidth: number): Float32Array {
  const { left, top, width, height } = window;
  const stride = width + 2;
  const open = new Float32Array(stride * (height + 2)).fill(1);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * mapWidth + left;
    for (let x = 0; x < width; x += 1) {
      if (labels[from + x] === label) open[(y + 1) * stride + x + 1] = 0;
    }
  }
  const background = connectedRegions(open, stride, height + 2, 1);
  const outside = background.labels[0];
  const solid = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      solid[y * width + x] = background.labels[(y + 1) * stride + x + 1] === outside ? 0 : 1;
    }
  }
  return solid;
}

/** The compact parts of a solid region as masks of 0 and 1. */
function openParts(
  solid: Float32Array,
  area: number,
  { width, height }: MapWindow,
  minimumCells: number,
): Float32Array[] {
  const radius = Math.max(1, NECK_SHARE * Math.sqrt(area));
  const depth = distanceToEdge(solid, width, height);
  const core = new Float32Array(depth.length);
  for (let i = 0; i < core.length; i += 1) core[i] = depth[i] > radius ? 1 : 0;
  const { labels, regions } = connectedRegions(core, width, height, 1);
  const parts: Float32Array[] = [];
  for (const { label } of regions) {
    const others = new Float32Array(labels.length);
    for (let i = 0; i < others.length; i += 1) others[i] = labels[i] === label ? 0 : 1;
    const near = distanceToEdge(others, width, height, false);
    const part = new Float32Array(solid.length);
    let cells = 0;
    for (let i = 0; i < part.length; i += 1) {
      if (solid[i] !== 1 || near[i] > radius + KEEP) continue;
      part[i] = 1;
      cells += 1;
    }
    if (cells >= minimumCells) parts.push(part);
  }
  return parts;
}

/** The map inside a part (holes raised to 1) and just around it (kept below the level), 0 elsewhere. */
function isolate(
  map: Float32Array,
  part: Float32Array,
  { width, height }: MapWindow,
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

function measure(map: Float32Array, part: Float32Array, window: MapWindow, label: number): MapRegion {
  let area = 0;
  let mass = 0;
  let left = window.width;
  let top = window.height;
  let right = -1;
  let bottom = -1;
  for (let y = 0; y < window.height; y += 1) {
    for (let x = 0; x < window.width; x += 1) {
      const at = y * window.width + x;
      if (part[at] === 0) continue;
      area += 1;
      mass += map[at];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return {
    label,
    area,
    mass,
    left: window.left + left,
    top: window.top + top,
    right: window.left + right,
    bottom: window.top + bottom,
  };
}
