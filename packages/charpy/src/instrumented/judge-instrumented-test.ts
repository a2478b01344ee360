import type { InstrumentedShear } from './instrumented-shear.ts';

/** Points by which a reading of the surface may lie outside the four estimates. @default this product's, no standard's */
export const shearTolerancePoints = 10;
/** The energy under the curve may differ from the dial by this many J or this share, whichever is larger.
 * @default this product's; ISO 14556 and ASTM E2298 have limits of their own: check against the laboratory's copy
 */
export const energyTolerance = { joules: 5, share: 0.1 } as const;

/** Whether a reading of the surface fits the force curve. */
export interface ShearPlausibility {
  readonly verdict: 'plausible' | 'doubtful' | 'not-comparable';
  /** Least and largest of the four estimates, percent. */
  readonly least: number;
  readonly most: number;
  /** Points that the reading lies outside them; negative: below; null without a reading. */
  readonly outsideBy: number | null;
  /** One sentence, with the numbers. */
  readonly detail: string;
}

/** Holds percent shear of the surface to the four estimates. They are the least accurate of the known ways, so a doubt is a reason to look again
 * at surface and curve, not a correction.
 * @param measuredPercent - of the surface, percent; null: not read yet
 * @source NIST, J. Test. Eval. 2023 (129 instrumented tests): forces are less accurate than image analysis
 */
export function judgeInstrumentedShear(
  estimates: InstrumentedShear,
  deviations: InstrumentedShear,
  measuredPercent: number | null,
): ShearPlausibility {
  const values = Object.values(estimates) as number[];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = `The four estimates are from ${least.toFixed(1)} to ${most.toFixed(1)} %`;
  if (measuredPercent === null) {
    return {
      ...{ verdict: 'not-comparable', least, most, outsideBy: null },
      detail: `${span}; no percent shear was read from the surface.`,
    };
  }
  const outsideBy =
    measuredPercent > most ? measuredPercent - most : measuredPercent < least ? measuredPercent - least : 0;
  const allowed = Math.max(shearTolerancePoints, 2 * Math.max(...(Object.values(deviations) as number[])));
  const reading = `the surface was read as ${measuredPercent.toFixed(1)} %`;
  const place =
    outsideBy === 0
      ? 'among them'
      : `${Math.abs(outsideBy).toFixed(1)} points ${outsideBy > 0 ? 'above' : 'below'} them; ${allowed.toFixed(1)} are allowed`;
  return {
    ...{ least, most, outsideBy },
    verdict: Math.abs(outsideBy) <= allowed ? 'plausible' : 'doubtful',
    detail: `${span}; ${reading}, ${place}.`,
  };
}

/** Whether the energy under the curve fits the dial of the machine. */
export interface EnergyAgreement {
  readonly verdict: 'agrees' | 'differs' | 'not-comparable';
  /** Under the curve less dial, J; null where there is nothing to compare. */
  readonly differenceJ: number | null;
  readonly detail: string;
}

/** @param dialJ - absorbed energy by the machine, J; null: not entered
 * @param isComplete - whether the record goes on to the end of the test */
export function judgeCurveEnergy(curveJ: number, dialJ: number | null, isComplete: boolean): EnergyAgreement {
  const under = `${curveJ.toFixed(1)} J lie under the curve`;
  if (dialJ === null) {
    return {
      verdict: 'not-comparable',
      differenceJ: null,
      detail: `${under}; no absorbed energy was entered.`,
    };
  }
  const differenceJ = curveJ - dialJ;
  if (!isComplete) {
    return {
      ...{ verdict: 'not-comparable', differenceJ },
      detail: `${under}, but the record ends before the force is down to 2 % of its maximum; the machine says ${dialJ.toFixed(1)} J.`,
    };
  }
  const allowed = Math.max(energyTolerance.joules, energyTolerance.share * dialJ);
  return {
    differenceJ,
    verdict: Math.abs(differenceJ) <= allowed ? 'agrees' : 'differs',
    detail: `${under}, the machine says ${dialJ.toFixed(1)} J; ${allowed.toFixed(1)} J of difference are allowed.`,
  };
}
