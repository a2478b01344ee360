import type { BackgroundSpec, CameraSpec, LightSpec } from '../scene/scene-spec.ts';

/** What a picture without a fracture face may show. */
export const NEGATIVE_SUBJECTS = [
  'empty-bench',
  'ruler',
  'hardware',
  'machined-block',
  'intact-bar',
  'fingers',
  'gradient',
  'noise',
  'text-page',
  'rusty-plate',
  'micrograph',
  'textured-rectangle',
  'coin-and-label',
] as const;

export type NegativeSubject = (typeof NEGATIVE_SUBJECTS)[number];

/** A picture that must be refused, as plain data. */
export interface NegativeSpec {
  readonly kind: 'negative';
  readonly seed: number;
  readonly subject: NegativeSubject;
  readonly width: number;
  readonly height: number;
  readonly resolutionScale: number;
  /** Scale that the bench's pattern is drawn at. */
  readonly pxPerMm: number;
  readonly light: LightSpec;
  readonly background: BackgroundSpec;
  readonly camera: CameraSpec;
}
