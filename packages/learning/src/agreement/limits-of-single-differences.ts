import { mean } from '@mlmcsc/charpy/statistics';
import { groupBySpecimen, type SpecimenPair } from './specimen-means.ts';

/** Limits of agreement of single pictures where specimens have several: the variances between and within specimens are added, so that
 * averaging makes them no narrower.
 * @param pairs - of at least two specimens
 * @param centre - mean difference `first − second` around which the limits lie
 * @source Bland & Altman, J. Biopharm. Stat. 17 (2007) 571–582, section 3 (the true value varies): one-way analysis of variance of the
 * differences, variance between specimens `(MS_b − MS_w) / m`, `m = ((Σmᵢ)² − Σmᵢ²) / ((n − 1) Σmᵢ)`; we set a negative one to 0. With one
 * picture a specimen these are the limits of 1986
 */
export function limitsOfSingleDifferences(
  pairs: readonly SpecimenPair[],
  centre: number,
): { readonly lower: number; readonly upper: number } {
  const groups = groupBySpecimen(pairs).map((group) => group.map(({ first, second }) => first - second));
  const [specimens, pictures] = [groups.length, pairs.length];
  const grand = mean(groups.flat());
  const squares = { between: 0, within: 0, sizes: 0 };
  for (const group of groups) {
    const own = mean(group);
    squares.between += group.length * (own - grand) ** 2;
    squares.within += group.reduce((sum, value) => sum + (value - own) ** 2, 0);
    squares.sizes += group.length ** 2;
  }
  const within = pictures === specimens ? 0 : squares.within / (pictures - specimens);
  const size = (pictures ** 2 - squares.sizes) / ((specimens - 1) * pictures);
  const between = Math.max(0, (squares.between / (specimens - 1) - within) / size);
  const half = 1.96 * Math.sqrt(between + within);
  return { lower: centre - half, upper: centre + half };
}
