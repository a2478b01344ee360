import {
  fitTransitionCurve,
  type TransitionModelName,
  type TransitionQuantity,
  type TransitionResult,
} from '@mlmcsc/charpy';
import { type CurvePoints, curvePointsOf } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
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
    const taken = curvePointsOf(await series.specimens(id), told.property);
    if (taken.widthsMm.length > 1) {
      throw new CommandFailure(
        `The specimens are ${taken.widthsMm.join(', ')} mm wide; a curve is of one width. Make a series of each.`,
      );
    }
    const { property: quantity, model, lowerShelf, upperShelf } = told;
    const held = (at: number | undefined) => (at === undefined ? undefined : { fixedAt: at });
    const result = fitTransitionCurve(taken.points, {
      ...{ quantity, model, lowerShelf: held(lowerShelf), upperShelf: held(upperShelf) },
    });
    const { leftOut } = taken;
    if (told.json === true) {
      print(JSON.stringify({ series: name, identifiers: taken.identifiers, left_out: leftOut, result }));
    } else describe(result, taken);
    return result.ok ? exitCodes.ok : exitCodes.failed;
  });

function describe(result: TransitionResult, { points, leftOut }: CurvePoints): void {
  print(`${result.quantity}, ${result.model}, ${points.length} specimens`);
  for (const { identifier, reason } of leftOut) print(`  left out: ${identifier} (${reason})`);
  for (const line of curveText(result)) print(line);
}
