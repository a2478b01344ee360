import {
  fitTransitionCurve,
  type TransitionModelName,
  type TransitionQuantity,
  type TransitionResult,
} from '@mlmcsc/charpy';
import { type CurvePoints, fitSeriesCurve as fitOnSeries, presentSeriesCurve } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { exitCodes } from '../console/command-failure.ts';
import { curveText } from '../report/curve-text.ts';
import { seriesNamed, withLaboratory } from './with-laboratory.ts';

interface Told {
  readonly property: TransitionQuantity;
  readonly model: TransitionModelName;
  readonly lowerShelf?: number;
  readonly upperShelf?: number;
  readonly json?: boolean;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `mlmcsc series curve`. @returns the exit code: 1 when the specimens give no curve */
export const fitSeriesCurve = (config: Config, name: string, told: Told): Promise<number> =>
  withLaboratory(config, async ({ series }, store) => {
    const { id } = await seriesNamed(store, name);
    const { property: quantity, model, lowerShelf, upperShelf } = told;
    const fitted = await fitOnSeries(
      { series, curves: { fit: async (points, options) => fitTransitionCurve(points, options) } },
      { seriesId: id, quantity, model, lowerShelf, upperShelf },
    );
    const { taken, result } = fitted;
    if (told.json === true) print(JSON.stringify({ series: name, ...presentSeriesCurve(id, fitted) }));
    else describe(result, taken);
    return result.ok ? exitCodes.ok : exitCodes.failed;
  });

function describe(result: TransitionResult, { points, leftOut }: CurvePoints): void {
  print(`${result.quantity}, ${result.model}, ${points.length} specimens`);
  for (const { identifier, reason } of leftOut) print(`  left out: ${identifier} (${reason})`);
  for (const line of curveText(result)) print(line);
}
