export interface Slice<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}
