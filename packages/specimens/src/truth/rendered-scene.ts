import type { ImagePoint, MaskImage, RgbImage } from '@mlmcsc/vision';

/** A picture and everything that is true about it. */
export interface RenderedScene {
  readonly image: RgbImage;
  readonly truth: SceneTruth;
}

export interface SceneTruth {
  /** One entry per face, in the order of `spec.halves`; empty for a negative. */
  readonly faces: readonly FaceTruth[];
  /** 1 = cleavage, inside the faces only. */
  readonly cleavageMask: MaskImage;
  /** 1-based index of the face, 0 = no face. The machined notch is no part of it. */
  readonly faceMask: MaskImage;
  /** 1 = face within 1.5 mm of the notch edge. */
  readonly notchBandMask: MaskImage;
}

export type NotchSide = 'top' | 'right' | 'bottom' | 'left';

export interface FaceTruth {
  /** Closed deformed outline, clockwise in the picture, first point = left corner of the notch edge as seen with the notch on top. */
  readonly outline: readonly ImagePoint[];
  /** Nominal corners of the W x 8 mm ligament: notch-left, notch-right, back-right, back-left. */
  readonly cornerPoints: readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint];
  /** Unit vector in picture axes from the middle of the face towards the notch edge. */
  readonly notchDirection: ImagePoint;
  /** The picture's side that `notchDirection` points to most. */
  readonly notchSide: NotchSide;
  /** Scale at the middle of the face. */
  readonly pxPerMm: number;
  readonly widthMm: number;
  /** 100 * (1 - cleavage / face) over the face's pixels in the picture, 0 to 100. */
  readonly shearPercent: number;
  /** Share of the outline's area that lies inside the picture, 0 to 1. */
  readonly visibleShare: number;
}
