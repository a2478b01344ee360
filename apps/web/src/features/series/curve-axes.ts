import type { SeriesCurve } from '@mlmcsc/contracts';

/** Range and round ticks of one axis. */
export interface Axis {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** Round ticks that hold the values. @param count - about how many */
export function axisOf(least: number, most: number, count: number): Axis {
  const span = Math.max(most - least, 1e-9);
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { least: ticks[0] as number, most: ticks.at(-1) as number, ticks };
}

/** Axes that show every specimen, the curve and its band; values begin at 0. */
export function axesOf({ points, fit }: SeriesCurve): { readonly x: Axis; readonly y: Axis } {
  const temperatures = points.map((point) => point.temperature_celsius);
  const values = [...points.map(({ value }) => value), ...(fit?.curve.map(({ upper }) => upper) ?? [])];
  return {
    x: axisOf(Math.min(...temperatures), Math.max(...temperatures), 6),
    y: axisOf(0, Math.max(1e-3, ...values), 5),
  };
}
