import type { NetworkWeights } from '@mlmcsc/kernels';

/** Mean of the weights of networks that were trained from one another: lies in the middle of the basin that their ends circle, and
 * does better on pictures of another kind than either.
 * @source P. Izmailov et al., "Averaging weights leads to wider optima and better generalization", UAI 2018;
 *   M. Wortsman et al., "Model soups", ICML 2022 */
export function meanWeights(networks: readonly NetworkWeights[]): NetworkWeights {
  return Object.fromEntries(
    Object.keys(networks[0]).map((name) => {
      const sums = new Float64Array(networks[0][name].length);
      for (const network of networks) {
        for (let i = 0; i < sums.length; i++) sums[i] += network[name][i];
      }
      return [name, Float32Array.from(sums, (sum) => sum / networks.length)];
    }),
  );
}
