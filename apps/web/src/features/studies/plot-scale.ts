/** A Bland–Altman plot in numbers: where its axes end and where a point lies. */
export interface PlotScale {
  /** Greatest difference shown, points; as far below zero. */
  readonly span: number;
  x(mean: number): number;
  y(difference: number): number;
}

const STEPS = [5, 10, 20, 50, 100];

/** Means from 0 to 100 % from left to right, differences around zero, upwards positive.
 * @param differences - everything that must fit, points and limits
 */
export function plotScale(
  differences: readonly number[],
  { width, height, margin }: { readonly width: number; readonly height: number; readonly margin: number },
): PlotScale {
  const greatest = Math.max(0, ...differences.map(Math.abs));
  const span = STEPS.find((step) => step >= greatest) ?? 100;
  return {
    span,
    x: (mean) => margin + ((width - 2 * margin) * mean) / 100,
    y: (difference) => height / 2 - ((height / 2 - margin) * difference) / span,
  };
}
