import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceFits } from '../../test/golden/nist-curves/fits.ts';
import { x52 } from '../../test/golden/nist-x52/x52.ts';
import { compareTransitionModels } from './compare-transition-models.ts';
import { fitTransitionCurve } from './fit-transition-curve.ts';
import type { TransitionOptions, TransitionPoint } from './transition-options.ts';
import type { TransitionFit, TransitionResult } from './transition-result.ts';

/** Few repetitions and grid points where intervals and the drawn curve are not looked at. */
const QUICK = { replicates: 199, curvePoints: 2 } as const;

const series = {
  energy: x52.map((one) => ({ temperatureC: one.temperatureC, value: one.energyJ })),
  'lateral-expansion': x52.map((one) => ({ temperatureC: one.temperatureC, value: one.lateralExpansionMm })),
  shear: x52.map((one) => ({ temperatureC: one.temperatureC, value: one.shearPercent })),
} as const;

function accepted(result: TransitionResult): TransitionFit {
  if (!result.ok) throw new Error(`refused: ${result.reason}: ${result.detail}`);
  return result;
}

function temperature(fit: TransitionFit, name: string) {
  const found = fit.temperatures.find((one) => one.name === name);
  if (found?.status !== 'estimated') throw new Error(`${name} is ${found?.status}`);
  return found;
}

