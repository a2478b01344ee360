import type { Generator } from '../random/generator.ts';
import type { FamilyTraits } from './family-traits.ts';
import type { DefectSpec, Rgb, SpecimenSpec, SpecimenWidth, SteelSpec, ZoneSpec } from './scene-spec.ts';

/** What `drawSpecimen` may be told instead of drawing it. */
export interface SpecimenWishes {
  readonly widthMm?: SpecimenWidth;
  readonly cleavageShare?: number;
}

/** Draws the broken bar itself: steel, zones, deformation, surfaces, defects. */
export function drawSpecimen(random: Generator, traits: FamilyTraits, wishes: SpecimenWishes): SpecimenSpec {
  const drawnWidth = random.pickWeighted<SpecimenWidth>([
    [10, 62],
    [7.5, 12],
    [6.7, 5],
    [5, 11],
    [3.3, 4],
    [2.5, 6],
  ]);
  const widthMm = wishes.widthMm ?? drawnWidth;
  const drawnShare = random.pickWeighted<() => number>([
    [() => 0, 9],
    [() => 1, 6],
    [() => random.between(0.01, 0.15), 14],
    [() => random.between(0.15, 0.85), 56],
    [() => random.between(0.85, 0.995), 15],
  ])();
  const share = wishes.cleavageShare ?? drawnShare;
  const toughness = Math.min(1, Math.max(0, (1 - share) * random.between(0.75, 1.15)));
  const narrow = widthMm / 10;
  const lipSign = random.chance(0.5) ? 1 : -1;
  const sameSide = random.chance(0.45);
  const lipSlope = random.between(0.3, 0.95);
  return {
    widthMm,
    cleavageShare: share,
    zones: drawZones(random, narrow),
    outline: {
      contractionMm: narrow * toughness * random.between(0.1, 0.75),
      expansionLeftMm: Math.sqrt(narrow) * toughness ** 1.3 * random.between(0.15, 1.1),
      expansionRightMm: Math.sqrt(narrow) * toughness ** 1.3 * random.between(0.15, 1.1),
      backBowMm: toughness * random.between(-0.35, 0.5),
      notchBowMm: toughness * random.normal() * 0.08,
      raggednessMm: 0.03 + toughness * random.between(0.05, 0.4),
      cornerMm: random.between(0.05, 0.25) + toughness * random.between(0, 0.9) * narrow,
    },
    relief: {
      lipSlopeLeft: lipSign * lipSlope * random.between(0.6, 1.2),
      lipSlopeRight: (sameSide ? lipSign : -lipSign) * lipSlope * random.between(0.6, 1.2),
      hingeSlope: (random.chance(0.7) ? -1 : 1) * random.between(0.05, 0.6),
      thumbnailSlope: random.between(-0.25, 0.25),
      undulationMm: random.between(0.06, 0.2) + toughness * random.between(0.1, 0.6),
      undulationScaleMm: random.between(1.6, 4.5),
    },
    steel: drawSteel(random),
    cleavage: {
      model: random.pickWeighted(traits.cleavage),
      grainMm: random.logBetween(0.03, 0.17),
      tilt: random.between(0.2, 0.55),
      packet: random.between(3, 7),
      packetTilt: random.between(0.05, 0.28),
      ridgeMm: random.chance(0.55) ? random.between(0.03, 0.24) : 0.015,
      ridgeCount: random.between(3, 11),
      originX: random.between(-0.35, 0.35),
      originY: random.between(-0.35, 0.15),
      seams: random.between(0.1, 0.7),
    },
    fibrous: {
      model: random.pickWeighted(traits.fibrous),
      scaleMm: random.logBetween(0.09, 0.38),
      roughness: random.between(0.14, 0.42),
      elongation: random.chance(0.5) ? random.between(1, 1.6) : random.between(1.6, 4.5),
      directionDegrees: random.chance(0.7) ? random.normal() * 18 : random.between(0, 180),
      hollows: random.between(0.15, 0.7),
      lipSmoothness: random.between(0.2, 0.85),
    },
    defects: drawDefects(random),
  };
}

function drawZones(random: Generator, narrow: number): ZoneSpec {
  const kind = random.pickWeighted([
    ['central', 5],
    ['lips-only', 2],
    ['through-notch', 2],
    ['one-sided', 1.5],
    ['patchy', 1.8],
    ['hinge-rich', 1.5],
  ] as const);
  const lip = random.between(0.7, 1.5) * (0.45 + 0.55 * narrow);
  const uneven = kind === 'one-sided' ? random.between(2, 5) : random.between(1, 1.5);
  const leftMore = random.chance(0.5);
  const base = {
    lipLeft: lip * (leftMore ? uneven : 1 / uneven),
    lipRight: lip * (leftMore ? 1 / uneven : uneven),
    thumbnail: random.between(0.5, 1.8),
    hinge: random.between(0.5, 1.6),
  };
  if (kind === 'through-notch') base.thumbnail = random.between(0.04, 0.2);
  if (kind === 'hinge-rich') base.hinge = random.between(1.8, 3.2);
  if (kind === 'lips-only') {
    base.thumbnail = random.between(0.1, 0.4);
    base.hinge = random.between(0.1, 0.5);
  }
  return {
    ...base,
    bow: random.between(-0.4, 1.1),
    roundness: random.between(0, 1),
    raggedness: random.between(0.15, 0.7),
    patchiness:
      kind === 'patchy' ? random.between(0.4, 1) : random.chance(0.35) ? random.between(0.05, 0.35) : 0,
    transitionMm: random.logBetween(0.05, 0.45),
  };
}

function drawTint(random: Generator, spread: number): Rgb {
  const warm = random.normal() * spread;
  const green = random.normal() * spread * 0.3;
  return [1 + warm, 1 + green, 1 - warm];
}

/** Steel surfaces: cleavage is mostly brighter, but by no means always: the network must read texture, not tone. */
function drawSteel(random: Generator): SteelSpec {
  const fibrousAlbedo = random.between(0.13, 0.34);
  const ratio = random.chance(0.75) ? random.between(1, 1.8) : random.between(0.65, 1.05);
  return {
    fibrousAlbedo,
    cleavageAlbedo: Math.min(0.5, fibrousAlbedo * ratio),
    fibrousTint: drawTint(random, 0.03),
    cleavageTint: drawTint(random, 0.025),
    fibrousSpecular: random.between(0.01, 0.08),
    fibrousGloss: random.between(2, 7),
    cleavageSpecular: random.logBetween(0.04, 0.3),
    cleavageGloss: random.logBetween(12, 110),
  };
}

function drawDefects(random: Generator): DefectSpec[] {
  const defects: DefectSpec[] = [];
  const add = (kind: DefectSpec['kind'], probability: number, most: number): void => {
    const wanted = random.chance(probability);
    const strength = random.next() ** 1.5 * most;
    const seed = random.integer(1, 1e9);
    if (wanted) defects.push({ kind, strength, seed });
  };
  add('oxide', 0.12, 0.9);
  add('heat-tint', 0.08, 0.8);
  add('rust', 0.14, 0.9);
  add('oil', 0.1, 0.9);
  add('splits', 0.05, 1);
  add('scratch', 0.12, 1);
  add('dust', 0.1, 0.6);
  add('ink', 0.06, 1);
  add('glare', 0.08, 1);
  return defects;
}
