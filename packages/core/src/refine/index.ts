export type { LabelledReading } from './labelled-reading.ts';
export type { LeftOutFit } from './left-out-fit.ts';
export type { RefinedSurface, RefineSurfaceOptions } from './refine-surface.ts';
export { refineSurface } from './refine-surface.ts';
