import { extendHead } from '@mlmcsc/learning';
import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { DEFAULT_ACCEPTANCE } from '@mlmcsc/vision';
import { describe, expect, it } from 'vitest';
import { surfaceFeatureSet } from './feature-set.ts';
import { measureShear } from './measure-shear.ts';
import { measureShearWith } from './measure-with-plug-ins.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';
import type { FaceDetector, FeatureBackbone } from './plug-ins.ts';
import { featureSetWith } from './plug-ins.ts';
import { untrainedModel } from './test-model.ts';

const { image, truth } = renderScene(
  drawSceneSpec(3, 'dome-laboratory', { fitness: 'good', halves: 1, resolutionScale: 0.5 }),
);
const model = untrainedModel({ ...DEFAULT_ACCEPTANCE, threshold: 0 });
const xs = truth.faces[0]!.outline.map(({ x }) => x);
const ys = truth.faces[0]!.outline.map(({ y }) => y);
const [left, top] = [Math.min(...xs), Math.min(...ys)];
const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
const box = { centre: { x: left + width / 2, y: top + height / 2 }, width, height, angle: null, score: 0.7 };
const detector: FaceDetector = {
  digest: 'd'.repeat(64),
  detect: async () => ({ boxes: [box], bestScore: 0.7 }),
};
const backbone: FeatureBackbone = {
  digest: 'b'.repeat(64),
  length: 2,
  describe: async (_image, face) => Float64Array.of(face.outline.length, -1.5),
};

describe('measureShearWith', () => {
  it('measures where the detector says, and names both files in the version of the pipeline', async () => {
    const measurement = await measureShearWith(image, model, { detector, backbone });
    expect(measurement.detectionConfidence).toBe(0.7);
    expect(measurement.bbox?.[0]).toBeGreaterThan(left - 0.4 * width);
    expect(measurement.pipelineVersion).toBe(
      `${PIPELINE_VERSION}/detector-${'d'.repeat(64)}/backbone-${'b'.repeat(64)}`,
    );
    expect(measurement.featureSetVersion).toBe(`${model.head.featureSet.version}/backbone-${'b'.repeat(64)}`);
    expect(measurement.features?.slice(-2)).toEqual(
      Float64Array.of(measurement.outline?.length ?? Number.NaN, -1.5),
    );
  });

  it('refuses as without plug-ins when the detector finds nothing', async () => {
    const blind = { ...detector, detect: async () => ({ boxes: [], bestScore: 0.1 }) };
    const measurement = await measureShearWith(image, model, { detector: blind, backbone });
    expect(measurement).toMatchObject({ status: 'no-face', detectionConfidence: 0.1, shearPercent: null });
    expect(measurement.reason).toMatch(/detector found no fracture face/);
  });

  it('gives the answer that it gives without the backbone while no label has taught it', async () => {
    const alone = measureShear(image, model);
    const untaught = await measureShearWith(image, model, { detector: null, backbone });
    const { features, featureSetVersion, pipelineVersion, ...answer } = untaught;
    expect({ ...alone, ...answer }).toEqual(alone);
    expect(alone.features).not.toBeNull();
    expect(features?.slice(0, -2)).toEqual(alone.features);

    const featureSet = featureSetWith(model.head.featureSet, backbone);
    const vectors = [features, features?.map((value) => 1.1 * value)].filter((one) => one != null);
    const extended = { ...model, head: extendHead(model.head, featureSet, vectors) };
    const taught = await measureShearWith(image, extended, { detector: null, backbone });
    expect(taught.shearPercent).toBe(alone.shearPercent);
    expect([featureSetVersion, taught.featureSetVersion]).toEqual([featureSet.version, featureSet.version]);
    expect(pipelineVersion).toBe(taught.pipelineVersion);
  });

  it('keeps heads of different backbones apart, naming the one that is needed', async () => {
    const base = surfaceFeatureSet(model.surface.definition);
    const length = base.names.length + 2;
    const vectors = [new Float64Array(length), new Float64Array(length).fill(1)];
    const taught = {
      ...model,
      head: extendHead(model.head, featureSetWith(base, backbone), vectors),
    };
    const other = { ...backbone, digest: 'c'.repeat(64) };
    const needs = new RegExp(`needs the feature network with the SHA-256 ${'b'.repeat(64)}`);
    await expect(measureShearWith(image, taught, { detector: null, backbone: other })).rejects.toThrow(needs);
    expect(() => measureShear(image, taught)).toThrow(needs);
  });
});
