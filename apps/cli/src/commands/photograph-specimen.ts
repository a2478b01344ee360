import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { operator } from './with-laboratory.ts';
import { withProduct } from './with-product.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `mlmcsc specimens photograph`: stores a picture of a specimen that is entered, and measures it. @throws CommandFailure */
export async function photographSpecimen(
  config: Config,
  identifier: string,
  path: string,
  { half, json = false }: { readonly half?: 1 | 2; readonly json?: boolean },
): Promise<void> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new CommandFailure(`${path} cannot be read: ${error.message}`, exitCodes.usage);
  });
  await withProduct(config, async ({ dependencies: { useCases, store } }) => {
    const specimen = await store.rows.laboratory.specimens.findByName(identifier);
    if (specimen === null) throw new CommandFailure(`There is no specimen ${identifier}.`);
    const { image } = await useCases.uploadImage({
      ...{ bytes, fileName: basename(path), username: operator },
      context: { specimen: identifier, half: half ?? null, widthMm: specimen.widthMm },
    });
    const { analysis } = await useCases.analyseImage({ imageId: image.id, username: operator });
    const { id, status, reason, shearPercent, lower, upper } = analysis;
    if (json) {
      print(
        JSON.stringify({
          ...{ image_id: image.id, analysis_id: id, specimen: identifier, status, reason },
          ...{ shear_percent: shearPercent, lower, upper },
        }),
      );
    } else if (shearPercent === null || lower === null || upper === null) {
      print(`${image.id}  ${identifier}  no value: ${reason ?? status}`);
    } else {
      const interval = `${lower.toFixed(1)} to ${upper.toFixed(1)}`;
      print(`${image.id}  ${identifier}  ${shearPercent.toFixed(1)} % (${interval})`);
    }
  });
}
