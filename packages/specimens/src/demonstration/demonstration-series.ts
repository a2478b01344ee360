import { createGenerator, mixSeeds } from '../random/generator.ts';
import { drawSceneSpec, meter } from '../scene/draw-scene-spec.ts';
import type { BackgroundKind, SceneFamily, SceneSpec, SteelSpec } from '../scene/scene-spec.ts';

/** One rendered bar of a made-up but coherent test series. */
export interface DemonstrationSpecimen {
  /** Unique in the series, like `K2-014`. */
  readonly id: string;
  /** Heat of steel, like `K2`; split data by it. */
  readonly heat: string;
  readonly temperatureCelsius: number;
  /** Percent shear the picture is made with, 0 to 100; the rendered truth agrees to a few pixels. */
  readonly shearPercent: number;
  /** Absorbed energy in joules that goes with it. */
  readonly absorbedEnergyJoule: number;
  readonly spec: SceneSpec;
}

interface Heat {
  readonly name: string;
  readonly family: SceneFamily;
  readonly background: BackgroundKind;
  /** Temperature of 50 % shear and half-width of the transition, degrees Celsius. */
  readonly middleCelsius: number;
  readonly rangeCelsius: number;
  readonly upperShelfJoule: number;
  readonly grainMm: number;
  readonly steel: SteelSpec;
}

const HEATS: readonly Heat[] = [
  {
    name: 'K1',
    family: 'side-bench',
    background: 'wood',
    middleCelsius: -18,
    rangeCelsius: 27,
    upperShelfJoule: 148,
    grainMm: 0.07,
    steel: steelOf(0.19, 0.26, 0.14, 40),
  },
  {
    name: 'K2',
    family: 'ring-microscope',
    background: 'black-cloth',
    middleCelsius: 8,
    rangeCelsius: 34,
    upperShelfJoule: 96,
    grainMm: 0.1,
    steel: steelOf(0.16, 0.2, 0.2, 60),
  },
  {
    name: 'K3',
    family: 'dome-laboratory',
    background: 'grey-bench',
    middleCelsius: -42,
    rangeCelsius: 22,
    upperShelfJoule: 212,
    grainMm: 0.05,
    steel: steelOf(0.2, 0.34, 0.1, 25),
  },
];

function steelOf(fibrous: number, cleavage: number, specular: number, gloss: number): SteelSpec {
  return {
    fibrousAlbedo: fibrous,
    cleavageAlbedo: cleavage,
    fibrousTint: [1.01, 1, 0.985],
    cleavageTint: [0.995, 1, 1.01],
    fibrousSpecular: 0.03,
    fibrousGloss: 4,
    cleavageSpecular: specular,
    cleavageGloss: gloss,
  };
}

/** Shear within this of a shelf (points) breaks on it: the bar shows one kind of surface only. */
const SHELF_MARGIN = 2.5;

/** Specimens of three heats, each photographed by one laboratory, tested over its transition.
 *
 * Percent shear follows a hyperbolic tangent of temperature between the fixed shelves 0 and 100 with scatter that is widest in the
 * middle; energy follows shear from a lower shelf of 4 J. Every heat keeps its steel, lamps and camera; bars differ in everything
 * else. The first two specimens are exactly 0 and exactly 100.
 * @param count - number of specimens, 1 to 10 000
 * @throws RangeError when count is no whole number in that range
 * @source tanh curve: ASTM E2215; scatter and constants are made up for the demonstration
 */
export function demonstrationSeries(count: number, seed = 2026): DemonstrationSpecimen[] {
  if (!Number.isInteger(count) || count < 1 || count > 10_000) {
    throw new RangeError(`count is ${count}: allowed are whole numbers from 1 to 10000`);
  }
  const laboratories = HEATS.map((heat, index) => {
    // A picture of the laboratory as such: whatever it shows, its steel, lamps and camera are kept for the whole heat.
    return drawSceneSpec(seed + 31 * index, heat.family, {
      fitness: 'good',
      width: 1280,
      height: 960,
      background: heat.background,
    });
  });
  return Array.from({ length: count }, (_, index) => {
    const heatIndex = index % HEATS.length;
    const heat = HEATS[heatIndex]!;
    const random = createGenerator(mixSeeds(seed, 5000 + index));
    const steps = random.normal() * 1.1 + (((index / HEATS.length) | 0) % 7) * 0.5 - 1.5;
    const chosenShelf = index === 0 ? -2.6 : index === 1 ? 2.6 : steps;
    const temperatureCelsius = 10 * Math.round((heat.middleCelsius + chosenShelf * heat.rangeCelsius) / 10);
    const part = 0.5 * (1 + Math.tanh((temperatureCelsius - heat.middleCelsius) / heat.rangeCelsius));
    const scatter = random.normal() * 14 * Math.sqrt(part * (1 - part));
    const drawn = index < 2 ? 100 * index : 100 * part + scatter;
    const shearPercent =
      drawn < SHELF_MARGIN ? 0 : drawn > 100 - SHELF_MARGIN ? 100 : Math.round(drawn * 10) / 10;
    const spec = drawBar(
      mixSeeds(seed, 9000 + index),
      heat,
      laboratories[heatIndex]!,
      1 - shearPercent / 100,
    );
    const shelfEnergy = 4 + ((heat.upperShelfJoule - 4) * shearPercent) / 100;
    return {
      id: `${heat.name}-${String(Math.floor(index / HEATS.length) + 1).padStart(3, '0')}`,
      heat: heat.name,
      temperatureCelsius,
      shearPercent,
      absorbedEnergyJoule: Math.max(2, Math.round(shelfEnergy * (1 + 0.06 * random.normal()) * 10) / 10),
      spec,
    };
  });
}

/** Another bar of the same heat before the same camera. */
function drawBar(seed: number, heat: Heat, laboratory: SceneSpec, cleavageShare: number): SceneSpec {
  const random = createGenerator(mixSeeds(seed, 3));
  const bar = drawSceneSpec(seed, heat.family, {
    cleavageShare,
    widthMm: 10,
    width: 1280,
    height: 960,
    fitness: 'good',
    fill: random.between(0.55, 0.62),
    rotationDegrees: random.normal() * 4,
    halves: random.chance(0.12) ? 2 : 1,
  });
  const { cleavage, fibrous } = laboratory.specimen;
  const specimen = {
    ...bar.specimen,
    steel: heat.steel,
    cleavage: {
      ...cleavage,
      grainMm: heat.grainMm,
      originX: bar.specimen.cleavage.originX,
      originY: bar.specimen.cleavage.originY,
    },
    fibrous,
  };
  const exposure = meter(specimen, laboratory.light) * 2 ** (0.15 * random.normal());
  return {
    ...bar,
    specimen,
    light: laboratory.light,
    background: { ...laboratory.background, props: bar.background.props },
    camera: { ...laboratory.camera, exposure },
  };
}
