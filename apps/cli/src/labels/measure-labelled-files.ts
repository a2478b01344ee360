import { readFile } from 'node:fs/promises';
import type { EvaluationSample, LabelledSample } from '@mlmcsc/learning';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { measureFiles } from '../measure-files/measure-files.ts';
import type { MeasuredFile } from '../measure-files/measured-file.ts';
import type { LoadedModel } from '../model/load-model.ts';
import { locateLabelledFiles } from './locate-labelled-files.ts';
import { type LabelRow, parseLabelTable } from './parse-label-table.ts';

export interface LabelledMeasurements {
  /** One a label, in the order of the table; `features` null = refused or unreadable. */
  readonly samples: readonly EvaluationSample[];
  readonly refused: readonly MeasuredFile[];
  readonly unreadable: readonly MeasuredFile[];
}

/** Reads a label file and measures its pictures, each once however many labels it has. Remarks go to the error stream.
 * @throws CommandFailure (usage) for errors in the label file
 */
export async function measureLabelledFiles(
  tablePath: string,
  imageFolder: string,
  model: LoadedModel,
): Promise<LabelledMeasurements> {
  const text = await readFile(tablePath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`The label file ${tablePath} cannot be read (${error.code}).`, exitCodes.usage);
  });
  const { rows, ignoredColumns } = parseLabelTable(text, tablePath);
  if (ignoredColumns.length > 0)
    process.stderr.write(`Columns without meaning here: ${ignoredColumns.join(', ')}\n`);
  const located = await locateLabelledFiles(rows, imageFolder, tablePath);

  const results = new Map<string, MeasuredFile>();
  const files = [...new Set(located.map(({ path }) => path))];
  for await (const result of measureFiles(files, { model })) results.set(result.path, result);

  const measured = [...results.values()];
  const refused = measured.filter(({ status }) => status === 'no-face' || status === 'poor');
  const unreadable = measured.filter(({ status }) => status === 'unreadable');
  for (const { path, status, reason } of [...refused, ...unreadable]) {
    process.stderr.write(`${path}: ${status}. ${reason ?? ''}\n`);
  }
  const samples = located.map(({ label, path }) => sampleOf(label, results.get(path)?.features ?? null));
  return { samples, refused, unreadable };
}

/** The samples that have an answer. */
export const answeredSamples = (samples: readonly EvaluationSample[]): readonly LabelledSample[] =>
  samples.flatMap((sample) => (sample.features === null ? [] : [{ ...sample, features: sample.features }]));

function sampleOf(label: LabelRow, features: Float64Array | null): EvaluationSample {
  const { shearPercent, weight, specimen, heat, technician } = label;
  return {
    ...{ features, shearPercent, weight },
    ...(specimen === null ? {} : { specimen }),
    ...(heat === null ? {} : { heat }),
    ...(technician === null ? {} : { technician }),
  };
}
