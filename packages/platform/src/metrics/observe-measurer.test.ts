import type { MeasuredImage, Measurer } from '@mlmcsc/core';
import { expect, it } from 'vitest';
import { observeMeasurer } from './observe-measurer.ts';
import { ProcessMetrics } from './process-metrics.ts';

const request = { imageBytes: new Uint8Array(), modelBytes: new Uint8Array(), widthMm: 10, pxPerMm: null };

/** Answers with this number. */
function measurerOf(shearPercent: number | null): Measurer {
  const measured = { status: 'ok', shearPercent, lower: null, upper: null } as MeasuredImage;
  return {
    pipelineVersion: '1',
    modelPipelineVersion: '1',
    hasRoom: true,
    requireRoom: () => {},
    measure: async () => measured,
    close: async () => {},
  };
}

async function answersOf(metrics: ProcessMetrics): Promise<string[]> {
  const text = await metrics.text();
  return text.split('\n').filter((line) => line.startsWith('mlmcsc_predictions_total{'));
}

it('tells answers of models apart, also the ones that abstained', async () => {
  const metrics = new ProcessMetrics('api', '1');
  await observeMeasurer(measurerOf(40), metrics, 3).measure({
    ...request,
    modelDigest: 'a',
    modelVersion: 'v7',
  });
  const silent = observeMeasurer(measurerOf(null), metrics, 3);
  await silent.measure({ ...request, modelDigest: 'b', modelVersion: 'v8' });
  await silent.measure({ ...request, modelDigest: 'b' });
  expect(await answersOf(metrics)).toEqual([
    'mlmcsc_predictions_total{model="v7",answer="number"} 1',
    'mlmcsc_predictions_total{model="v7",answer="none"} 0',
    'mlmcsc_predictions_total{model="v8",answer="number"} 0',
    'mlmcsc_predictions_total{model="v8",answer="none"} 1',
  ]);
  expect(await metrics.text()).toContain('mlmcsc_measurement_threads 3');
});

it('keeps the eight versions that answered last, however many there were', async () => {
  const metrics = new ProcessMetrics('worker', '1');
  const measurer = observeMeasurer(measurerOf(40), metrics, 1);
  for (const version of [...Array.from({ length: 8 }, (_, index) => index), 0, 8, 9]) {
    await measurer.measure({ ...request, modelDigest: `${version}`, modelVersion: `v${version}` });
  }
  const kept = new Set((await answersOf(metrics)).map((line) => /model="(v\d)"/.exec(line)?.[1]));
  expect([...kept].sort()).toEqual(['v0', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9']);
});
