import { answerShear, decodeModel, encodeModel, runPrequentially, strategyOf } from '@mlmcsc/learning';
import { createRandom } from '@mlmcsc/learning/network';
import {
  DEFAULT_ACCEPTANCE,
  type LayerShift,
  PAINT,
  SURFACE_HEIGHT,
  SURFACE_WIDTH,
  type SurfaceReading,
  shiftedView,
} from '@mlmcsc/vision';
import { describe, expect, it } from 'vitest';
import { untrainedModel } from '../measure/test-model.ts';
import type { LabelledReading } from './labelled-reading.ts';
import { refineSurface } from './refine-surface.ts';

const untrained = untrainedModel(DEFAULT_ACCEPTANCE);
/** The cells of these tests are noise, each by itself: their mean probability is the area, not how many exceed one half. */
const featureSet = { ...untrained.head.featureSet, areaName: 'map-shear' };
const model = { ...untrained, head: { ...untrained.head, featureSet } };
const strategy = strategyOf('immediate');
/** The untrained network's weights say nothing of how far they may move. */
const trust = { weightDeviation: 0.5, biasDeviation: 1, proportionDeviation: 5, paintedWeight: 0.01 };
const CHANNELS = 6;
const BLOCKS = (SURFACE_WIDTH * SURFACE_HEIGHT) / 4;
/** Place of the area that the head starts from. */
const AREA = model.head.featureSet.names.indexOf(model.head.featureSet.areaName);
const still: LayerShift = { weights: new Float64Array(CHANNELS), bias: 0 };
/** This laboratory calls cleavage what the network calls shear, in one direction of its features. */
const habit: LayerShift = { weights: Float64Array.of(0.9, 0, 0, 0, 0, 0), bias: -0.8 };

/** A face whose cells lean to one side or the other. */
function readingOf(seed: number, lean: number): SurfaceReading {
  const random = createRandom(seed);
  const features = Float32Array.from({ length: CHANNELS * BLOCKS }, () => random.normal());
  const logits = Float32Array.from(
    { length: 4 * BLOCKS },
    (_, i) => lean + 1.5 * features[BLOCKS + (i % BLOCKS)]! - 0.5 * features[i % BLOCKS]!,
  );
  const mask = new Float32Array(SURFACE_WIDTH * SURFACE_HEIGHT).fill(1);
  const view = new Float64Array(model.head.featureSet.names.length);
  const bare = { features, channels: CHANNELS, logits, mask, view, pooledLength: 7 };
  return { ...bare, view: shiftedView(bare, still) };
}

function picture(index: number, isPainted: boolean, hasPercent: boolean): LabelledReading {
  const reading = readingOf(100 + index, -2 + (index % 9) * 0.5);
  const random = createRandom(900 + index);
  const truth = shiftedView(reading, habit)[AREA]!;
  return {
    reading,
    specimen: `S${index}`,
    heat: `H${index % 6}`,
    shearPercent: hasPercent ? truth : null,
    paint: isPainted ? paintOf(reading, random.uniform) : null,
  };
}

/** Every cell as its probability has it, one in ten of them painted. */
function paintOf(reading: SurfaceReading, uniform: () => number): Uint8Array {
  return Uint8Array.from({ length: SURFACE_WIDTH * SURFACE_HEIGHT }, (_, cell) => {
    const [x, y] = [cell % SURFACE_WIDTH, Math.floor(cell / SURFACE_WIDTH)];
    const block = Math.floor(y / 2) * (SURFACE_WIDTH / 2) + Math.floor(x / 2);
    const place = (y % 2) * 2 + (x % 2);
    const score = reading.logits[place * BLOCKS + block]! + 0.9 * reading.features[block]! - 0.8;
    if (uniform() > 0.1) return PAINT.none;
    return uniform() < 1 / (1 + Math.exp(-score)) ? PAINT.cleavage : PAINT.shear;
  });
}

const unseen = Array.from({ length: 9 }, (_, i) => picture(300 + i, false, true));

