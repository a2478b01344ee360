import type { Generator } from '../random/generator.ts';
import type { LightSpec, Lobe, Rgb } from './scene-spec.ts';

/** Direction to a lamp from its bearing (0 = right, 90 = down in the picture) and its height above the bench, degrees. */
export function aim(bearingDegrees: number, elevationDegrees: number): Rgb {
  const bearing = (bearingDegrees * Math.PI) / 180;
  const elevation = (elevationDegrees * Math.PI) / 180;
  const flat = Math.cos(elevation);
  return [flat * Math.cos(bearing), flat * Math.sin(bearing), Math.sin(elevation)];
}

/** Colour of a lamp near white: warm tungsten to cold daylight, now and then a coloured one. */
function drawLampColour(random: Generator, spread: number): Rgb {
  const warmth = random.normal() * spread;
  const green = random.normal() * spread * 0.25;
  return [1 + warmth, 1 + green, 1 - warmth];
}

/** Draws the lamps of one kind of set-up. Intensities sum to about 1, so that exposure stays comparable. */
export function drawLight(random: Generator, kind: LightSpec['kind'], colourSpread: number): LightSpec {
  const lobes: Lobe[] = [];
  let ambient = random.between(0.05, 0.2);
  let shadow = 0;
  const colour = (): Rgb => drawLampColour(random, colourSpread);
  switch (kind) {
    case 'dome': {
      const tone = colour();
      ambient = random.between(0.3, 0.5);
      lobes.push({
        direction: [0, 0, 1],
        sharpness: random.between(0.5, 1.5),
        colour: tone,
        intensity: random.between(0.5, 0.8),
      });
      lobes.push({
        direction: aim(random.between(0, 360), random.between(40, 75)),
        sharpness: random.between(1.5, 4),
        colour: tone,
        intensity: random.between(0, 0.25),
      });
      // The camera looks through a hole: surfaces that face it squarely mirror darkness.
      lobes.push({
        direction: [0, 0, 1],
        sharpness: random.between(25, 60),
        colour: tone,
        intensity: -random.between(0, 0.04),
      });
      break;
    }
    case 'ring': {
      const count = random.pick([6, 8, 12, 16]);
      const elevation = random.between(30, 72);
      const tone = colour();
      const phase = random.between(0, 360);
      const uneven = random.between(0, 0.35);
      for (let i = 0; i < count; i++) {
        const bearing = phase + (360 * i) / count;
        lobes.push({
          direction: aim(bearing, elevation),
          sharpness: random.between(30, 90),
          colour: tone,
          intensity: (random.between(0.9, 1.15) / count) * (1 + uneven * Math.cos((bearing * Math.PI) / 180)),
        });
      }
      ambient = random.between(0.04, 0.2);
      break;
    }
    case 'side': {
      lobes.push({
        direction: aim(random.between(0, 360), random.between(22, 58)),
        sharpness: random.logBetween(8, 120),
        colour: colour(),
        intensity: random.between(0.8, 1.1),
      });
      lobes.push({
        direction: aim(random.between(0, 360), random.between(50, 85)),
        sharpness: 2,
        colour: colour(),
        intensity: random.between(0.1, 0.35),
      });
      shadow = random.between(0.35, 0.85);
      break;
    }
    case 'two-lamps': {
      const bearing = random.between(0, 360);
      const elevation = random.between(28, 60);
      const share = random.between(0.35, 0.65);
      const opposite = bearing + random.between(140, 220);
      lobes.push({
        direction: aim(bearing, elevation),
        sharpness: random.logBetween(8, 90),
        colour: colour(),
        intensity: share,
      });
      lobes.push({
        direction: aim(opposite, elevation),
        sharpness: random.logBetween(8, 90),
        colour: colour(),
        intensity: 1 - share,
      });
      shadow = random.between(0.15, 0.45);
      break;
    }
    case 'mixed': {
      lobes.push({
        direction: aim(random.between(0, 360), random.between(25, 70)),
        sharpness: random.logBetween(3, 40),
        colour: colour(),
        intensity: random.between(0.4, 0.8),
      });
      const windows = random.integer(1, 3);
      for (let i = 0; i < windows; i++) {
        lobes.push({
          direction: aim(random.between(0, 360), random.between(20, 80)),
          sharpness: random.logBetween(1.5, 20),
          colour: colour(),
          intensity: random.between(0.1, 0.4),
        });
      }
      ambient = random.between(0.15, 0.35);
      shadow = random.between(0.1, 0.5);
      break;
    }
  }
  const sky = colour();
  return {
    kind,
    lobes,
    ambient: [ambient * sky[0], ambient * sky[1], ambient * sky[2]],
    shadow,
    falloffX: random.normal() * (kind === 'dome' ? 0.06 : 0.22),
    falloffY: random.normal() * (kind === 'dome' ? 0.06 : 0.22),
  };
}
