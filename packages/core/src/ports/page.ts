export interface Slice<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Rows to pass over first, where pages have numbers; its cost grows with it. Only the history knows it. @default 0 */
  readonly offset?: number | undefined;
}
