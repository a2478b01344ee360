import type { Generator } from '../random/generator.ts';
import type { BackgroundKind, BackgroundSpec, HolderSpec, LightSpec, PropSpec, Rgb } from './scene-spec.ts';

const COLOURS: Readonly<Record<BackgroundKind, readonly Rgb[]>> = {
  'black-cloth': [
    [0.02, 0.02, 0.022],
    [0.035, 0.03, 0.03],
    [0.02, 0.025, 0.05],
  ],
  'white-paper': [
    [0.75, 0.75, 0.75],
    [0.8, 0.78, 0.72],
    [0.65, 0.67, 0.7],
  ],
  'grey-bench': [
    [0.25, 0.26, 0.27],
    [0.4, 0.4, 0.39],
    [0.14, 0.15, 0.15],
    [0.2, 0.26, 0.24],
  ],
  wood: [
    [0.45, 0.27, 0.13],
    [0.3, 0.16, 0.08],
    [0.55, 0.4, 0.25],
  ],
  'graph-paper': [
    [0.7, 0.72, 0.7],
    [0.72, 0.66, 0.58],
    [0.6, 0.7, 0.75],
  ],
  clay: [
    [0.3, 0.3, 0.33],
    [0.12, 0.25, 0.4],
    [0.35, 0.3, 0.22],
    [0.45, 0.2, 0.15],
    [0.2, 0.33, 0.2],
  ],
  vise: [
    [0.25, 0.25, 0.26],
    [0.15, 0.15, 0.16],
    [0.4, 0.4, 0.4],
  ],
  'cutting-mat': [
    [0.03, 0.16, 0.1],
    [0.04, 0.1, 0.28],
    [0.1, 0.1, 0.11],
  ],
  'black-void': [
    [0.008, 0.008, 0.008],
    [0.02, 0.02, 0.02],
    [0.004, 0.004, 0.006],
  ],
  stainless: [
    [0.4, 0.4, 0.41],
    [0.3, 0.3, 0.32],
  ],
  cardboard: [
    [0.42, 0.3, 0.18],
    [0.5, 0.38, 0.25],
  ],
};

const SCALES: Readonly<Record<BackgroundKind, readonly [number, number]>> = {
  'black-cloth': [0.35, 0.9],
  'white-paper': [1, 2],
  'grey-bench': [1, 2],
  wood: [0.8, 2],
  'graph-paper': [1, 1.01],
  clay: [0.5, 2],
  vise: [2, 4],
  'cutting-mat': [10, 10.1],
  'black-void': [1, 2],
  stainless: [1, 2],
  cardboard: [1, 2],
};

/** Draws the bench and what lies on it; the shadow falls away from the first lamp. */
export function drawBackground(
  random: Generator,
  kind: BackgroundKind,
  light: LightSpec,
  propChance: number,
): BackgroundSpec {
  const base = random.pick(COLOURS[kind]);
  const brightness = random.between(0.75, 1.25);
  const lamp = light.lobes[0];
  const flat = lamp === undefined ? 0 : Math.hypot(lamp.direction[0], lamp.direction[1]);
  const directional = light.kind === 'side' || light.kind === 'two-lamps' || light.kind === 'mixed';
  const length = directional && flat > 0.1 ? random.between(1.5, 6) : random.between(0, 0.6);
  const towards =
    lamp === undefined || flat < 1e-6 ? [0, 0] : [lamp.direction[0] / flat, lamp.direction[1] / flat];
  const props: PropSpec[] = [];
  let budget = 3;
  while (budget-- > 0 && random.chance(propChance)) props.push(drawProp(random));
  return {
    kind,
    colour: [base[0] * brightness, base[1] * brightness, base[2] * brightness],
    scaleMm: random.between(...SCALES[kind]),
    angleDegrees: random.chance(0.5) ? random.normal() * 4 : random.between(0, 360),
    shadowX: -towards[0]! * length,
    shadowY: -towards[1]! * length,
    shadowBlurMm: directional ? random.between(0.4, 2.5) : random.between(1, 4),
    shadowStrength: random.between(0.25, 0.75),
    blurMm: random.chance(0.5) ? random.between(0, 0.15) : random.between(0.15, 1),
    holder: drawHolder(random, kind),
    props,
  };
}

function drawHolder(random: Generator, background: BackgroundKind): HolderSpec {
  const likely = background === 'vise' || background === 'clay' ? 0.5 : 0.12;
  const held = random.chance(likely);
  const metal = background === 'clay' ? false : random.chance(0.65);
  const sizeMm = random.between(2, 14);
  const tone = random.between(0.08, 0.4);
  const clay = random.pick(COLOURS.clay);
  if (!held) return { kind: 'none', sizeMm, colour: clay };
  if (!metal) return { kind: 'clay', sizeMm: 0.5 * sizeMm, colour: clay };
  return {
    kind: random.pick(['jaws-at-sides', 'jaws-at-ends'] as const),
    sizeMm,
    colour: [tone, tone, 1.03 * tone],
  };
}

/** Draws one thing that may lie near the specimen, towards the picture's rim. */
export function drawProp(random: Generator): PropSpec {
  const kind = random.pick(['number', 'number', 'ruler', 'label', 'screw', 'tape', 'scale-bar'] as const);
  const alongRim = random.between(0.08, 0.92);
  const rim = random.chance(0.5) ? random.between(0.03, 0.12) : random.between(0.88, 0.97);
  const horizontal = random.chance(0.5);
  const number = String(random.integer(1, 999));
  const text =
    kind === 'scale-bar'
      ? `${random.pick(['1', '2', '5'])} mm`
      : random.chance(0.5)
        ? number
        : `${random.pick(['A', 'B', 'C', 'H', 'K', 'L', 'T', 'X'])}${number}`;
  const colour: Rgb =
    kind === 'ruler'
      ? random.pick([
          [0.7, 0.7, 0.68],
          [0.75, 0.6, 0.15],
          [0.5, 0.5, 0.5],
        ] as const)
      : kind === 'tape'
        ? random.pick([
            [0.75, 0.7, 0.5],
            [0.1, 0.2, 0.5],
            [0.05, 0.05, 0.05],
            [0.7, 0.1, 0.08],
          ] as const)
        : kind === 'screw'
          ? [0.35, 0.35, 0.34]
          : random.pick([
              [0.02, 0.02, 0.02],
              [0.9, 0.9, 0.9],
              [0.5, 0.04, 0.03],
              [0.03, 0.05, 0.4],
            ] as const);
  return {
    kind,
    x: horizontal ? alongRim : rim,
    y: horizontal ? rim : alongRim,
    rotationDegrees: random.chance(0.6) ? random.normal() * 5 : random.between(0, 360),
    size: kind === 'screw' ? random.between(0.06, 0.18) : random.between(0.04, 0.11),
    colour,
    text,
  };
}
