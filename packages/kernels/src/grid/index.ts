export type { AxisTaps } from './sample-triples.ts';
export { sampleTriples } from './sample-triples.ts';