/** Mean error of the map's area on pictures nobody labelled. */
function mapError(shift: LayerShift | null): number {
  const errors = unseen.map(({ reading, shearPercent }) =>
    Math.abs(shiftedView(reading, shift ?? still)[AREA]! - shearPercent!),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

describe('refineSurface', () => {
  const painted = Array.from({ length: 4 }, (_, i) => picture(i, true, false));
  const labelled = Array.from({ length: 12 }, (_, i) => picture(20 + i, false, true));

  it('learns the boundary from painted regions alone', () => {
    const { model: refined, shift, ...rest } = refineSurface({ model, pictures: painted, strategy, trust });
    expect(rest).toMatchObject({ isKept: true, fit: { judgedBy: 'painted cells' }, paintedPictures: 4 });
    expect(rest.samples).toEqual([]);
    expect(mapError(shift)).toBeLessThan(0.5 * mapError(null));
    const moved = refined.surface.weights['output.bias']![2]! - model.surface.weights['output.bias']![2]!;
    expect(moved).toBeCloseTo(shift!.bias, 6);
  });

  it('learns it from percent labels alone, and best from both', () => {
    const alone = refineSurface({ model, pictures: labelled, strategy, trust });
    const both = refineSurface({ model, pictures: [...painted, ...labelled], strategy, trust });
    expect([alone.isKept, both.isKept]).toEqual([true, true]);
    expect(mapError(alone.shift)).toBeLessThan(0.8 * mapError(null));
    expect(mapError(both.shift)).toBeLessThan(mapError(alone.shift));
    expect(both.fit).toMatchObject({ judgedBy: 'percent labels', groupedBy: 'heat' });
  });

  it('shows the head each picture through a layer that never saw its heat', () => {
    const relabelled = labelled.map((one) =>
      one.heat === 'H2' ? { ...one, shearPercent: one.shearPercent! - 4 } : one,
    );
    const [first, second] = [labelled, relabelled].map((pictures) =>
      refineSurface({ model, pictures, strategy, trust }),
    );
    expect([first!.isKept, second!.isKept]).toEqual([true, true]);
    expect(first!.model).not.toEqual(second!.model);
    const ofHeat = (samples: typeof first) => samples!.samples.filter(({ heat }) => heat === 'H2');
    expect(ofHeat(first)).toHaveLength(2);
    expect(ofHeat(first).map(({ features }) => features)).toEqual(
      ofHeat(second).map(({ features }) => features),
    );
  });

  it('keeps the map when labels left out are answered worse with it', () => {
    // Right on average, and each far off: whatever fits some of them is wrong for the others.
    const noise = labelled.map((one, i) => ({
      ...one,
      shearPercent: Math.min(100, Math.max(0, one.reading.view[AREA]! + (i % 2 === 0 ? 30 : -30))),
    }));
    const refined = refineSurface({ model, pictures: noise, strategy, trust });
    expect(refined.model).toBe(model);
    expect(refined.fit!.after).toBeGreaterThan(refined.fit!.before);
    expect(refined.reason).toMatch(/^The map is as it was: .* by heat: .* before, .* with it/);
    expect(refined.samples[3]!.features).toBe(noise[3]!.reading.view);
  });

  it('does not judge by one specimen', () => {
    const { isKept, reason, fit } = refineSurface({ model, pictures: painted.slice(0, 1), strategy, trust });
    expect([isKept, fit]).toEqual([false, null]);
    expect(reason).toContain('labels of two specimens are needed');
  });

  it('gives the same artefact for the same labels, and one that answers again when read back', () => {
    const pictures = [...painted, ...labelled];
    const make = () => {
      const { model: refined, samples } = refineSurface({ model, pictures, strategy, trust });
      const { state } = runPrequentially(refined, samples, strategy, 0.9);
      return encodeModel({ ...refined, ...state });
    };
    const bytes = make();
    expect(make()).toEqual(bytes);
    const { view } = unseen[0]!.reading;
    expect(Number.isFinite(answerShear(decodeModel(bytes), view).mean)).toBe(true);
  });
});
