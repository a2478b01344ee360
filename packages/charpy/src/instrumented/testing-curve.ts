/** A force curve for tests: elastic line, hardening to the maximum, fall, an unstable drop, a tail; with oscillations. */
export interface TestCurve {
  readonly yieldN: number;
  readonly maximumN: number;
  /** Null: no unstable fracture. */
  readonly unstable: { readonly atMm: number; readonly arrestN: number } | null;
  /** Amplitude of the oscillations, N. @default 0 */
  readonly oscillationN?: number;
}

const STIFFNESS = 22_000;
const MAXIMUM_AT_MM = 4;
const LENGTH_MM = 24;
const STEP_MM = 0.01;
const DROP_MM = 0.08;

/** Force over displacement. */
export function makeTestCurve({ yieldN, maximumN, unstable, oscillationN = 0 }: TestCurve) {
  const count = Math.round(LENGTH_MM / STEP_MM) + 1;
  const displacementMm = Float64Array.from({ length: count }, (_, at) => at * STEP_MM);
  const forceN = displacementMm.map((at) => {
    const ripple = at > 20 ? 0 : oscillationN * Math.exp(-at / 3) * Math.sin((2 * Math.PI * at) / 0.15);
    return meanForce(at, { yieldN, maximumN, unstable }) + ripple;
  });
  return { displacementMm, forceN };
}

function meanForce(at: number, { yieldN, maximumN, unstable }: TestCurve): number {
  if (unstable !== null && at > unstable.atMm) {
    const before = stableForce(unstable.atMm, yieldN, maximumN);
    const share = Math.min(1, (at - unstable.atMm) / DROP_MM);
    const tail = Math.max(0, 1 - (at - unstable.atMm) / 6);
    return share < 1 ? before + share * (unstable.arrestN - before) : unstable.arrestN * tail;
  }
  return stableForce(at, yieldN, maximumN);
}

function stableForce(at: number, yieldN: number, maximumN: number): number {
  const elasticMm = yieldN / STIFFNESS;
  if (at <= elasticMm) return STIFFNESS * at;
  if (at <= MAXIMUM_AT_MM) {
    const share = (at - elasticMm) / (MAXIMUM_AT_MM - elasticMm);
    return yieldN + (maximumN - yieldN) * share * (2 - share);
  }
  return maximumN * Math.max(0, 1 - ((at - MAXIMUM_AT_MM) / 16) ** 1.2);
}
