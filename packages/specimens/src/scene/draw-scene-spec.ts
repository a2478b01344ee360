import { createGenerator, type Generator, mixSeeds } from '../random/generator.ts';
import { totalLight } from '../surroundings/paint-background.ts';
import { drawCamera } from './draw-camera.ts';
import { drawLight } from './draw-light.ts';
import { drawSpecimen } from './draw-specimen.ts';
import { drawBackground } from './draw-surroundings.ts';
import { FAMILY_TRAITS, type FamilyTraits } from './family-traits.ts';
import {
  type BackgroundKind,
  type CleavageModel,
  type Fitness,
  type HalfPlacement,
  type LightSpec,
  SCENE_FAMILIES,
  type SceneFamily,
  type SceneSpec,
  type SpecimenSpec,
  type SpecimenWidth,
} from './scene-spec.ts';

/** What a caller may fix instead of leaving it to the seed. */
export interface SceneOverrides {
  /** Wanted cleavage share, 0 to 1. */
  readonly cleavageShare?: number;
  readonly widthMm?: SpecimenWidth;
  readonly width?: number;
  readonly height?: number;
  /** @default 1 */
  readonly resolutionScale?: number;
  /** @default drawn, mostly 'good' */
  readonly fitness?: Fitness;
  readonly rotationDegrees?: number;
  /** 1 or 2 halves. */
  readonly halves?: 1 | 2;
  /** Height of the face as a share of the picture's height. */
  readonly fill?: number;
  readonly light?: LightSpec['kind'];
  readonly background?: BackgroundKind;
  readonly cleavage?: CleavageModel;
  /** A whole specimen, for another picture of the same bar. */
  readonly specimen?: SpecimenSpec;
  /** Seed of the surfaces when `specimen` is given, so that the face is the same one. */
  readonly surfaceSeed?: number;
}

/** Draws all parameters of a scene from a seed and a family; overrides replace single draws and leave the others as they were.
 * @param seed - any integer
 * @throws RangeError for an unknown family or a cleavage share outside 0 to 1
 */
export function drawSceneSpec(seed: number, family: SceneFamily, overrides: SceneOverrides = {}): SceneSpec {
  const traits = FAMILY_TRAITS[family];
  if (traits === undefined) {
    throw new RangeError(`family is '${family}': allowed are ${SCENE_FAMILIES.join(', ')}`);
  }
  const share = overrides.cleavageShare;
  if (share !== undefined && !(share >= 0 && share <= 1)) {
    throw new RangeError(`cleavageShare is ${share}: allowed is 0 to 1`);
  }
  const sceneSeed = mixSeeds(seed, SCENE_FAMILIES.indexOf(family) + 1);
  // Each part has a generator of its own, so that one override does not shuffle the rest.
  const stream = (part: number): Generator => createGenerator(mixSeeds(sceneSeed, part));
  const random = stream(1);
  const drawnSize = random.pick(traits.sizes);
  const width = overrides.width ?? drawnSize[0];
  const height = overrides.height ?? drawnSize[1];
  const drawnFitness = random.pickWeighted<Fitness>([
    ['good', 90],
    ['blurred', 4],
    ['partly-out-of-frame', 3],
    ['badly-exposed', 3],
  ]);
  const fitness = overrides.fitness ?? drawnFitness;
  const drawnLight = random.pickWeighted(traits.light);
  const drawnBackground = random.pickWeighted(traits.backgrounds);
  const drawnSpecimen = drawSpecimen(stream(2), traits, overrides);
  const specimen =
    overrides.specimen ??
    (overrides.cleavage === undefined
      ? drawnSpecimen
      : { ...drawnSpecimen, cleavage: { ...drawnSpecimen.cleavage, model: overrides.cleavage } });
  const light = drawLight(stream(3), overrides.light ?? drawnLight, traits.colourCast * 0.8);
  const background = drawBackground(stream(4), overrides.background ?? drawnBackground, light, traits.props);
  const halves = placeHalves(stream(5), traits, specimen, width, height, fitness, overrides);
  const camera = drawCamera(stream(6), traits, fitness, meter(specimen, light));
  return {
    kind: 'fracture',
    seed: overrides.surfaceSeed ?? sceneSeed,
    family,
    fitness,
    width,
    height,
    resolutionScale: overrides.resolutionScale ?? 1,
    specimen,
    halves,
    light,
    background,
    camera,
  };
}

