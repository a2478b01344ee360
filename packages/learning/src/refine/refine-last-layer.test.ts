import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { refineLastLayer } from './refine-last-layer.ts';
import { slopeAt } from './refine-objective.ts';
import type { FaceProportion, LastLayer, PaintedCell, RefinePrior } from './refine-types.ts';

const shipped: LastLayer = { weights: Float64Array.of(2, -1, 0.5), bias: 0.3 };
/** This laboratory's light moved the boundary. */
const truth: LastLayer = { weights: Float64Array.of(2.6, -0.4, 0.1), bias: -1.2 };
const prior: RefinePrior = {
  ...{ layer: shipped, weightDeviation: 1, biasDeviation: 2 },
  ...{ proportionDeviation: 3, paintedWeight: 1 },
};

function scoreOf({ weights, bias }: LastLayer, features: ArrayLike<number>, from = 0): number {
  return weights.reduce((sum, weight, c) => sum + weight * features[from + c], bias);
}

/** Mean absolute difference of the cells' shear to the truth, 0 to 1, on cells nobody labelled. */
function errorOf(layer: LastLayer): number {
  const random = createRandom(91);
  let sum = 0;
  for (let i = 0; i < 2000; i++) {
    const f = [random.normal(), random.normal(), random.normal()];
    sum += Math.abs(1 / (1 + Math.exp(-scoreOf(layer, f))) - 1 / (1 + Math.exp(-scoreOf(truth, f))));
  }
  return sum / 2000;
}

/** Cells as the true layer has them, about a centre that makes the face more or less ductile. */
function faceOf(seed: number, lean: number, cells = 120): FaceProportion {
  const random = createRandom(seed);
  const features = Float64Array.from(
    { length: 3 * cells },
    (_, i) => random.normal() + (i % 3 === 0 ? lean : 0),
  );
  const coverage = Float64Array.from({ length: cells }, () => 0.2 + 0.8 * random.uniform());
  let sum = 0;
  let total = 0;
  coverage.forEach((part, cell) => {
    sum += part / (1 + Math.exp(-scoreOf(truth, features, 3 * cell)));
    total += part;
  });
  return { features, coverage, shearPercent: (100 * sum) / total };
}

function paint(seed: number, count: number): PaintedCell[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const features = Float64Array.of(random.normal(), random.normal(), random.normal());
    return { features, isShear: random.uniform() < 1 / (1 + Math.exp(-scoreOf(truth, features))) };
  });
}

/** Percent labels as people read them: 3 points off to either side. */
const faces = Array.from({ length: 6 }, (_, i): FaceProportion => {
  const face = faceOf(20 + i, -1.5 + 0.6 * i);
  return { ...face, shearPercent: face.shearPercent + (i % 2 === 0 ? 3 : -3) };
});
const painted = paint(5, 60);
/** Five faces all shear, five all cleavage: cells that are surely one or the other. */
const shelf = Array.from({ length: 10 }, (_, i): FaceProportion => {
  const isUpper = i < 5;
  return { ...faceOf(60 + i, isUpper ? 4 : -3.5), shearPercent: isUpper ? 100 : 0 };
});

