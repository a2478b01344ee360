import type { QueryClient } from '@tanstack/react-query';
import type { Bench } from './bench.ts';

/** What every route may use. */
export interface RouterContext {
  readonly queryClient: QueryClient;
  readonly getBench: () => Bench;
}
