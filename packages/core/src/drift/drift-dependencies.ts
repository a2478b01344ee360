import type { Dependencies } from '../use-cases/dependencies.ts';

/** What drift needs; commands have no more. */
export type DriftDependencies = Pick<Dependencies, 'store' | 'clock' | 'ids' | 'traces'>;
