/** Everything that a picture is made from, as plain data: the same spec renders the same bytes. */
export interface SceneSpec {
  readonly kind: 'fracture';
  /** Seed of every noise field; the parameters below are already drawn. */
  readonly seed: number;
  readonly family: SceneFamily;
  /** What a careful technician would say about the picture. */
  readonly fitness: Fitness;
  /** Picture size in pixels before `resolutionScale`. */
  readonly width: number;
  readonly height: number;
  /** Multiplies the picture size, every pixel length included; 1 = as drawn, 0.5 = a quarter of the work. */
  readonly resolutionScale: number;
  readonly specimen: SpecimenSpec;
  /** One or two halves of the same broken bar. */
  readonly halves: readonly HalfPlacement[];
  readonly light: LightSpec;
  readonly background: BackgroundSpec;
  readonly camera: CameraSpec;
}

/** Render families; each has its own facet model, lamps, camera and benches, so that some can be held out. */
export type SceneFamily =
  | 'dome-laboratory'
  | 'ring-microscope'
  | 'side-bench'
  | 'phone-desk'
  | 'archive-print'
  | 'shard-studio'
  | 'painted-plain';

/** Every family, in a fixed order. */
export const SCENE_FAMILIES: readonly SceneFamily[] = [
  'dome-laboratory',
  'ring-microscope',
  'side-bench',
  'phone-desk',
  'archive-print',
  'shard-studio',
  'painted-plain',
];

export type Fitness = 'good' | 'blurred' | 'partly-out-of-frame' | 'badly-exposed';

/** Standard and sub-size widths of the bar in millimetres; the ligament under the notch is 8 mm for all. */
export type SpecimenWidth = 10 | 7.5 | 6.7 | 5 | 3.3 | 2.5;

export type Rgb = readonly [number, number, number];

export interface SpecimenSpec {
  readonly widthMm: SpecimenWidth;
  /** Wanted cleavage share of the face, 0 to 1; 0 and 1 are met exactly, others to a few pixels. */
  readonly cleavageShare: number;
  readonly zones: ZoneSpec;
  readonly outline: OutlineSpec;
  readonly relief: ReliefSpec;
  readonly steel: SteelSpec;
  readonly cleavage: CleavageSpec;
  readonly fibrous: FibrousSpec;
  readonly defects: readonly DefectSpec[];
}

/** Where cleavage sits. Widths are relative: the renderer scales them together until the wanted share is met. */
export interface ZoneSpec {
  readonly lipLeft: number;
  readonly lipRight: number;
  readonly thumbnail: number;
  readonly hinge: number;
  /** Bow of the thumbnail's front, -1 to 1; positive = deepest in the middle. */
  readonly bow: number;
  /** 0 = corners of the cleavage zone square, 1 = round. */
  readonly roundness: number;
  /** Fractal raggedness of the boundary, mm. */
  readonly raggedness: number;
  /** Islands and mixed zones: 0 = one compact zone, 1 = patches everywhere. */
  readonly patchiness: number;
  /** Width over which one surface turns into the other, mm. */
  readonly transitionMm: number;
}

/** How the bar deformed before it broke. */
export interface OutlineSpec {
  /** Narrowing of each side near the notch root, mm. */
  readonly contractionMm: number;
  /** Widening at the left and right side near the back, mm. */
  readonly expansionLeftMm: number;
  readonly expansionRightMm: number;
  /** Outward bow of the back edge, mm; negative = sunk in. */
  readonly backBowMm: number;
  /** Bow of the notch edge, mm. */
  readonly notchBowMm: number;
  /** Raggedness of the lips' edges, mm. */
  readonly raggednessMm: number;
  /** Radius of the corners, mm. */
  readonly cornerMm: number;
}

/** Height of the face in the large, mm. */
export interface ReliefSpec {
  /** Slope of the shear lips, signed per side: one half carries the lip, the other the bevel. */
  readonly lipSlopeLeft: number;
  readonly lipSlopeRight: number;
  readonly hingeSlope: number;
  readonly thumbnailSlope: number;
  readonly undulationMm: number;
  readonly undulationScaleMm: number;
}

export interface SteelSpec {
  /** Diffuse reflectance of the fibrous and of the cleaved surface, 0 to 1, before tint. */
  readonly fibrousAlbedo: number;
  readonly cleavageAlbedo: number;
  readonly fibrousTint: Rgb;
  readonly cleavageTint: Rgb;
  /** Weight and sharpness (exponent) of the mirror-like part of the reflection. */
  readonly fibrousSpecular: number;
  readonly fibrousGloss: number;
  readonly cleavageSpecular: number;
  readonly cleavageGloss: number;
}

export type CleavageModel = 'mosaic' | 'plates' | 'rivers' | 'shards' | 'speckle';

export interface CleavageSpec {
  readonly model: CleavageModel;
  /** Size of a facet, mm. */
  readonly grainMm: number;
  /** Standard deviation of the facets' slopes. */
  readonly tilt: number;
  /** Groups of grains that break alike: size as a multiple of the grain, and their slope. */
  readonly packet: number;
  readonly packetTilt: number;
  /** Radial ridges that point to the origin of the fracture: height, mm, and their number around it. */
  readonly ridgeMm: number;
  readonly ridgeCount: number;
  /** Origin below the notch, as fractions of the ligament: x from the middle, y from the notch. */
  readonly originX: number;
  readonly originY: number;
  /** Darkening of grain boundaries and secondary cracks, 0 to 1. */
  readonly seams: number;
}

