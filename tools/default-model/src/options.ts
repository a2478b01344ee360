import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PlanScale } from './scenes/scene-plan.ts';

/** One pass of training over pictures of its own. */
export interface TrainingRound {
  readonly trainScenes: number;
  /** Close-ups of one face each, for the surface network only. */
  readonly trainFaces: number;
  readonly locatorSteps: number;
  readonly surfaceSteps: number;
}

/** How much is rendered and trained. */
export interface TrainingSize extends TrainingRound {
  /** Goes on from the weights of the first round with pictures that it did not see. */
  readonly second: TrainingRound;
  /** Steps of the surface network that follow, on the pictures of the second round. */
  readonly thirdSurfaceSteps: number;
  readonly calibrateScenes: number;
  /** Each, from the training families and from the held-out ones. */
  readonly testScenes: number;
  readonly batch: number;
  readonly scale: PlanScale;
}

export interface Options {
  readonly size: TrainingSize;
  readonly seed: number;
  /** The artefact; the card is written beside it with the ending `.md`. */
  readonly out: string;
  readonly cache: string;
  readonly threads: number;
  readonly evaluateOnly: boolean;
  /** Print what the quality measures are on the training pictures, and stop. */
  readonly fitness: boolean;
  /** Print where the error of the map's area on the calibration pictures comes from, and stop. */
  readonly errors: boolean;
}

const FULL: TrainingSize = {
  trainScenes: 3000,
  trainFaces: 9000,
  calibrateScenes: 900,
  testScenes: 200,
  locatorSteps: 8000,
  surfaceSteps: 8000,
  second: { trainScenes: 1500, trainFaces: 9000, locatorSteps: 5000, surfaceSteps: 15000 },
  thirdSurfaceSteps: 9000,
  batch: 8,
  scale: { laboratoryPictures: 25 },
};

/** Small enough for a test; the result measures nothing well. */
const QUICK: TrainingSize = {
  trainScenes: 10,
  trainFaces: 5,
  calibrateScenes: 78,
  testScenes: 10,
  locatorSteps: 6,
  surfaceSteps: 6,
  second: { trainScenes: 5, trainFaces: 5, locatorSteps: 3, surfaceSteps: 3 },
  thirdSurfaceSteps: 2,
  batch: 2,
  scale: { longestSide: 240, laboratoryPictures: 13 },
};

/** Defaults stand for the clone, wherever the command is called; given paths for the folder it is called in. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const USAGE = `usage: node tools/default-model/src/main.ts [options]
  --out FILE         artefact to write             (models/default.mlmcsc)
  --seed N           seed of everything            (1)
  --steps N          steps of each network
  --scenes N         pictures to train on; the surface network gets three times as many close-ups besides
  --quick            a tiny run that shows the path works
  --evaluate-only    measure the artefact at --out again, write its card
  --fitness          print what the quality flags measure on fit and unfit training pictures
  --errors           print where the error on the calibration pictures comes from
  --cache DIR        finished stages are kept here (.data/training)
  --threads N        render and train in parallel  (2); the result does not depend on it`;

/** @throws RangeError with the option's name */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      out: { type: 'string', default: join(ROOT, 'models/default.mlmcsc') },
      seed: { type: 'string', default: '1' },
      steps: { type: 'string' },
      scenes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'evaluate-only': { type: 'boolean', default: false },
      fitness: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
      cache: { type: 'string', default: join(ROOT, '.data/training') },
      threads: { type: 'string', default: '2' },
    },
  });
  const whole = (name: string, text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`--${name} must be a positive whole number, got ${text}`);
    }
    return value;
  };
  const base = values.quick ? QUICK : FULL;
  const scenes = values.scenes === undefined ? undefined : whole('scenes', values.scenes);
  const steps = values.steps === undefined ? undefined : whole('steps', values.steps);
  return {
    size: {
      ...base,
      trainScenes: scenes ?? base.trainScenes,
      trainFaces: scenes === undefined ? base.trainFaces : 3 * scenes,
      locatorSteps: steps ?? base.locatorSteps,
      surfaceSteps: steps ?? base.surfaceSteps,
    },
    seed: whole('seed', values.seed),
    out: values.out,
    cache: values.cache,
    threads: whole('threads', values.threads),
    evaluateOnly: values['evaluate-only'],
    fitness: values.fitness,
    errors: values.errors,
  };
}
