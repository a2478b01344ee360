/**
 * Prints what learning costs with as many features as the surface network tells, and the ratio to the goal of each.
 * Run: `node bench/learning.bench.ts`
 */
import type { LabelledSample, Model } from '@mlmcsc/learning';
import {
  answerShear,
  createConformalState,
  createHead,
  fitFeatureScaling,
  learnFromLabels,
  predictShear,
  strategyNames,
  strategyOf,
  updateHead,
} from '@mlmcsc/learning';
import { createRandom } from '@mlmcsc/learning/network';

const FEATURES = 219;
const LABELS = 10_000;
const random = createRandom(1);

function drawSample(index: number): LabelledSample {
  const features = Float64Array.from({ length: FEATURES }, () => random.normal());
  const truth = 100 * random.uniform();
  features[0] = Math.min(100, Math.max(0, truth + 5 + 4 * features[1] - 3 * features[2]));
  return { features, shearPercent: truth, specimen: `S${index}`, heat: `H${index % 40}` };
}

const samples = Array.from({ length: LABELS }, (_, index) => drawSample(index));
const names = Array.from({ length: FEATURES }, (_, i) => `feature-${i}`);
const head = createHead({
  featureSet: { version: 'bench', names, areaName: 'feature-0' },
  scaling: fitFeatureScaling(samples.slice(0, 500).map((sample) => sample.features)),
});
const conformal = createConformalState({ calibrationScores: samples.map(() => Math.abs(random.normal())) });
const model = { version: 'bench', head, conformal } as Model;

function report(what: string, milliseconds: number, goal: number): void {
  const ratio = (milliseconds / goal).toFixed(2);
  console.log(
    `${what.padEnd(44)} ${milliseconds.toFixed(3).padStart(10)} ms  ${ratio} of the goal of ${goal} ms`,
  );
}

/** Shortest of many runs in milliseconds: what the machine can do when left alone. */
function shortest(runs: number, work: (run: number) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const taught = updateHead(head, samples.slice(0, 250), strategyOf('immediate'));
predictShear(taught, samples[0].features);
const next = samples.slice(250, 450);
report(
  'answer from stored features',
  shortest(200, (i) => answerShear({ head: taught, conformal }, next[i].features)),
  0.2,
);
report(
  'one label learned',
  shortest(200, (i) => updateHead(taught, [next[i]], strategyOf('immediate'))),
  2,
);
for (const name of strategyNames) {
  const start = performance.now();
  learnFromLabels({ model, samples, strategy: strategyOf(name) });
  report(`${LABELS} labels retrained, ${name}`, performance.now() - start, 10_000);
}
