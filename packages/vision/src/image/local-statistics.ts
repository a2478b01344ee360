export type { LocalStatistics } from '@mlmcsc/kernels/grid';
export { localStatistics } from '@mlmcsc/kernels/grid';
