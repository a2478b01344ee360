import { requireWithin } from '../parameter-range-error.ts';
import type { LateralExpansionReadings, LipReading } from './lip-readings.ts';

/** The lip that counts on one side of the bar. */
export interface CountingLip {
  readonly side: 1 | 2;
  readonly half: 1 | 2;
  readonly protrusionMm: number;
}

/** A lip without a reading. */
export interface UnreadLip {
  readonly side: 1 | 2;
  readonly half: 1 | 2;
  readonly state: 'damaged' | 'missing';
}

/** What a person must know beside the number. */
export type LateralExpansionFlag = 'halves-not-separated';

/** Lateral expansion from the gauge, or why there is none. */
export type LateralExpansion =
  | {
      readonly ok: true;
      readonly basis: 'gauge';
      /** mm, not rounded. */
      readonly lateralExpansionMm: number;
      /** Side 1, then side 2. */
      readonly countingLips: readonly [CountingLip, CountingLip];
      readonly flags: readonly LateralExpansionFlag[];
    }
  | {
      readonly ok: false;
      readonly reason: 'lip-not-measured';
      readonly unreadLips: readonly UnreadLip[];
      /** The lips that were read give at least this, mm; null when a side has no reading. It is no lateral expansion. */
      readonly atLeastMm: number | null;
      readonly flags: readonly LateralExpansionFlag[];
    };

/** A lip beyond this is a wrong unit (35 mil entered as 35 mm). This product's bound, not a standard's. */
const LARGEST_PROTRUSION_MM = 5;

/** Lateral expansion from both halves: on each side of the bar the larger protrusion of the two halves, and the two added.
 * @param readings - four lips; burrs are removed before they are measured
 * @returns the value with the lips that count; no value as soon as one lip is damaged or missing, because the lip that is gone
 * may have been the larger one
 * @throws RangeError when a protrusion is not from 0 to 5 mm
 * @source ASTM E23 and ISO 148-1:2016 Annex B. Check against the laboratory's copy
 * @example max(0.42, 0.4) + max(0.38, 0.45) = 0.87 mm
 */
export function lateralExpansion({ halves, isSeparated = true }: LateralExpansionReadings): LateralExpansion {
  const flags: LateralExpansionFlag[] = isSeparated ? [] : ['halves-not-separated'];
  const lips = halves.flatMap((half, halfIndex) =>
    half.map((reading, sideIndex) => ({
      half: (halfIndex + 1) as 1 | 2,
      side: (sideIndex + 1) as 1 | 2,
      reading,
    })),
  );
  const unreadLips: UnreadLip[] = [];
  const read: CountingLip[] = [];
  for (const { half, side, reading } of lips) {
    if (reading.state === 'measured') {
      read.push({ side, half, protrusionMm: checkedProtrusion(half, side, reading) });
    } else unreadLips.push({ side, half, state: reading.state });
  }
  const side1 = largest(read.filter(({ side }) => side === 1));
  const side2 = largest(read.filter(({ side }) => side === 2));
  const sum = side1 === null || side2 === null ? null : side1.protrusionMm + side2.protrusionMm;
  if (unreadLips.length > 0 || side1 === null || side2 === null || sum === null) {
    return { ok: false, reason: 'lip-not-measured', unreadLips, atLeastMm: sum, flags };
  }
  return { ok: true, basis: 'gauge', lateralExpansionMm: sum, countingLips: [side1, side2], flags };
}

function checkedProtrusion(half: 1 | 2, side: 1 | 2, reading: LipReading & { state: 'measured' }): number {
  requireWithin(`protrusionMm of half ${half}, side ${side}`, reading.protrusionMm, {
    least: 0,
    most: LARGEST_PROTRUSION_MM,
    unit: ' mm',
    remedy: 'readings in mil are converted first',
  });
  return reading.protrusionMm;
}

/** The lip that stands out furthest; of equal ones the first half's. */
function largest(lips: readonly CountingLip[]): CountingLip | null {
  return lips.reduce<CountingLip | null>(
    (best, lip) => (best === null || lip.protrusionMm > best.protrusionMm ? lip : best),
    null,
  );
}
