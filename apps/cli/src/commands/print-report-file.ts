import { writeFile } from 'node:fs/promises';
import { fitTransitionCurve } from '@mlmcsc/charpy';
import { createReportUseCases, printReport } from '@mlmcsc/core';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { ThreadReportPrinter } from '@mlmcsc/platform/report-pdf';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';
import { withStore } from './with-store.ts';

/** `mlmcsc report pdf`: the same bytes as the API gives. @throws CommandFailure */
export async function printReportFile(
  config: Config,
  id: string,
  { out }: { readonly out?: string },
): Promise<void> {
  const objects = await openObjectStore(config, await sessionSecretOf(config));
  const printer = new ThreadReportPrinter();
  try {
    const { fileName, bytes } = await withStore(config, (store) =>
      printReport(
        {
          ...{ store, objects, printer, publicUrl: config.publicUrl },
          reports: createReportUseCases({
            ...{ store, clock: systemClock, ids: uuidV7 },
            curves: { fit: async (points, options) => fitTransitionCurve(points, options) },
          }),
          codec: new SharpImageCodec({ maxPixels: config.maxImagePixels }),
        },
        id,
      ),
    );
    const path = out ?? fileName;
    await writeFile(path, bytes).catch((error: Error) => {
      throw new CommandFailure(`${path} cannot be written: ${error.message}`);
    });
    process.stdout.write(`${path}\n`);
  } finally {
    await printer.close();
    await objects.close();
  }
}
