import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { eyesOf } from '@mlmcsc/core/measure';
import { decodeModel, type Model } from '@mlmcsc/learning';
import type { LoadedPlugIns } from '@mlmcsc/platform/onnx';
import { CommandFailure } from '../console/command-failure.ts';
import { requireBackboneOf } from '../plug-ins/backbone-model.ts';
import { type PlugInOptions, plugInsOf } from '../plug-ins/plug-ins-of.ts';

/** A model read from a file. */
export interface LoadedModel {
  readonly model: Model;
  readonly version: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** In shared memory, so that threads need no copies. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** The laboratory's own networks that it is used with. */
  readonly plugIns: LoadedPlugIns;
}

/** The model that ships with the program. */
export const shippedModelPath = fileURLToPath(new URL('../../../../models/default.mlmcsc', import.meta.url));

/** Reads and checks a model artefact, and the laboratory's own networks that it is used with.
 * @throws CommandFailure when a file is missing or is none that this program understands, or they do not belong together
 */
export async function loadModel(
  path: string = shippedModelPath,
  plugInOptions: PlugInOptions = {},
): Promise<LoadedModel> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${error.code})`;
    throw new CommandFailure(`The model ${path} ${reason}.`);
  });
  const bytes = new Uint8Array(new SharedArrayBuffer(file.byteLength));
  bytes.set(file);
  const model = decode(file, path);
  try {
    eyesOf(model);
  } catch (error) {
    throw new CommandFailure(
      `${path} does not fit this version of the program (${(error as Error).message}). ` +
        'Use the model that ships with it, and teach it your labels again with mlmcsc learn.',
    );
  }
  const plugIns = await plugInsOf(plugInOptions);
  requireBackboneOf(model, plugIns);
  const digest = createHash('sha256').update(file).digest('hex');
  return { model, version: model.version, digest, bytes, plugIns };
}

function decode(file: Uint8Array, path: string): Model {
  try {
    return decodeModel(file);
  } catch (error) {
    throw new CommandFailure(`${path} is not a model of this program: ${(error as Error).message}`);
  }
}
