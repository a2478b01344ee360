import type { ImagePoint } from '../image/value-image.ts';
import type { QualityFlag } from '../quality/quality-flag.ts';

/** Side of the face, as seen in the photograph, on which the notch lies. */
export type NotchSide = 'top' | 'right' | 'bottom' | 'left';

/** A fracture face found in a photograph; all points in pixels of the photograph. */
export interface FaceFinding {
  /** Measured deformed outline without the notch: clockwise, at most 80 points, sub-pixel. */
  readonly outline: readonly ImagePoint[];
  /** Smallest upright box of the outline: x, y, width, height. */
  readonly bbox: readonly [number, number, number, number];
  /** Corners of the face as seen from the notch looking down the ligament: notch-left, notch-right, back-right, back-left. */
  readonly corners: readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint];
  readonly notchSide: NotchSide;
  /** Unit vector from the centre of the face to the notch. */
  readonly notchDirection: ImagePoint;
  /** Unit vector from the notch edge to the back. */
  readonly down: ImagePoint;
  /** Clockwise turn of the face in the photograph, degrees, -180 to 180; 0 = notch at the top, 90 = notch at the right. */
  readonly rotationDegrees: number;
  /** Extent along the notch edge at half depth, pixels. */
  readonly widthPx: number;
  /** Extent from the notch edge to the back, pixels. */
  readonly depthPx: number;
  /** Nominal width of the specimen, mm: as given, or the standard width nearest to the outline's proportions. */
  readonly widthMm: number;
  readonly isWidthInferred: boolean;
  /** From the given calibration, else from the outline's size and the nominal width. */
  readonly pxPerMm: number;
  /** Acceptance probability, 0 to 1. */
  readonly confidence: number;
  /** How sure the notch side is: probability share of the winning side, 0 to 1. */
  readonly notchConfidence: number;
  /** Further faces in the picture (the other half, other specimens). */
  readonly otherFaces: number;
  /** Area inside the outline, square pixels. */
  readonly areaPx: number;
  /** What the acceptance was decided on, in the order of `ACCEPTANCE_FEATURE_NAMES`. */
  readonly acceptanceFeatures: Float64Array;
  /** Flags that follow from the geometry; `photometricFlags` adds those of light and focus. */
  readonly flags: readonly QualityFlag[];
}

export type RefusalReason =
  /** Nothing in the picture looks like a fracture face. */
  | 'no-fracture-face'
  /** The picture itself cannot be judged: blank, far too dark, far too bright or too small. */
  | 'unfit';

export type LocateResult =
  | { readonly ok: true; readonly face: FaceFinding }
  | {
      readonly ok: false;
      readonly reason: RefusalReason;
      /** A sentence for the technician: what was seen and what to do. */
      readonly detail: string;
      /** Acceptance probability of the best candidate, 0 when there was none. */
      readonly score: number;
      readonly acceptanceFeatures: Float64Array | null;
      readonly flags: readonly QualityFlag[];
    };
