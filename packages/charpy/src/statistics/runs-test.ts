/** Result of the runs test. */
export interface RunsTest {
  readonly runs: number;
  readonly positive: number;
  readonly negative: number;
  /** Probability of this few runs or fewer when signs are in random order. */
  readonly pValue: number;
}

/** Whether signs that follow one another stick together: residuals of a curve of the wrong shape have long runs.
 * @param values - in their order; zeros are left out
 * @returns null without at least one positive and one negative value
 * @source Wald & Wolfowitz, Ann. Math. Statist. 11 (1940) 147–162: exact distribution, one-sided (few runs)
 */
export function runsTest(values: ArrayLike<number>): RunsTest | null {
  let [positive, negative, runs, before] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const sign = Math.sign(values[i] as number);
    if (sign === 0) continue;
    if (sign > 0) positive++;
    else negative++;
    if (sign !== before) runs++;
    before = sign;
  }
  if (positive === 0 || negative === 0) return null;
  const total = logChoose(positive + negative, positive);
  let pValue = 0;
  for (let r = 2; r <= runs; r++) pValue += probabilityOf(r, positive, negative, total);
  return { runs, positive, negative, pValue: Math.min(1, pValue) };
}

function probabilityOf(runs: number, positive: number, negative: number, total: number): number {
  const half = runs >> 1;
  if (runs % 2 === 0) {
    return 2 * Math.exp(logChoose(positive - 1, half - 1) + logChoose(negative - 1, half - 1) - total);
  }
  return (
    Math.exp(logChoose(positive - 1, half) + logChoose(negative - 1, half - 1) - total) +
    Math.exp(logChoose(positive - 1, half - 1) + logChoose(negative - 1, half) - total)
  );
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity;
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
