import type {
  DerivativeFilters,
  MaskedGrid,
  SecondDerivativeSums,
  SupportedArea,
} from './second-derivative-sums.ts';

const REACH = 4;

/** An even filter over the samples `step` apart around a place, from the centre outwards. */
function even(plane: Float32Array, at: number, step: number, filter: Float64Array): number {
  let sum = filter[0] * plane[at];
  for (let k = 1; k <= REACH; k++) sum += filter[k] * (plane[at - k * step] + plane[at + k * step]);
  return sum;
}

function odd(plane: Float32Array, at: number, step: number, filter: Float64Array): number {
  let sum = filter[1] * (plane[at + step] - plane[at - step]);
  for (let k = 2; k <= REACH; k++) sum += filter[k] * (plane[at + k * step] - plane[at - k * step]);
  return sum;
}

/** `secondDerivativeSums` in plain TypeScript: what the kernel must equal bit by bit. */
export function referenceSecondDerivativeSums(
  { width, values, inside }: MaskedGrid,
  area: SupportedArea,
  zones: Int8Array,
  zoneCount: number,
  filters: DerivativeFilters,
): SecondDerivativeSums {
  const smooth = new Float32Array(values.length);
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  for (let y = area.top; y <= area.bottom; y++) {
    for (let x = area.left + REACH; x <= area.right - REACH; x++) {
      const at = y * width + x;
      smooth[at] = even(values, at, 1, filters.smooth);
      first[at] = odd(values, at, 1, filters.first);
      second[at] = even(values, at, 1, filters.second);
    }
  }
  const products = new Float64Array(6);
  const byZone = new Float64Array(zoneCount);
  const zoneCounts = new Float64Array(zoneCount);
  let count = 0;
  for (let y = area.top + REACH; y <= area.bottom - REACH; y++) {
    for (let x = area.left + REACH; x <= area.right - REACH; x++) {
      const at = y * width + x;
      const support = [at, at - REACH, at + REACH, at - REACH * width, at + REACH * width];
      if (support.some((place) => inside[place] === 0)) continue;
      const xx = even(second, at, width, filters.smooth);
      const xy = odd(first, at, width, filters.first);
      const yy = even(smooth, at, width, filters.second);
      count += 1;
      [xx * xx, yy * yy, xy * xy, xx * yy, xx * xy, yy * xy].forEach((product, i) => {
        products[i] += product;
      });
      if (zones[at] < 0) continue;
      byZone[zones[at]] += xx * xx + 2 * xy * xy + yy * yy;
      zoneCounts[zones[at]] += 1;
    }
  }
  return { products, count, byZone, zoneCounts };
}