/** `temperature,Y` as NIST's test inputs have it. */
function nistInput(file: string): TransitionPoint[] {
  const text = readFileSync(new URL(`../../test/golden/nist-curves/${file}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number))
    .map(([temperatureC, value]) => ({ temperatureC: temperatureC as number, value: value as number }));
}

describe('fitTransitionCurve on NIST X52 (printed by NIST CharpyCurveFitting, cfdef88)', () => {
  it('reproduces the spreadsheet on energy with held shelves', () => {
    const held = (fixedAt: number) => ({ fixedAt, standardUncertainty: 0 });
    const fit = accepted(
      fitTransitionCurve(series.energy, {
        quantity: 'energy',
        lowerShelf: held(2),
        upperShelf: held(72.6025),
        ...QUICK,
      }),
    );
    expect(fit.parameters.T0?.value).toBeCloseTo(11.2719, 4);
    expect(fit.parameters.C?.value).toBeCloseTo(30.1429, 4);
    expect(fit.rootMeanSquareError).toBeCloseTo(2.2305981751, 8);
    expect(fit.criteria.aic).toBeCloseTo(23.0666162654, 7);
    expect(fit.criteria.bic).toBeCloseTo(24.5213362147, 7);
    expect(temperature(fit, 'T28J').temperatureC).toBeCloseTo(3.1379, 4);
    expect(temperature(fit, 'T41J').temperatureC).toBeCloseTo(14.4418, 4);
    // Delta-method uncertainties of an independent refit.
    expect(fit.parameters.T0?.standardUncertainty).toBeCloseTo(1.093, 3);
    expect(fit.parameters.C?.standardUncertainty).toBeCloseTo(2.332, 2);
  });

  it('reproduces the report on lateral expansion with free shelves', () => {
    const fit = accepted(
      fitTransitionCurve(series['lateral-expansion'], { quantity: 'lateral-expansion', ...QUICK }),
    );
    expect(Math.abs((fit.parameters.C?.value as number) - 33.1515)).toBeLessThan(2e-4);
    expect(Math.abs((fit.parameters.T0?.value as number) - 14.8308)).toBeLessThan(2e-4);
    expect(fit.lowerShelf.value).toBeCloseTo(0.003, 4);
    expect(fit.upperShelf.value).toBeCloseTo(1.4434, 4);
    expect(fit.criteria.aic).toBeCloseTo(-60.336, 3);
    expect(fit.criteria.bic).toBeCloseTo(-57.911, 3);
    expect(temperature(fit, 'T0.89mm').temperatureC).toBeCloseTo(22.6496, 4);
    // NIST's bootstrap: C 23.96 to 40.42, T0 11.73 to 20.12, upper shelf 1.37 to 1.51; ours has heavier tails.
    expect(fit.parameters.C?.standardUncertainty).toBeCloseTo(4.771, 3);
    expect(fit.upperShelf.lower).toBeCloseTo(1.37, 1);
    expect(fit.upperShelf.upper).toBeCloseTo(1.51, 1);
    expect(fit.lowerShelf.lower).toBe(0);
    expect(fit.lowerShelf.upper).toBeGreaterThan(0.05);
  });

  it('gives FATT50 and 85 % of percent shear', () => {
    const fit = accepted(fitTransitionCurve(series.shear, { quantity: 'shear', ...QUICK }));
    expect(temperature(fit, 'FATT50').temperatureC).toBeCloseTo(17.3865, 4);
    expect(temperature(fit, 'FATT50').standardUncertaintyC).toBeCloseTo(0.701, 3);
    expect(temperature(fit, 'SATT85').temperatureC).toBeCloseTo(48.1494, 4);
    expect(fit.parameters.C?.value).toBeCloseTo(35.46973, 4);
    expect(fit.rootMeanSquareError).toBeCloseTo(1.74626, 5);
    expect(fit.lowerShelf).toMatchObject({ value: 0, isFixed: true, standardUncertainty: 0 });
  });

  it('finds a lower sum of squares for the asymmetric tanh than NIST prints, at the edge that it names', () => {
    const fit = accepted(
      fitTransitionCurve(series['lateral-expansion'], {
        quantity: 'lateral-expansion',
        model: 'asymmetric-tanh',
        ...QUICK,
      }),
    );
    // NIST: RMSE 0.046, AIC −68.293 at C + D·T = 0.003 at the coldest specimen, short of the minimum at 0.
    expect(fit.rootMeanSquareError).toBeLessThan(0.046143);
    expect(fit.criteria.aic).toBeLessThan(-68.293);
    expect(fit.parameters.T0?.value).toBeCloseTo(15.8204, 3);
    expect(fit.warnings).toContain('width-vanishes');
  });

  it('ranks the models by AICc', () => {
    const { fits, rankedBy } = compareTransitionModels(series.shear, { quantity: 'shear', ...QUICK });
    expect(rankedBy).toBe('aicc');
    expect(fits.map((fit) => fit.model)).toEqual(['asymmetric-tanh', 'burr', 'tanh', 'kohout', 'arctangent']);
  });
});

describe('fitTransitionCurve against SciPy (test/golden/nist-curves/generate.py)', () => {
  it.each(referenceFits.map((one) => [one.file, one.quantity, one.model, one] as const))(
    '%s, %s: %s',
    (_, quantity, model, expected) => {
      const points = expected.file.startsWith('dat') ? nistInput(expected.file) : series[quantity];
      const held = (fixedAt: number | undefined) =>
        fixedAt === undefined ? 'free' : { fixedAt, standardUncertainty: 0 };
      const options: TransitionOptions = {
        quantity,
        model,
        lowerShelf: held(expected.shelves?.[0]),
        upperShelf: held(expected.shelves?.[1]),
        ...QUICK,
      };
      const fit = accepted(fitTransitionCurve(points, options));
      for (const [name, value] of Object.entries(expected.parameters)) {
        const found = fit.parameters[name]?.value as number;
        expect(Math.abs(found / value - 1), name).toBeLessThan(1e-5);
      }
      expect(fit.lowerShelf.value).toBeCloseTo(expected.lower, 5);
      expect(fit.upperShelf.value).toBeCloseTo(expected.upper, 5);
      expect(fit.rootMeanSquareError).toBeCloseTo(expected.rmse, 7);
      expect(fit.criteria.aic).toBeCloseTo(expected.aic, 6);
      expect(fit.criteria.bic).toBeCloseTo(expected.bic, 6);
    },
  );
});

describe('fitTransitionCurve refuses', () => {
  const rising = (temperatures: readonly number[], scatter = 1): TransitionPoint[] =>
    temperatures.map((temperatureC, index) => ({
      temperatureC,
      value: 40 + 36 * Math.tanh((temperatureC + 20) / 25) + scatter * (index % 2 === 0 ? 1 : -1),
    }));
  const reasonOf = (points: readonly TransitionPoint[], options: TransitionOptions) => {
    const result = fitTransitionCurve(points, { ...QUICK, ...options });
    return result.ok ? 'accepted' : result.reason;
  };

  it('too few specimens, unless shelves are held and four are asked for', () => {
    const six = rising([-60, -40, -30, -10, 10, 60]);
    expect(reasonOf(six, { quantity: 'energy' })).toBe('too-few-points');
    const held = { lowerShelf: { fixedAt: 4 }, upperShelf: { fixedAt: 76 } };
    expect(reasonOf(six, { quantity: 'energy', ...held })).toBe('too-few-points');
    expect(reasonOf(six, { quantity: 'energy', ...held, leastPoints: 4 })).toBe('accepted');
  });

  it('too few temperatures', () => {
    const points = [-40, -40, -40, -40, 0, 0, 0, 0].flatMap((temperature) => rising([temperature]));
    expect(reasonOf(points, { quantity: 'energy' })).toBe('too-few-temperatures');
  });

  it.each([
    ['asymmetric-tanh', 'dat2.csv'],
    ['asymmetric-tanh', 'dat4.csv'],
    ['burr', 'dat2.csv'],
    ['burr', 'dat4.csv'],
    ['kohout', 'dat2.csv'],
  ] as const)('%s on %s, which does not determine it', (model, file) => {
    expect(['not-identifiable', 'upper-shelf-not-reached']).toContain(
      reasonOf(nistInput(file), { quantity: 'energy', model }),
    );
  });

  it('a shelf without specimens, and takes it when it is held', () => {
    const noUpper = rising([-90, -80, -70, -60, -50, -40, -30, -22, -15]);
    expect(reasonOf(noUpper, { quantity: 'energy' })).toBe('upper-shelf-not-reached');
    expect(reasonOf(noUpper, { quantity: 'energy', upperShelf: { fixedAt: 76 } })).toBe('accepted');
    const noLower = rising([-28, -20, -15, -10, 0, 10, 20, 40, 60]);
    expect(reasonOf(noLower, { quantity: 'energy' })).toBe('lower-shelf-not-reached');
    expect(reasonOf(noLower, { quantity: 'energy', lowerShelf: { fixedAt: 4 } })).toBe('accepted');
  });

  it('values without a transition, and says what they show all the same', () => {
    const shelf = [-40, -20, 0, 20, 40, 60, 80].map((temperatureC) => ({ temperatureC, value: 100 }));
    const result = fitTransitionCurve(shelf, { quantity: 'shear' });
    expect(result).toMatchObject({
      ok: false,
      reason: 'no-transition',
      temperatures: [
        { name: 'FATT50', status: 'below', limitC: -40 },
        { name: 'SATT85', status: 'below', limitC: -40 },
      ],
    });
    const flat = [-40, -20, 0, 20, 40, 60, 80].map((temperatureC, index) => ({
      temperatureC,
      value: 150 + 10 * (index % 3),
    }));
    expect(reasonOf(flat, { quantity: 'energy' })).not.toBe('accepted');
    const falling = rising([-60, -40, -30, -10, 10, 30, 60, 90]).map(({ temperatureC, value }) => ({
      temperatureC: -temperatureC,
      value,
    }));
    expect(reasonOf(falling, { quantity: 'energy' })).not.toBe('accepted');
  });

  it('input outside its range, naming the point or option', () => {
    const points = rising([-60, -40, -30, -10, 10, 30, 60, 90]);
    const bad =
      (options: Partial<TransitionOptions>, more: readonly TransitionPoint[] = []) =>
      () =>
        fitTransitionCurve([...points, ...more], { quantity: 'energy', ...options });
    expect(bad({}, [{ temperatureC: 20, value: -1 }])).toThrow(/points\[8\]\.value .* 0 to 1000 J, got -1/);
    expect(bad({}, [{ temperatureC: -300, value: 1 }])).toThrow(/points\[8\]\.temperatureC .*-273\.15/);
    expect(bad({}, [{ temperatureC: 20, value: 9, weight: 0 }])).toThrow(/points\[8\]\.weight/);
    expect(bad({ confidence: 95 })).toThrow(/confidence .* 0\.5 to 0\.999, got 95/);
    expect(bad({ replicates: 10 })).toThrow(/replicates .* 199 to 9999/);
    expect(bad({ lowerShelf: { fixedAt: 80 }, upperShelf: { fixedAt: 70 } })).toThrow(/above the lower/);
  });
});

describe('fitTransitionCurve', () => {
  it('gives the same answer for the same seed, whatever the order, and another interval for another', () => {
    const options = { quantity: 'shear', ...QUICK } as const;
    const once = fitTransitionCurve(series.shear, options);
    expect(fitTransitionCurve([...series.shear].reverse(), options)).toEqual(once);
    const other = accepted(fitTransitionCurve(series.shear, { ...options, seed: 2 }));
    expect(temperature(other, 'FATT50').lowerC).not.toBe(temperature(accepted(once), 'FATT50').lowerC);
  });

  it('reads nothing off beyond the specimens', () => {
    const warm = series.shear.filter((point) => point.temperatureC >= 21);
    const more = [25, 30, 35, 50].map((temperatureC) => ({
      temperatureC,
      value: 50 + 50 * Math.tanh((temperatureC - 17.4) / 35.5),
    }));
    const fit = accepted(fitTransitionCurve([...warm, ...more], { quantity: 'shear', ...QUICK }));
    expect(fit.temperatures.find((one) => one.name === 'FATT50')).toMatchObject({
      status: 'below',
      limitC: 21,
    });
    const energy = accepted(
      fitTransitionCurve(series.energy, {
        quantity: 'energy',
        levels: [{ name: 'T80J', level: 80 }],
        ...QUICK,
      }),
    );
    expect(energy.temperatures.at(-1)).toEqual({ name: 'T80J', level: 80, status: 'not-reached' });
  });

  it('carries the uncertainty of a held shelf into the temperatures', () => {
    const width = (standardUncertainty: number) => {
      const fit = accepted(
        fitTransitionCurve(series.energy, {
          quantity: 'energy',
          lowerShelf: { fixedAt: 2, standardUncertainty: 0 },
          upperShelf: { fixedAt: 72.6, standardUncertainty },
          ...QUICK,
        }),
      );
      return temperature(fit, 'T41J');
    };
    expect(width(7).standardUncertaintyC).toBeGreaterThan(1.3 * width(0).standardUncertaintyC);
    const [narrow, wide] = [width(0), width(7)].map(
      ({ lowerC, upperC }) => (upperC as number) - (lowerC as number),
    );
    expect(wide).toBeGreaterThan(1.2 * (narrow as number));
  });

  it('counts weights as repeated specimens do', () => {
    const doubled = [...series.energy, ...series.energy.slice(4, 7)];
    const weighted = series.energy.map((point, index) => ({
      ...point,
      weight: index >= 4 && index < 7 ? 2 : 1,
    }));
    const options = { quantity: 'energy', ...QUICK } as const;
    const repeated = accepted(fitTransitionCurve(doubled, options));
    const counted = accepted(fitTransitionCurve(weighted, options));
    expect(counted.parameters.T0?.value).toBeCloseTo(repeated.parameters.T0?.value as number, 6);
    expect(counted.upperShelf.value).toBeCloseTo(repeated.upperShelf.value, 6);
  });

  it('names an outlier and a form that does not fit', () => {
    const mistyped = series.energy.map((point, index) => (index === 9 ? { ...point, value: 7.52 } : point));
    const fit = accepted(
      fitTransitionCurve(mistyped, {
        quantity: 'energy',
        upperShelf: { fixedAt: 72.6 },
        lowerShelf: { fixedAt: 2 },
        ...QUICK,
      }),
    );
    expect(fit.warnings).toContain('outliers');
    expect(fit.residuals.rows.filter((row) => row.isOutlier).map((row) => row.temperatureC)).toEqual([100]);
  });
});
