import {
  compareTransitionModels,
  fitTransitionCurve,
  type TransitionModelName,
  type TransitionPoint,
  type TransitionQuantity,
  type TransitionResult,
} from '@mlmcsc/charpy';
import { presentTransitionCurve } from '@mlmcsc/core';
import { exitCodes } from '../console/command-failure.ts';
import { curveText } from '../report/curve-text.ts';
import { type Calculation, type CalculationOptions, printCalculation, row } from './print-calculation.ts';
import { readTableFile } from './read-table-file.ts';

export interface CurveOptions extends CalculationOptions {
  readonly property: TransitionQuantity;
  readonly model: TransitionModelName;
  readonly lowerShelf?: number;
  readonly upperShelf?: number;
  readonly confidence: number;
  readonly compare?: boolean;
}

const columns = {
  temperature: { names: ['temperature_c', 'temperature', 'temperature_celsius', 'temp_c'] },
  value: { names: ['value', 'energy_j', 'lateral_expansion_mm', 'shear_percent'] },
} as const;

/** `mlmcsc calculate curve`. The fit holds the program's only thread; Ctrl-C ends it all the same. */
export async function calculateCurve(file: string, options: CurveOptions): Promise<void> {
  const points = await readTableFile(file, columns, (cells) => ({
    row: cells.row,
    temperatureC: cells.number('temperature'),
    value: cells.number('value'),
  }));
  const names = Object.fromEntries(
    points.flatMap(({ row: line }, i) => [
      [`points[${i}].temperatureC`, `row ${line}: temperature_c`],
      [`points[${i}].value`, `row ${line}: value`],
    ]),
  );
  printCalculation(
    options,
    () => {
      const identifiers = points.map(({ row: line }) => `row ${line}`);
      const { isFitted, ...calculation } = fitCurve(points, identifiers, options);
      if (!isFitted) process.exitCode = exitCodes.failed;
      return calculation;
    },
    { ...names, points: file },
  );
}

/** @throws ParameterRangeError for a point or option out of range */
function fitCurve(
  points: readonly TransitionPoint[],
  identifiers: readonly string[],
  { property: quantity, model, lowerShelf, upperShelf, confidence, compare = false }: CurveOptions,
): Calculation & { readonly isFitted: boolean } {
  const held = (at: number | undefined) => (at === undefined ? undefined : { fixedAt: at });
  const present = (result: TransitionResult) =>
    presentTransitionCurve({ points, identifiers, leftOut: [] }, result);
  const common = { quantity, lowerShelf: held(lowerShelf), upperShelf: held(upperShelf), confidence };
  if (compare) {
    const { fits, refusals, rankedBy } = compareTransitionModels(points, common);
    return {
      isFitted: fits.length > 0,
      json: {
        ranked_by: rankedBy,
        fits: fits.map(present),
        refusals: refusals.map(({ model: refused, reason, detail }) => ({ model: refused, reason, detail })),
      },
      lines: [
        `${quantity}, ${points.length} specimens, best first by ${rankedBy === 'aicc' ? 'AICc' : 'AIC'}`,
        ...fits.flatMap((fit) => [
          row(
            fit.model,
            `${rankedBy === 'aicc' ? 'AICc' : 'AIC'} ${(fit.criteria[rankedBy] ?? 0).toFixed(2)}`,
          ),
          ...curveText(fit),
        ]),
        ...refusals.map(({ model: refused, detail }) => row(refused, `no curve: ${detail}`)),
      ],
    };
  }
  const result = fitTransitionCurve(points, { ...common, model });
  return {
    isFitted: result.ok,
    json: present(result),
    lines: [`${quantity}, ${result.model}, ${points.length} specimens`, ...curveText(result)],
  };
}
