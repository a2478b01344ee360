import { createSeededRandom } from '@mlmcsc/charpy/statistics';
import { expect, it } from 'vitest';
import { compareReaders } from './compare-readers.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import { limitsOfAgreement } from './limits-of-agreement.ts';

/** Every number in a result, with the way to it. */
function numbersOf(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersOf(one, `${path}/${name}`));
}

it('gives finite figures or a reason, whatever the readings: few, coarse, equal, missing', () => {
  const random = createSeededRandom(3);
  for (let round = 0; round < 3000; round++) {
    const [specimens, readers, repeats] = [1 + random.below(5), 1 + random.below(4), 1 + random.below(3)];
    // Coarse steps make ties, perfect agreement and readings without any spread likely.
    const step = [100, 50, 10, 0.1][random.below(4)];
    const isNoisy = random.uniform() < 0.5;
    const readings = Array.from({ length: specimens }, (_, i) => ({
      i,
      truth: random.below(3) * 50,
    })).flatMap(({ i, truth }) =>
      Array.from({ length: readers }, (_, j) => j).flatMap((j) =>
        Array.from({ length: repeats }, (_, r) => ({
          specimen: `S${i}`,
          reader: `R${j}`,
          repeat: r + 1,
          percent: isNoisy ? Math.min(100, step * random.below(Math.floor(100 / step) + 1)) : truth,
        })),
      ),
    );
    const kept = random.uniform() < 0.5 ? readings : readings.filter(() => random.uniform() < 0.8);
    for (const [path, value] of numbersOf(compareReaders(kept))) {
      expect(Number.isFinite(value), `${path} is ${value} for ${JSON.stringify(kept)}`).toBe(true);
    }
  }
});

it('holds the true ICC and the true bias in 95 % intervals about 95 times of 100', () => {
  const random = createSeededRandom(5);
  const [rounds, specimens, readers] = [1000, 20, 4];
  // Specimens, readers and scatter: 20, 3 and 5 points.
  const truths = { agreement: 400 / (400 + 9 + 25), consistency: 400 / (400 + 25) };
  const held = { agreement: 0, consistency: 0, bias: 0 };
  for (let round = 0; round < rounds; round++) {
    const biases = Array.from({ length: readers }, () => 3 * random.normal());
    const table = Array.from({ length: specimens }, () => {
      const truth = 50 + 20 * random.normal();
      return biases.map((bias) => truth + bias + 5 * random.normal());
    });
    const icc = intraclassCorrelation(table);
    const limits = limitsOfAgreement(table.map(([first, second]) => ({ first, second })));
    if (!(icc.ok && limits.ok)) throw new Error('no figure');
    for (const name of ['agreement', 'consistency'] as const) {
      if (icc[name].lower <= truths[name] && truths[name] <= icc[name].upper) held[name]++;
    }
    const difference = biases[0] - biases[1];
    if (limits.bias.lower <= difference && difference <= limits.bias.upper) held.bias++;
  }
  for (const [name, count] of Object.entries(held)) {
    expect(count / rounds, name).toBeGreaterThan(0.93);
    expect(count / rounds, name).toBeLessThan(0.975);
  }
});
