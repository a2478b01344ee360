import { fitTransitionCurve, type TransitionPoint } from '@mlmcsc/charpy';
import { afterAll, expect, it } from 'vitest';
import { ThreadCurveFitter } from './thread-curve-fitter.ts';

const curves = new ThreadCurveFitter();
afterAll(() => curves.close());

const points: readonly TransitionPoint[] = Array.from({ length: 16 }, (_, index) => {
  const temperatureC = -100 + 12 * index;
  return { temperatureC, value: 100 + 90 * Math.tanh((temperatureC + 20) / 35) + ((index * 7) % 5) - 2 };
});
const options = { quantity: 'energy', model: 'tanh', replicates: 199 } as const;

it('answers as the calculation itself does, and the same when asked again', async () => {
  const result = await curves.fit(points, options);
  expect(result).toEqual(fitTransitionCurve(points, options));
  expect(await curves.fit(points, options)).toBe(result);
});

it('says what is out of range, and refuses when too many wait', async () => {
  await expect(curves.fit(points, { ...options, upperShelf: { fixedAt: -1 } })).rejects.toMatchObject({
    code: 'curve-unfit',
  });
  const many = Array.from({ length: 40 }, (_, seed) => curves.fit(points, { ...options, seed: seed + 2 }));
  const codes = (await Promise.allSettled(many)).map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : 'fitted',
  );
  expect(new Set(codes)).toEqual(new Set(['fitted', 'curves-busy']));
  // What was refused is fitted when it is asked for again.
  const refused = codes.indexOf('curves-busy');
  expect((await curves.fit(points, { ...options, seed: refused + 2 })).ok).toBe(true);
});
