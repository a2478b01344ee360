import { readFile } from 'node:fs/promises';
import type { LabelledReading } from '@mlmcsc/core/refine';
import type { EvaluationSample, LabelledSample } from '@mlmcsc/learning';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { measureFiles } from '../measure-files/measure-files.ts';
import type { MeasuredFile } from '../measure-files/measured-file.ts';
import type { LoadedModel } from '../model/load-model.ts';
import { type LabelledFile, locateLabelledFiles } from './locate-labelled-files.ts';
import { failOnProblems, type LabelRow, parseLabelTable } from './parse-label-table.ts';

export interface LabelledMeasurements {
  /** One a percent label, in the order of the table; `features` null = refused or unreadable. */
  readonly samples: readonly EvaluationSample[];
  /** One a row that has an answer, in the order of the table; empty unless the pictures were read closely. */
  readonly readings: readonly LabelledReading[];
  readonly refused: readonly MeasuredFile[];
  readonly unreadable: readonly MeasuredFile[];
}

export interface MeasureLabelledOptions {
  /** Also reads what moving the last layer to labels needs, painted regions included. @default false */
  readonly closely?: boolean;
}

/** Reads a label file and measures its pictures, each once however many labels it has. Remarks go to the error stream.
 * @throws CommandFailure (usage) for errors in the label file or in pictures of regions
 */
export async function measureLabelledFiles(
  tablePath: string,
  imageFolder: string,
  model: LoadedModel,
  { closely = false }: MeasureLabelledOptions = {},
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
  const regions = closely ? regionsByPicture(located) : null;
  for await (const result of measureFiles(files, { model, regions })) results.set(result.path, result);
  failOnProblems(tablePath, regionsProblems(located, results));

  const measured = [...results.values()];
  const refused = measured.filter(({ status }) => status === 'no-face' || status === 'poor');
  const unreadable = measured.filter(({ status }) => status === 'unreadable');
  for (const { path, status, reason } of [...refused, ...unreadable]) {
    process.stderr.write(`${path}: ${status}. ${reason ?? ''}\n`);
  }
  const samples = located.flatMap(({ label, path }) =>
    label.shearPercent === null
      ? []
      : [
          {
            ...aboutOf(label),
            shearPercent: label.shearPercent,
            features: results.get(path)?.features ?? null,
          },
        ],
  );
  return { samples, readings: readingsOf(located, results), refused, unreadable };
}

/** The samples that have an answer. */
export const answeredSamples = (samples: readonly EvaluationSample[]): readonly LabelledSample[] =>
  samples.flatMap((sample) => (sample.features === null ? [] : [{ ...sample, features: sample.features }]));

function regionsByPicture(located: readonly LabelledFile[]): ReadonlyMap<string, string> {
  return new Map(
    located.flatMap(({ path, regionsPath }) => (regionsPath === null ? [] : [[path, regionsPath] as const])),
  );
}

function regionsProblems(
  located: readonly LabelledFile[],
  results: ReadonlyMap<string, MeasuredFile>,
): string[] {
  return located.flatMap(({ label, path, regionsPath }) => {
    const problem = results.get(path)?.regionsProblem ?? null;
    return problem === null || regionsPath === null
      ? []
      : [`line ${label.line}: ${label.regions} ${problem}`];
  });
}

/** What was painted counts once, with the first row that has an answer. */
function readingsOf(
  located: readonly LabelledFile[],
  results: ReadonlyMap<string, MeasuredFile>,
): LabelledReading[] {
  const painted = new Set<string>();
  return located.flatMap(({ label, path }) => {
    const close = results.get(path)?.closeReading ?? null;
    if (close === null) return [];
    const paint = painted.has(path) ? null : close.paint;
    painted.add(path);
    const { reading } = close;
    // Labels of one picture must never stand on both sides of a test.
    const specimen = label.specimen ?? path;
    return [{ ...aboutOf(label), specimen, shearPercent: label.shearPercent, reading, paint }];
  });
}

function aboutOf({
  weight,
  specimen,
  heat,
  technician,
}: LabelRow): Omit<LabelledSample, 'features' | 'shearPercent'> {
  return {
    weight,
    ...(specimen === null ? {} : { specimen }),
    ...(heat === null ? {} : { heat }),
    ...(technician === null ? {} : { technician }),
  };
}
