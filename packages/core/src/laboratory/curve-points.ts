import type { TransitionPoint, TransitionQuantity } from '@mlmcsc/charpy';
import type { SpecimenRecord } from './records.ts';

/** What a curve of a series is fitted to. */
export interface CurvePoints {
  readonly points: readonly TransitionPoint[];
  /** In the order of the points. */
  readonly identifiers: readonly string[];
  /** Specimens that do not count, and why. */
  readonly leftOut: readonly { readonly identifier: string; readonly reason: string }[];
  /** Widths of those that count, mm; curves of several widths do not belong together. */
  readonly widthsMm: readonly number[];
}

/** Specimens of a series as points over the temperature, unrounded. An abnormal test, an estimated lateral expansion and a value
 * without a temperature do not count.
 */
export function curvePointsOf(
  specimens: readonly SpecimenRecord[],
  quantity: TransitionQuantity,
): CurvePoints {
  const read = specimens.map((specimen) => ({ specimen, found: pointOf(specimen, quantity) }));
  const counting = read.flatMap(({ specimen, found }) =>
    typeof found === 'string' ? [] : [{ specimen, point: found }],
  );
  return {
    points: counting.map(({ point }) => point),
    identifiers: counting.map(({ specimen }) => specimen.identifier),
    leftOut: read.flatMap(({ specimen: { identifier }, found }) =>
      typeof found === 'string' ? [{ identifier, reason: found }] : [],
    ),
    widthsMm: [...new Set(counting.map(({ specimen }) => specimen.widthMm))].sort((a, b) => a - b),
  };
}

function pointOf(specimen: SpecimenRecord, quantity: TransitionQuantity): TransitionPoint | string {
  const { abnormality, temperatureCelsius, lateralExpansion, energyJ, shear } = specimen;
  if (abnormality !== null) return 'abnormal';
  if (quantity === 'lateral-expansion' && lateralExpansion?.basis === 'estimated') return 'only estimated';
  const value = {
    energy: energyJ,
    'lateral-expansion': lateralExpansion?.mm ?? null,
    shear: shear?.percent ?? null,
  }[quantity];
  if (value === null) return 'no value';
  return temperatureCelsius === null ? 'no temperature' : { temperatureC: temperatureCelsius, value };
}
