/** Counts answers by status; a connection that broke counts as `broken`. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(status: number | 'broken'): void {
    const key = String(status);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Answers whose status is one of these. */
  of(...statuses: readonly number[]): number {
    return statuses.reduce((sum, status) => sum + (this.#counts.get(String(status)) ?? 0), 0);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  toString(): string {
    return [...this.#counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ');
  }
}
