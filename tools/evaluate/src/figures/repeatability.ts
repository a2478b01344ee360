/** Scatter of answers to pictures of the same bars. */
export interface Repeatability {
  readonly name: string;
  /** Bars with at least two answers. */
  readonly specimens: number;
  readonly answers: number;
  /** Standard deviation of one answer about its bar's mean, pooled over the bars, points; null without a bar. */
  readonly deviation: number | null;
}

/** @param answers - percent shear by bar, refused pictures left out
 * @source ISO 5725-2:2019, 7.4: repeatability variance as the pooled variance within cells */
export function repeatability(name: string, answers: readonly (readonly number[])[]): Repeatability {
  const repeated = answers.filter(({ length }) => length > 1);
  let squares = 0;
  let freedom = 0;
  for (const bar of repeated) {
    const mean = bar.reduce((sum, value) => sum + value, 0) / bar.length;
    squares += bar.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    freedom += bar.length - 1;
  }
  return {
    name,
    specimens: repeated.length,
    answers: repeated.reduce((sum, { length }) => sum + length, 0),
    deviation: freedom === 0 ? null : Math.sqrt(squares / freedom),
  };
}
