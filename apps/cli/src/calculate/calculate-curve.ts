import {
  compareTransitionModels,
  fitTransitionCurve,
  type TransitionModelName,
  type TransitionPoint,
  type TransitionQuantity,
} from '@mlmcsc/charpy';
import { toDeepJsonNames } from '@mlmcsc/core';
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
      const { isFitted, ...calculation } = fitCurve(points, options);
      if (!isFitted) process.exitCode = exitCodes.failed;
      return calculation;
    },
    { ...names, points: file },
  );
}

/** @throws ParameterRangeError for a point or option out of range */
function fitCurve(
  points: readonly TransitionPoint[],
  { property: quantity, model, lowerShelf, upperShelf, confidence, compare = false }: CurveOptions,
): Calculation & { readonly isFitted: boolean } {
  const held = (at: number | undefined) => (at === undefined ? undefined : { fixedAt: at });
  const common = { quantity, lowerShelf: held(lowerShelf), upperShelf: held(upperShelf), confidence };
  if (compare) {
    const { fits, refusals, rankedBy } = compareTransitionModels(points, common);
    return {
      isFitted: fits.length > 0,
      json: toDeepJsonNames({ rankedBy, fits, refusals }),
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
    json: toDeepJsonNames(result),
    lines: [`${quantity}, ${result.model}, ${points.length} specimens`, ...curveText(result)],
  };
}
