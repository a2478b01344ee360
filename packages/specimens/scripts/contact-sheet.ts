/** Writes a PNG contact sheet of rendered scenes, to look at.
 *
 * node packages/specimens/scripts/contact-sheet.ts OUT.png [--family NAME|all] [--seed N] [--count N] [--columns N] [--tile PX]
 *   [--truth] [--share S] [--negatives]
 *   [--width PX] [--fill F] [--light KIND] [--cleavage MODEL] [--good] [--upright]
 * `--truth` draws outline (green), notch edge (red) and cleavage boundary (yellow); `--share` fixes the cleavage share.
 */
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import {
  drawNegativeSpec,
  drawSceneSpec,
  type RenderedScene,
  renderNegative,
  renderScene,
  SCENE_FAMILIES,
  type SceneFamily,
} from '../src/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    family: { type: 'string', default: 'all' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '12' },
    columns: { type: 'string', default: '4' },
    tile: { type: 'string', default: '480' },
    truth: { type: 'boolean', default: false },
    share: { type: 'string' },
    width: { type: 'string' },
    fill: { type: 'string' },
    light: { type: 'string' },
    cleavage: { type: 'string' },
    negatives: { type: 'boolean', default: false },
    good: { type: 'boolean', default: false },
    upright: { type: 'boolean', default: false },
  },
});
const output = positionals[0];
if (output === undefined)
  throw new Error('usage: contact-sheet.ts OUT.png [options]; see the head of this file');

function drawTruth(scene: RenderedScene): void {
  const { image, truth } = scene;
  const paint = (x: number, y: number, colour: readonly number[]): void => {
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return;
    image.data.set(colour, 3 * (Math.round(y) * image.width + Math.round(x)));
  };
  const mask = truth.cleavageMask;
  for (let y = 1; y < mask.height; y++) {
    for (let x = 1; x < mask.width; x++) {
      const at = y * mask.width + x;
      if (mask.data[at] !== mask.data[at - 1] || mask.data[at] !== mask.data[at - mask.width])
        paint(x, y, [255, 220, 0]);
    }
  }
  for (const face of truth.faces) {
    face.outline.forEach((from, index) => {
      const to = face.outline[(index + 1) % face.outline.length]!;
      const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)) + 1;
      const colour = index < face.outline.length / 4 ? [255, 0, 0] : [0, 255, 0];
      for (let i = 0; i <= steps; i++) {
        const part = i / steps;
        paint(
          Math.round(from.x + part * (to.x - from.x)),
          Math.round(from.y + part * (to.y - from.y)),
          colour,
        );
      }
    });
  }
}

function renderNegativeTile(index: number): { scene: RenderedScene; text: string } {
  const spec = drawNegativeSpec(Number(values.seed) + index);
  return { scene: renderNegative(spec), text: `${spec.subject} ${spec.background.kind} ${spec.light.kind}` };
}

function renderSceneTile(index: number): { scene: RenderedScene; text: string } {
  const family = (
    values.family === 'all' ? SCENE_FAMILIES[index % SCENE_FAMILIES.length] : values.family
  ) as SceneFamily;
  const spec = drawSceneSpec(Number(values.seed) + index, family, {
    ...(values.share === undefined ? {} : { cleavageShare: Number(values.share) }),
    ...(values.width === undefined
      ? {}
      : { width: Number(values.width), height: Math.round(Number(values.width) * 0.75) }),
    ...(values.fill === undefined ? {} : { fill: Number(values.fill) }),
    ...(values.light === undefined ? {} : { light: values.light as 'dome' }),
    ...(values.cleavage === undefined ? {} : { cleavage: values.cleavage as 'mosaic' }),
    ...(values.good ? { fitness: 'good' as const } : {}),
    ...(values.upright ? { rotationDegrees: 0, halves: 1 as const } : {}),
  });
  const scene = renderScene(spec);
  const faces = scene.truth.faces.map(
    (face) => `shear ${face.shearPercent.toFixed(1)} ${face.notchSide} ${face.pxPerMm.toFixed(0)} px/mm`,
  );
  return {
    scene,
    text: `${family} ${spec.fitness} ${spec.light.kind} ${spec.background.kind} ${spec.specimen.cleavage.model}/${spec.specimen.fibrous.model} W${spec.specimen.widthMm} ${faces.join(' | ')}`,
  };
}

const count = Number(values.count);
const columns = Number(values.columns);
const tile = Number(values.tile);
const tileHeight = Math.round(tile * 0.75);
const tiles: { input: Buffer; left: number; top: number }[] = [];
for (let i = 0; i < count; i++) {
  const started = performance.now();
  const { scene, text } = values.negatives ? renderNegativeTile(i) : renderSceneTile(i);
  if (values.truth) drawTruth(scene);
  const { image } = scene;
  console.log(`${i} ${image.width}x${image.height} ${(performance.now() - started).toFixed(0)} ms ${text}`);
  const input = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize(tile, tileHeight, { fit: 'contain', background: '#303030' })
    .png()
    .toBuffer();
  tiles.push({ input, left: (i % columns) * tile, top: Math.floor(i / columns) * tileHeight });
}
await sharp({
  create: {
    width: columns * tile,
    height: Math.ceil(count / columns) * tileHeight,
    channels: 3,
    background: '#303030',
  },
})
  .composite(tiles)
  .png()
  .toFile(output);
