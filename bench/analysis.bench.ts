/**
 * Prints what an analysis of a photograph costs, stage by stage, as processor time of this process.
 * Run: `node bench/analysis.bench.ts [--images N]` (N photographs for the memory figure, default 100)
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { countMultiplyAdds, planNetwork } from '@mlmcsc/kernels';
import { decodeModel } from '@mlmcsc/learning';
import { drawSceneSpec, renderScene, type SceneFamily } from '@mlmcsc/specimens';
import {
  describeFace,
  LOCATOR_HEIGHT,
  LOCATOR_WIDTH,
  locateFace,
  mapStatistics,
  openEyes,
  photometricFlags,
  type RgbImage,
  rectifyFace,
  SURFACE_CHANNELS,
  shearMap,
  surfaceInput,
  viewFace,
} from '@mlmcsc/vision';
import sharp from 'sharp';

const { values } = parseArgs({ options: { images: { type: 'string', default: '100' } } });
const images = Number(values.images);
if (!(Number.isInteger(images) && images > 0)) {
  throw new RangeError(`--images is ${values.images}; give a whole number above 0`);
}
sharp.cache(false);
sharp.concurrency(1);

const model = decodeModel(new Uint8Array(readFileSync('models/default.mlmcsc')));
const eyes = openEyes(model);
const hasFittingSurface = model.surface.definition.inputChannels === SURFACE_CHANNELS;

/** Processor time of all threads of this process so far, milliseconds. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median processor time of several runs after a warm-up, milliseconds. */
async function median(work: () => unknown, runs = 15): Promise<number> {
  for (let i = 0; i < 6; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = processorMs();
    await work();
    times.push(processorMs() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1];
}

async function photograph(family: SceneFamily, width: number, height: number): Promise<Buffer> {
  const scene = drawSceneSpec(9001, family, { width: 1280, height: 720, fitness: 'good', halves: 1 });
  const { image } = renderScene(scene);
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize(width, height, { fit: 'cover' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function decode(jpeg: Buffer): Promise<RgbImage> {
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function analyse(image: RgbImage): void {
  const located = locateFace(image, eyes.locator, { acceptance: eyes.acceptance });
  if (!located.ok) return;
  if (hasFittingSurface) viewFace(image, located.face, eyes);
  else {
    const rectified = rectifyFace(image, located.face);
    surfaceInput(rectified);
    describeFace(rectified);
    photometricFlags(rectified);
  }
}

async function printStages(title: string, jpeg: Buffer): Promise<void> {
  const image = await decode(jpeg);
  const megapixels = (image.width * image.height) / 1e6;
  const bare = await median(() => sharp(jpeg).raw().toBuffer());
  const print = (stage: string, ms: number): void =>
    console.log(
      `${stage.padEnd(18)} ${ms.toFixed(1).padStart(7)} ms ${(ms / megapixels).toFixed(1).padStart(7)} ms/Mpx ${(ms / bare).toFixed(2).padStart(7)} x decode`,
    );
  console.log(`\n${title}, ${image.width} x ${image.height}, ${Math.round(jpeg.length / 1024)} KiB`);
  print('decode', bare);
  const located = locateFace(image, eyes.locator, { acceptance: eyes.acceptance });
  print('locate', await median(() => locateFace(image, eyes.locator, { acceptance: eyes.acceptance })));
  if (located.ok) {
    const rectified = rectifyFace(image, located.face);
    print('rectify', await median(() => rectifyFace(image, located.face)));
    print('surface input', await median(() => surfaceInput(rectified)));
    if (hasFittingSurface) {
      const map = shearMap(rectified, eyes.surface);
      print('input and map', await median(() => shearMap(rectified, eyes.surface)));
      print('statistics', await median(() => mapStatistics(map.cleavage, map.mask, map.width, map.height)));
    }
    // A fresh face each time: what descriptors and flags share is kept with the face.
    print('descriptors', await median(() => describeFace({ ...rectified })));
    print('flags', await median(() => photometricFlags({ ...rectified })));
  }
  print('whole analysis', await median(async () => analyse(await decode(jpeg))));
}

const cells = new Float32Array(model.locator.definition.inputChannels * LOCATOR_HEIGHT * LOCATOR_WIDTH).fill(
  0.1,
);
const forward = await median(() => eyes.locator.forward(cells, LOCATOR_HEIGHT, LOCATOR_WIDTH));
const work = countMultiplyAdds(planNetwork(model.locator.definition, LOCATOR_HEIGHT, LOCATOR_WIDTH));
console.log(
  `locator network    ${forward.toFixed(1)} ms a pass, ${(work / forward / 1e6).toFixed(1)} GMAC/s`,
);
const block = new Uint8Array(64 * 1024 * 1024).fill(7);
const target = new Uint8Array(block.length);
const copied = await median(() => target.set(block));
console.log(
  `memory             ${((2 * block.length) / copied / 1e6).toFixed(1)} GB/s (copy, read and write)`,
);
if (!hasFittingSurface) {
  console.log(
    'The default model was made for another surface input: its network is left out of the figures.',
  );
}
for (const family of ['dome-laboratory', 'ring-microscope', 'phone-desk'] as const) {
  await printStages(family, await photograph(family, 1280, 720));
}
const large = await photograph('dome-laboratory', 4000, 3000);
await printStages('large photograph', large);

/** Resident memory in MiB, code and networks included. */
function residentMiB(): number {
  return process.memoryUsage().rss / 1024 / 1024;
}

const marks = [residentMiB()];
for (let i = 1; i <= images; i++) {
  analyse(await decode(large));
  if (i % Math.max(1, Math.floor(images / 4)) === 0) marks.push(residentMiB());
}
console.log(
  `\nresident memory over ${images} large photographs: ${marks.map((mark) => mark.toFixed(0)).join(', ')} MiB`,
);
