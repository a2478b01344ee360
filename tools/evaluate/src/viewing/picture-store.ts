import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { packLabels, type StoredScene } from '@mlmcsc/default-model';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { renderNegative, renderScene } from '@mlmcsc/specimens';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';

const codec = new SharpImageCodec();

/** Name of a picture's files: the same parameters are the same picture. */
export function pictureName({ spec }: EvaluationPicture): string {
  return createHash('sha256').update(JSON.stringify(spec)).digest('hex').slice(0, 24);
}

/** A picture as the product gets it, decoded from JPEG, with its truth; rendered when the folder lacks it. */
export async function loadPicture(folder: string, picture: EvaluationPicture): Promise<StoredScene> {
  const path = join(folder, pictureName(picture));
  // The truth is written last: a cut run leaves no picture without one.
  if (!existsSync(`${path}.truth`)) await renderInto(path, picture);
  const image = await codec.decode(readFileSync(`${path}.jpg`));
  const bytes = readFileSync(`${path}.truth`);
  const length = bytes.readUInt32LE(0);
  return {
    image,
    labels: inflateRawSync(bytes.subarray(4 + length)),
    about: JSON.parse(bytes.subarray(4, 4 + length).toString('utf8')) as StoredScene['about'],
  };
}

async function renderInto(path: string, { spec }: EvaluationPicture): Promise<void> {
  const { image, truth } = spec.kind === 'fracture' ? renderScene(spec) : renderNegative(spec);
  const about: StoredScene['about'] = {
    seed: spec.seed,
    family: spec.kind === 'fracture' ? spec.family : 'negative',
    fitness: spec.kind === 'fracture' ? spec.fitness : 'none',
    faces: truth.faces,
  };
  const json = Buffer.from(JSON.stringify(about));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  mkdirSync(dirname(path), { recursive: true });
  const jpeg = await codec.encodeRendition(image, 'jpeg', Math.max(image.width, image.height));
  writeWhole(`${path}.jpg`, jpeg);
  writeWhole(`${path}.truth`, Buffer.concat([length, json, deflateRawSync(packLabels(truth), { level: 1 })]));
}

/** Written beside and renamed: a cut run leaves no half file. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}
