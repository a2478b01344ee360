import type { Measurer } from '../../ports/measurement.ts';
import type { Dependencies } from '../dependencies.ts';

/** What governing models needs; commands have no more. */
export type GovernanceDependencies = Pick<Dependencies, 'store' | 'clock' | 'ids' | 'traces'> & {
  readonly measurer: Pick<Measurer, 'modelPipelineVersion'>;
};
