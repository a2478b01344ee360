import { type CharacteristicForces, type ForcesInNewtons, forcesInNewtons } from './characteristic-forces.ts';

/** The four estimates, percent shear, 0 to 100, not rounded, in the standards' order. */
export interface InstrumentedShear {
  /** `100·[1 − (Fiu − Fa)/Fm]` */
  readonly maximumForce: number;
  /** `100·[1 − (Fiu − Fa)/(Fm + (Fm − Fgy))]` */
  readonly maximumForceAndHardening: number;
  /** `100·[1 − (Fiu − Fa)/(Fm + 0.5·(Fm − Fgy))]` */
  readonly maximumForceAndHalfHardening: number;
  /** `100·[1 − √((Fgy/Fm + 2)/3)·(√(Fiu/Fm) − √(Fa/Fm))]` */
  readonly squareRoot: number;
}

/** The estimates with what they were made from. */
export interface InstrumentedShearResult {
  readonly basis: 'instrumented-estimate';
  /** False: the force never dropped at once, and all four are 100. */
  readonly hasUnstableFracture: boolean;
  readonly forces: ForcesInNewtons;
  readonly estimates: InstrumentedShear;
}

const ALL_SHEAR: InstrumentedShear = {
  maximumForce: 100,
  maximumForceAndHardening: 100,
  maximumForceAndHalfHardening: 100,
  squareRoot: 100,
};

/** The four empirical estimates of percent shear from the force curve of an instrumented test. They check the plausibility of
 * a value from the surface and never replace it: NIST found them the least accurate of three ways on 129 tests.
 * @throws RangeError when the forces contradict one another; see `CharacteristicForces`
 * @source ISO 14556 and ASTM E2298 (that there are four: J. Test. Eval. 2023, Lucon et al.). The formulas and their order are
 * from professional knowledge: check against the laboratory's copy
 */
export function instrumentedShear(forces: CharacteristicForces): InstrumentedShearResult {
  const newtons = forcesInNewtons(forces);
  const { generalYieldN, maximumN, unstable } = newtons;
  const result = { basis: 'instrumented-estimate', forces: newtons } as const;
  if (unstable === null) return { ...result, hasUnstableFracture: false, estimates: ALL_SHEAR };
  const drop = unstable.initiationN - unstable.arrestN;
  const hardening = maximumN - generalYieldN;
  const rootDrop = Math.sqrt(unstable.initiationN / maximumN) - Math.sqrt(unstable.arrestN / maximumN);
  const estimates = {
    maximumForce: 100 * (1 - drop / maximumN),
    maximumForceAndHardening: 100 * (1 - drop / (maximumN + hardening)),
    maximumForceAndHalfHardening: 100 * (1 - drop / (maximumN + 0.5 * hardening)),
    squareRoot: 100 * (1 - Math.sqrt((generalYieldN / maximumN + 2) / 3) * rootDrop),
  };
  return { ...result, hasUnstableFracture: true, estimates };
}