/** Exposure that puts the mean of the face at about 0.3 of white, a mid-grey. */
export function meter(specimen: SpecimenSpec, light: LightSpec): number {
  const share = specimen.cleavageShare;
  const { steel } = specimen;
  const reflectance =
    share * (steel.cleavageAlbedo + steel.cleavageSpecular) +
    (1 - share) * (steel.fibrousAlbedo + steel.fibrousSpecular);
  const [red, green, blue] = totalLight(light);
  return 0.3 / (reflectance * (0.3 * red + 0.6 * green + 0.1 * blue));
}

function placeHalves(
  random: Generator,
  traits: FamilyTraits,
  specimen: SpecimenSpec,
  width: number,
  height: number,
  fitness: Fitness,
  overrides: SceneOverrides,
): HalfPlacement[] {
  const drawnPair = random.chance(traits.pairs);
  const count = overrides.halves ?? (drawnPair ? 2 : 1);
  const anyRotation = random.chance(traits.anyRotation);
  const quarter = random.chance(0.3) ? 90 * random.integer(0, 3) : 0;
  const drawnRotation = anyRotation ? random.between(0, 360) : quarter + random.normal() * 3;
  const rotation = overrides.rotationDegrees ?? drawnRotation;
  const drawnFill = random.between(...traits.fill);
  const fill = overrides.fill ?? drawnFill;
  const facing = random.chance(0.35);
  const gapMm = random.between(0.8, 5);
  const slack = random.between(0.2, 1);
  const notchFlank = random.pickWeighted([
    ['machined', 4],
    ['bright', 2],
    ['dark', 3],
    ['hidden', 2.5],
  ] as const);
  // Room that the faces need, in mm along their own axes, bulges and notch included.
  const spanU = specimen.widthMm + 2;
  const spanV = 11;
  const besideV = count === 2 && facing;
  const needU = count === 2 && !facing ? 2 * spanU + gapMm : spanU;
  const needV = besideV ? 2 * spanV + gapMm : spanV;
  const turn = (rotation * Math.PI) / 180;
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  const needX = Math.abs(needU * cosine) + Math.abs(needV * sine);
  const needY = Math.abs(needU * sine) + Math.abs(needV * cosine);
  const largest = Math.min((0.97 * width) / needX, (0.97 * height) / needY);
  const pxPerMm = Math.min((fill * height) / 8, largest);
  const roomX = Math.max(0, width - needX * pxPerMm) / 2;
  const roomY = Math.max(0, height - needY * pxPerMm) / 2;
  let shiftX = random.between(-1, 1) * roomX * slack;
  let shiftY = random.between(-1, 1) * roomY * slack;
  if (fitness === 'partly-out-of-frame') {
    const bearing = random.between(0, 2 * Math.PI);
    const beyond = random.between(2.5, 5.5) * pxPerMm;
    shiftX = Math.sign(Math.cos(bearing)) * (Math.abs(Math.cos(bearing)) > 0.5 ? roomX + beyond : 0);
    shiftY = Math.sign(Math.sin(bearing)) * (Math.abs(Math.sin(bearing)) > 0.5 ? roomY + beyond : 0);
  }
  const halves: HalfPlacement[] = [];
  for (let index = 0; index < count; index++) {
    const along = count === 1 ? 0 : index === 0 ? -0.5 : 0.5;
    const offsetU = count === 2 && !facing ? along * (spanU + gapMm) : 0;
    const offsetV = besideV ? along * (spanV + gapMm) : 0;
    // Facing halves turn their backs or their notches to each other.
    const flipped = besideV && index === 1 ? 180 : 0;
    const tilt = traits.tilt;
    const slopeX = random.normal() * tilt * 0.5;
    const slopeY = random.normal() * tilt * 0.5;
    const length = random.between(4, 14);
    halves.push({
      centreX: 0.5 + (shiftX + pxPerMm * (offsetU * cosine - offsetV * sine)) / width,
      centreY: 0.5 + (shiftY + pxPerMm * (offsetU * sine + offsetV * cosine)) / height,
      rotationDegrees: rotation + flipped + (count === 2 ? random.normal() * 2 : 0),
      mirrored: index === 1,
      pxPerMm,
      perspectiveX: random.normal() * tilt * 0.03,
      perspectiveY: random.normal() * tilt * 0.03,
      sideX: random.normal() * tilt * length,
      sideY: random.normal() * tilt * length,
      notchFlank,
      slopeX,
      slopeY,
    });
  }
  return halves;
}
