import { fitTransitionCurve, type TransitionModelName, type TransitionQuantity } from '@mlmcsc/charpy';
import { type CurvePoints, curvePointsOf } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
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

function describe(result: ReturnType<typeof fitTransitionCurve>, { points, leftOut }: CurvePoints): void {
  print(`${result.quantity}, ${result.model}, ${points.length} specimens`);
  for (const { identifier, reason } of leftOut) print(`  left out: ${identifier} (${reason})`);
  if (!result.ok) print(`no curve: ${result.detail}`);
  for (const found of result.temperatures) {
    if (found.status === 'estimated') {
      const level = Math.round((result.ok ? result.confidence : 0.95) * 100);
      const interval = `${level} %: ${figure(found.lowerC)} to ${figure(found.upperC)} °C`;
      print(`  ${found.name}  ${figure(found.temperatureC)} °C  (${interval})`);
    } else if (found.status === 'not-reached') print(`  ${found.name}  not below the upper shelf`);
    else print(`  ${found.name}  ${found.status} ${figure(found.limitC)} °C`);
  }
  if (!result.ok) return;
  const { lowerShelf, upperShelf, unit, rootMeanSquareError: scatter } = result;
  for (const [title, shelf] of [
    ['lower shelf', lowerShelf],
    ['upper shelf', upperShelf],
  ] as const) {
    print(`  ${title}  ${shelf.value.toFixed(2)} ${unit}${shelf.isFixed ? ' (held)' : ''}`);
  }
  print(`  scatter  ${scatter.toFixed(2)} ${unit}`);
  for (const warning of result.warnings) print(`  warning: ${warning.replaceAll('-', ' ')}`);
}

const figure = (value: number | null) => (value === null ? 'open' : value.toFixed(1));
