/**
 * Prints what an analysis of a photograph costs on one core, stage by stage and against the wall that each stage runs into, and
 * whether the goals are met. Times are processor time, the shortest of many runs.
 * Run: `node bench/analysis.bench.ts [--images N]` (N photographs for the memory figure, default 100)
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  describeFace,
  locateFace,
  lookAtPhotograph,
  mapStatistics,
  openEyes,
  photometricFlags,
  rectifyFace,
  shearMap,
  surfaceInput,
} from '@mlmcsc/vision';
import sharp from 'sharp';
import { createAnalysis, decode, photograph, readModel } from './support/bench-pictures.ts';
import { measureRates } from './support/machine-rates.ts';
import { measureThreads } from './support/measure-threads.ts';
import { shortest } from './support/measure-time.ts';
import { type Goal, printGoals } from './support/print-goals.ts';
import { stageWork } from './support/stage-work.ts';

const { values } = parseArgs({ options: { images: { type: 'string', default: '100' } } });
const images = Number(values.images);
if (!(Number.isInteger(images) && images > 0)) {
  throw new RangeError(`--images is ${values.images}; give a whole number above 0`);
}

const model = readModel();
const eyes = openEyes(model);
const analyse = createAnalysis();
const rates = await measureRates();
console.log(
  `machine: ${rates.arithmetic.toFixed(1)} GMAC/s (convolution, planes in cache), ${rates.bandwidth.toFixed(1)} GB/s (copy)`,
);

/** Times of one photograph, ms. */
interface Stages {
  readonly decode: number;
  readonly whole: number;
  /** From a located face to all its features, the network left out. */
  readonly features: number;
}

async function printStages(title: string, jpeg: Buffer): Promise<Stages> {
  const image = await decode(jpeg);
  const bare = await shortest(() => sharp(jpeg).raw().toBuffer());
  let passes = 0;
  const counting = {
    ...eyes.locator,
    forward: (...given: Parameters<typeof eyes.locator.forward>) => {
      passes += 1;
      return eyes.locator.forward(...given);
    },
  };
  const located = locateFace(image, counting, { acceptance: eyes.acceptance });
  if (!located.ok) throw new Error(`the bench photograph is refused: ${located.detail}`);
  const { face } = located;
  const rectified = rectifyFace(image, face);
  const map = shearMap(rectified, eyes.surface);
  const work = stageWork(model, image, passes);
  console.log(
    `\n${title}, ${image.width} x ${image.height}, ${Math.round(jpeg.length / 1024)} KiB, ${passes} locator passes`,
  );
  const time = async (stage: string, run: () => unknown): Promise<number> => {
    const ms = await shortest(run);
    const { multiplyAdds = 0, bytes = 0 } = work[stage] ?? {};
    const arithmetic = multiplyAdds / rates.arithmetic / 1e6;
    const memory = bytes / rates.bandwidth / 1e6;
    const wall = arithmetic > memory ? 'arithmetic' : 'memory';
    const bound = Math.max(arithmetic, memory);
    const reach =
      bound === 0
        ? ''
        : `  bound ${bound.toFixed(1).padStart(5)} ms by ${wall.padEnd(10)} ${((100 * bound) / ms).toFixed(0).padStart(3)} % reached`;
    console.log(
      `${stage.padEnd(16)} ${ms.toFixed(1).padStart(7)} ms ${(ms / bare).toFixed(2).padStart(6)} x decode${reach}`,
    );
    return ms;
  };
  await time('decode', () => sharp(jpeg).raw().toBuffer());
  await time('locate', () => locateFace(image, eyes.locator, { acceptance: eyes.acceptance }));
  await time('rectify', () => rectifyFace(image, face));
  const input = await time('surface input', () => surfaceInput(rectified));
  await time('input and map', () => shearMap(rectified, eyes.surface));
  const statistics = await time('statistics', () =>
    mapStatistics(map.cleavage, map.mask, map.width, map.height),
  );
  // A fresh face each time: what descriptors and flags share is kept with the face.
  const descriptors = await time('descriptors', () => describeFace({ ...rectified }));
  await time('flags', () => photometricFlags({ ...rectified }, image, face.outline));
  await time('look', () => lookAtPhotograph(image, eyes));
  const whole = await time('whole analysis', () => analyse(jpeg));
  return { decode: bare, whole, features: input + statistics + descriptors };
}

const small: Stages[] = [];
const dome = await photograph('dome-laboratory', 1280, 720);
small.push(await printStages('dome-laboratory', dome));
small.push(await printStages('ring-microscope', await photograph('ring-microscope', 1280, 720)));
small.push(await printStages('phone-desk', await photograph('phone-desk', 1280, 720)));
const largeJpeg = await photograph('dome-laboratory', 4000, 3000);
const large = await printStages('large photograph', largeJpeg);

const threads = await measureThreads(dome);
console.log(
  `\nworker threads: 1 does ${threads.one.toFixed(1)}, 2 do ${threads.two.toFixed(1)} photographs a second (${(threads.two / threads.one).toFixed(2)} x by the clock)`,
);

const child = fileURLToPath(new URL('support/analysis-memory.ts', import.meta.url));
const memory = JSON.parse(
  execFileSync(process.execPath, [child, String(images)], { input: largeJpeg, encoding: 'utf8' }),
) as { marks: number[]; peak: number };
console.log(
  `a process of its own over ${images} large photographs: ${memory.marks.map((mark) => mark.toFixed(0)).join(', ')} MiB at most in every quarter, peak ${memory.peak.toFixed(0)} MiB`,
);

const worst = (of: (stages: Stages) => number): number => Math.max(...small.map(of));
const goals: Goal[] = [
  {
    name: 'whole analysis, 1280 x 720, worst of three',
    measured: worst((s) => s.whole),
    limit: 60,
    unit: 'ms',
  },
  { name: '… over decoding', measured: worst((s) => s.whole / s.decode), limit: 8, unit: 'x' },
  { name: 'feature extraction, worst of three', measured: worst((s) => s.features), limit: 30, unit: 'ms' },
  { name: 'whole analysis, 4000 x 3000', measured: large.whole, limit: 250, unit: 'ms' },
  {
    name: 'two worker threads over one, both cores free',
    measured: threads.freeRatio,
    limit: 1.8,
    unit: 'x',
    sense: 'at-least',
  },
  { name: 'peak resident memory', measured: memory.peak, limit: 400, unit: 'MiB' },
  {
    name: 'resident memory, last quarter over second',
    measured: memory.marks[3] / memory.marks[1],
    limit: 1.05,
    unit: 'x',
  },
];
printGoals(goals);
console.log('The goals of learning are in bench/learning.bench.ts.');
