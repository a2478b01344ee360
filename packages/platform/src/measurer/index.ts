export { ThreadPoolMeasurer, type ThreadPoolMeasurerOptions } from './thread-pool-measurer.ts';