export type FibrousModel = 'dimples' | 'streaks' | 'woolly' | 'felt';

export interface FibrousSpec {
  readonly model: FibrousModel;
  /** Size of the roughness, mm, and its height relative to that size. */
  readonly scaleMm: number;
  readonly roughness: number;
  /** Length over width of the features, 1 = round. */
  readonly elongation: number;
  /** Direction of the elongation from the notch-to-back axis, degrees. */
  readonly directionDegrees: number;
  /** Darkening of the hollows, 0 to 1. */
  readonly hollows: number;
  /** Lips are smoother than the middle by this factor, 0 to 1. */
  readonly lipSmoothness: number;
}

export interface DefectSpec {
  readonly kind: 'rust' | 'oil' | 'heat-tint' | 'scratch' | 'ink' | 'oxide' | 'splits' | 'dust' | 'glare';
  readonly seed: number;
  /** 0 = trace, 1 = heavy. */
  readonly strength: number;
}

/** Where one half lies in the picture. */
export interface HalfPlacement {
  /** Centre of the nominal ligament, fractions of the picture's width and height. */
  readonly centreX: number;
  readonly centreY: number;
  /** Clockwise turn as seen in the picture; 0 = notch on top. */
  readonly rotationDegrees: number;
  /** The other half of the pair: left and right swapped, heights inverted. */
  readonly mirrored: boolean;
  readonly pxPerMm: number;
  /** Perspective: relative change of scale per millimetre along the face's axes. */
  readonly perspectiveX: number;
  readonly perspectiveY: number;
  /** How far the bar's sides show, in mm across the face's axes (tilt of the bar times its length). */
  readonly sideX: number;
  readonly sideY: number;
  /** How the notch's flank above the edge looks; `hidden` = nothing to see there. */
  readonly notchFlank: 'bright' | 'dark' | 'machined' | 'hidden';
  /** Tilt of the face against the camera as slopes. */
  readonly slopeX: number;
  readonly slopeY: number;
}

export interface Lobe {
  /** Towards the light in picture axes: x right, y down, z to the camera; unit length. */
  readonly direction: Rgb;
  /** Angular sharpness: 1 = a sky, 10 = a soft box, 200 = a small lamp. */
  readonly sharpness: number;
  readonly colour: Rgb;
  /** Irradiance on a surface that faces the light. May be negative: a dark camera hole in a dome. */
  readonly intensity: number;
}

export interface LightSpec {
  readonly kind: 'dome' | 'ring' | 'side' | 'two-lamps' | 'mixed';
  readonly lobes: readonly Lobe[];
  /** Light from everywhere. */
  readonly ambient: Rgb;
  /** Strength of cast shadows, 0 to 1, for the first lobe. */
  readonly shadow: number;
  /** Fall-off across the picture: relative change from edge to edge. */
  readonly falloffX: number;
  readonly falloffY: number;
}

export type BackgroundKind =
  | 'black-cloth'
  | 'white-paper'
  | 'grey-bench'
  | 'wood'
  | 'graph-paper'
  | 'clay'
  | 'vise'
  | 'cutting-mat'
  | 'black-void'
  | 'stainless'
  | 'cardboard';

export interface BackgroundSpec {
  readonly kind: BackgroundKind;
  readonly colour: Rgb;
  /** Size of the pattern in mm at the specimen's scale. */
  readonly scaleMm: number;
  readonly angleDegrees: number;
  /** Offset of the specimen's shadow in mm, and its blur in mm. */
  readonly shadowX: number;
  readonly shadowY: number;
  readonly shadowBlurMm: number;
  readonly shadowStrength: number;
  /** Blur of the surroundings, which lie deeper than the face, mm. */
  readonly blurMm: number;
  readonly holder: HolderSpec;
  /** Things near the specimen: labels, numbers, rulers, screws. */
  readonly props: readonly PropSpec[];
}

/** What keeps the bar upright under the camera. */
export interface HolderSpec {
  readonly kind: 'none' | 'clay' | 'jaws-at-sides' | 'jaws-at-ends';
  readonly sizeMm: number;
  readonly colour: Rgb;
}

export interface PropSpec {
  readonly kind: 'number' | 'ruler' | 'label' | 'screw' | 'tape' | 'scale-bar';
  readonly x: number;
  readonly y: number;
  readonly rotationDegrees: number;
  /** Size as a fraction of the picture's height. */
  readonly size: number;
  readonly colour: Rgb;
  readonly text: string;
}

export interface CameraSpec {
  /** Multiplies the light before the tone curve; 1 = as metered. */
  readonly exposure: number;
  readonly whiteBalance: Rgb;
  readonly gamma: number;
  /** Strength of the S-shaped tone curve, 0 to 1. */
  readonly contrast: number;
  readonly saturation: number;
  readonly greyscale: boolean;
  /** Standard deviation of the optical blur, px. */
  readonly blurPx: number;
  /** Radius of the defocus disc, px; 0 = in focus. */
  readonly defocusPx: number;
  /** Length of the shake, px, and its direction. */
  readonly shakePx: number;
  readonly shakeDegrees: number;
  /** Halo of in-camera sharpening, 0 to 1. */
  readonly sharpening: number;
  /** Blur of colour against lightness, px: what demosaicing and chroma subsampling leave. */
  readonly chromaBlurPx: number;
  readonly readNoise: number;
  readonly shotNoise: number;
  readonly vignetting: number;
  /** Glow around burnt-out places, 0 to 1. */
  readonly bloom: number;
}