describe('refineLastLayer', () => {
  it('keeps the layer when there is nothing to learn', () => {
    expect(refineLastLayer([], [], prior)).toEqual({ layer: shipped, objective: [0], hasConverged: true });
  });

  it('solves one painted cell as by hand', () => {
    // Only the bias: θ = σ(−θ) at deviation 1, so θ = 0.401058.
    const one = { layer: { weights: new Float64Array(0), bias: 0 }, weightDeviation: 1, biasDeviation: 1 };
    const cell = { features: new Float64Array(0), isShear: true };
    expect(refineLastLayer([cell], [], { ...one, paintedWeight: 1 }).layer.bias).toBeCloseTo(0.401058, 6);
  });

  it('finds the same layer as a shift from offsets that hold the layer it starts from', () => {
    const offsetOf = (features: Float64Array, from = 0) => scoreOf(shipped, features, from);
    const shift = refineLastLayer(
      painted.map((cell) => ({ ...cell, offset: offsetOf(cell.features) })),
      faces.map((face) => ({
        ...face,
        offsets: face.coverage.map((_, cell) => offsetOf(face.features, 3 * cell)),
      })),
      { ...prior, layer: { weights: new Float64Array(3), bias: 0 } },
    ).layer;
    const { layer } = refineLastLayer(painted, faces, prior);
    shift.weights.forEach((weight, c) => {
      expect(shipped.weights[c] + weight).toBeCloseTo(layer.weights[c], 6);
    });
    expect(shipped.bias + shift.bias).toBeCloseTo(layer.bias, 6);
  });

  it('recovers a known shift from many painted cells', () => {
    const { layer, hasConverged } = refineLastLayer(paint(6, 20_000), [], prior);
    expect(hasConverged).toBe(true);
    layer.weights.forEach((weight, c) => {
      expect(Math.abs(weight - truth.weights[c])).toBeLessThan(0.1);
    });
    expect(Math.abs(layer.bias - truth.bias)).toBeLessThan(0.1);
  });

  it('recovers the shift from percent labels alone', () => {
    const many = Array.from({ length: 60 }, (_, i) => faceOf(200 + i, -2 + 0.07 * i));
    const { layer } = refineLastLayer([], many, { ...prior, proportionDeviation: 0.1 });
    layer.weights.forEach((weight, c) => {
      expect(Math.abs(weight - truth.weights[c])).toBeLessThan(0.1);
    });
    expect(Math.abs(layer.bias - truth.bias)).toBeLessThan(0.1);
  });

  it('gains from shelf faces alone', () => {
    const { layer, objective } = refineLastLayer([], shelf, prior);
    expect(errorOf(layer)).toBeLessThan(0.8 * errorOf(shipped));
    expect(objective.at(-1)!).toBeLessThan(objective[0]);
  });

  it('gains from each kind of label, and most from all three', () => {
    const refined = (cells: PaintedCell[], proportions: FaceProportion[]) =>
      errorOf(refineLastLayer(cells, proportions, prior).layer);
    const each = [refined(painted, []), refined([], faces), refined([], shelf)];
    for (const error of each) expect(error).toBeLessThan(0.8 * errorOf(shipped));
    expect(refined(painted, [...faces, ...shelf])).toBeLessThan(Math.min(...each));
  });

  it('lets the objective fall at every step, to where its gradient vanishes', () => {
    const proportions = [...faces, ...shelf];
    const { objective, layer, hasConverged } = refineLastLayer(painted, proportions, prior);
    expect(hasConverged).toBe(true);
    expect(objective.length).toBeGreaterThan(3);
    for (let i = 1; i < objective.length; i++) expect(objective[i]).toBeLessThan(objective[i - 1]);
    const problem = {
      ...{ cells: painted, faces: proportions, paintedWeight: 1, proportionDeviation: 0.03 },
      centre: Float64Array.of(...shipped.weights, shipped.bias),
      precision: Float64Array.of(1, 1, 1, 0.25),
    };
    const { gradient } = slopeAt(problem, Float64Array.of(...layer.weights, layer.bias));
    for (const part of gradient) expect(Math.abs(part)).toBeLessThan(1e-2);
  });

  it('is the same bit for bit when it is asked again', () => {
    expect(refineLastLayer(structuredClone(painted), structuredClone(faces), prior)).toEqual(
      refineLastLayer(painted, faces, prior),
    );
  });

  it('survives labels that contradict the layer with all their might', () => {
    const wrong = shelf.map((face) => ({ ...face, shearPercent: 100 - face.shearPercent }));
    const { layer, objective } = refineLastLayer([], wrong, prior);
    expect([...layer.weights, layer.bias].every(Number.isFinite)).toBe(true);
    expect(objective.at(-1)!).toBeLessThan(objective[0]);
  });

  it('says which input is unfit', () => {
    const short = { features: Float64Array.of(1, 2), isShear: true };
    expect(() => refineLastLayer([short], [], prior)).toThrow(/painted cell 0 has 2 .*3 are needed/);
    expect(() => refineLastLayer([], [{ ...faces[0], shearPercent: 101 }], prior)).toThrow(/got 101/);
    const bare = { ...faces[0], coverage: new Float64Array(120) };
    expect(() => refineLastLayer([], [bare], prior)).toThrow(/coverage of face 0/);
    expect(() => refineLastLayer([], [], { ...prior, biasDeviation: 0 })).toThrow(/biasDeviation/);
    const uneven = { ...faces[0], offsets: new Float64Array(7) };
    expect(() => refineLastLayer([], [uneven], prior)).toThrow(/face 0 has 7 offsets for 120 cells/);
  });
});
