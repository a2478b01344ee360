import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** How much is photographed and repeated. */
export interface EvaluationSize {
  /** Laboratories of held-out families, and as many of training families. */
  readonly laboratories: number;
  readonly specimens: number;
  readonly heatSize: number;
  /** Labels at which the learning curves are read, ascending, from 0. */
  readonly labelCounts: readonly number[];
  /** Random splits and label orders of each laboratory. */
  readonly repeats: number;
  /** Bars of one held-out laboratory that map and head are taught together on, and random splits of them. */
  readonly mapSpecimens: number;
  readonly mapRepeats: number;
  /** Pictures of each cause of error. */
  readonly causePictures: number;
  readonly negatives: number;
  /** Of each kind of unfitness. */
  readonly unfit: number;
  readonly repeatedSpecimens: number;
  readonly photographs: number;
  /** Multiplies the size of every picture. */
  readonly resolutionScale: number;
}

export interface Options {
  readonly size: EvaluationSize;
  readonly isQuick: boolean;
  readonly seed: number;
  readonly model: string;
  readonly out: string;
  readonly cache: string;
  readonly threads: number;
}

const FULL: EvaluationSize = {
  laboratories: 3,
  specimens: 350,
  heatSize: 10,
  labelCounts: [0, 10, 25, 50, 100, 250],
  repeats: 5,
  mapSpecimens: 120,
  mapRepeats: 3,
  causePictures: 30,
  negatives: 195,
  unfit: 50,
  repeatedSpecimens: 20,
  photographs: 4,
  resolutionScale: 1,
};

/** Shows that the path works; too few pictures to judge a model by. */
const QUICK: EvaluationSize = {
  laboratories: 1,
  specimens: 24,
  heatSize: 3,
  labelCounts: [0, 5, 10],
  repeats: 2,
  mapSpecimens: 24,
  mapRepeats: 1,
  causePictures: 1,
  negatives: 4,
  unfit: 1,
  repeatedSpecimens: 2,
  photographs: 2,
  resolutionScale: 0.5,
};

/** Defaults stand for the clone, wherever the command is called. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const USAGE = `usage: npm run evaluate -- [options]
  --quick             a tiny run that shows the path works; its figures judge nothing
  --model FILE        artefact to measure                    (models/default.mlmcsc)
  --out DIR           report folder                          (.data/evaluation/<date>)
  --cache DIR         rendered pictures and views            (.data/evaluation/cache)
  --laboratories N    of held-out and of training families   (3)
  --specimens N       broken bars a laboratory               (350)
  --repeats N         random splits of each laboratory       (5)
  --cause-pictures N  pictures of each cause of error        (30)
  --seed N            seed of everything                     (1)
  --threads N         render and look in parallel            (2); the figures do not depend on it`;

/** @param date - of the run, YYYY-MM-DD: names the report folder
 * @throws RangeError with the option's name */
export function parseOptions(argv: readonly string[], date: string): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      model: { type: 'string', default: join(ROOT, 'models/default.mlmcsc') },
      out: { type: 'string', default: join(ROOT, '.data/evaluation', date) },
      cache: { type: 'string', default: join(ROOT, '.data/evaluation/cache') },
      laboratories: { type: 'string' },
      specimens: { type: 'string' },
      repeats: { type: 'string' },
      'cause-pictures': { type: 'string' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '2' },
    },
  });
  const whole = (name: string, text: string | undefined, otherwise: number, least = 1): number => {
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`--${name} must be a whole number of at least ${least}, got ${text}`);
    }
    return value;
  };
  const base = values.quick ? QUICK : FULL;
  return {
    size: {
      ...base,
      laboratories: whole('laboratories', values.laboratories, base.laboratories),
      // Two heats at least: one to learn from, one to answer.
      specimens: whole('specimens', values.specimens, base.specimens, 2 * base.heatSize),
      repeats: whole('repeats', values.repeats, base.repeats),
      causePictures: whole('cause-pictures', values['cause-pictures'], base.causePictures),
    },
    isQuick: values.quick,
    seed: whole('seed', values.seed, 1),
    model: values.model,
    out: values.out,
    cache: values.cache,
    threads: whole('threads', values.threads, 2),
  };
}
