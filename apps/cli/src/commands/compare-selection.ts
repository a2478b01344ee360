import {
  type CompareSelectionOptions,
  compareSelection,
  meanCurve,
  type SelectionComparison,
  strategyOf,
} from '@mlmcsc/learning';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { answeredSamples, measureLabelledFiles } from '../labels/measure-labelled-files.ts';
import { loadModel } from '../model/load-model.ts';

export interface CompareSelectionCommandOptions
  extends Pick<CompareSelectionOptions, 'repeats' | 'batch' | 'counts' | 'seed'> {
  readonly images: string;
  readonly model?: string;
  readonly json?: boolean;
}

/** `mlmcsc compare-selection`: what choosing pictures saves against random choice, on a laboratory's own labels. @returns the exit code */
export async function compareSelectionWays(
  table: string,
  { images, json = false, repeats, batch, counts, seed, ...options }: CompareSelectionCommandOptions,
): Promise<number> {
  const loaded = await loadModel(options.model);
  const { samples, unreadable } = await measureLabelledFiles(table, images, loaded);
  const labelled = answeredSamples(samples);
  const comparison = compare(() =>
    compareSelection([{ name: table, samples: labelled }], {
      ...{ start: loaded.model, update: strategyOf('immediate'), repeats, batch, counts, seed },
    }),
  );
  const { version, digest } = loaded;
  process.stdout.write(
    json
      ? `${JSON.stringify({ model: { version, digest }, labels: labelled.length, repeats, batch, seed, ...comparisonJson(comparison) })}\n`
      : `${version} (${digest.slice(0, 12)}), ${labelled.length} labels, ${repeats} random splits\n\n${comparisonText(comparison)}\n`,
  );
  return unreadable.length > 0 ? exitCodes.unreadableFiles : exitCodes.ok;
}

function compare(work: () => SelectionComparison): SelectionComparison {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFailure(`${error.message}.`, exitCodes.usage);
    throw error;
  }
}

const points = (value: number) => value.toFixed(2).padStart(8);
const verdicts = {
  saves: 'better than random',
  costs: 'worse than random',
  'no-difference': 'no difference shown',
  'nothing-to-save': 'labels did not lower the error, so there is nothing to save',
} as const;

function comparisonText({ counts, savings, trials }: SelectionComparison): string {
  const marks = [0, ...counts];
  const most = marks[marks.length - 1]!;
  const ways = Object.keys(trials[0]?.curves ?? {});
  return [
    `Mean absolute error, points, after   ${marks.map((mark) => String(mark).padStart(8)).join('')}  labels`,
    ...ways.map((way) => {
      const curve = meanCurve(trials, way);
      const at = (mark: number) =>
        (curve.find(({ labels }) => labels >= mark) ?? curve.at(-1)!).meanAbsoluteError;
      return `  ${way.padEnd(35)}${marks.map((mark) => points(at(mark))).join('')}`;
    }),
    '',
    ...savings.map(
      ({ way, randomLabels, labelsNeeded, errorDifference: { value, lower, upper }, verdict }) =>
        `  ${way.padEnd(14)} as low as random with ${String(randomLabels).padStart(4)} after ${(labelsNeeded === null ? `> ${most}` : labelsNeeded.toFixed(0)).padStart(5)}; difference ${value.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)}): ${verdicts[verdict]}`,
    ),
  ].join('\n');
}

const estimateJson = ({ value, lower, upper }: { value: number; lower: number; upper: number }) => ({
  ...{ value, lower, upper },
});

function comparisonJson({ counts, smallestPool, savings, trials }: SelectionComparison) {
  return {
    counts,
    smallest_pool: smallestPool,
    curves: Object.fromEntries(
      Object.keys(trials[0]?.curves ?? {}).map((way) => [
        way,
        meanCurve(trials, way).map(({ labels, meanAbsoluteError }) => ({
          labels,
          mean_absolute_error: meanAbsoluteError,
        })),
      ]),
    ),
    savings: savings.map((one) => ({
      way: one.way,
      random_labels: one.randomLabels,
      random_error: one.randomError,
      random_gain: estimateJson(one.randomGain),
      error_difference: estimateJson(one.errorDifference),
      labels_needed: one.labelsNeeded,
      labels_needed_interval: one.labelsNeededInterval,
      verdict: one.verdict,
    })),
  };
}
