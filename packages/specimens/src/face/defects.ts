import { createGenerator, mixSeeds } from '../random/generator.ts';
import { createNoiseTable, fractalNoise, gradientNoise } from '../random/noise.ts';
import { smoothStep } from '../scene/linear-canvas.ts';
import type { DefectSpec } from '../scene/scene-spec.ts';

/** Changes the light of one face point in place. */
export type Defect = (u: number, v: number, colour: Float64Array) => void;

/** What time, heat and hands leave on a face: rust, oil, temper colours, scratches, ink, glare. They never change the truth. */
export function createDefects(specs: readonly DefectSpec[], seed: number, halfWidth: number): Defect {
  const defects = specs.map((spec) => createDefect(spec, mixSeeds(seed, spec.seed), halfWidth));
  return (u, v, colour) => {
    for (const defect of defects) defect(u, v, colour);
  };
}

function createDefect(spec: DefectSpec, seed: number, halfWidth: number): Defect {
  const table = createNoiseTable(seed);
  const random = createGenerator(seed);
  const strength = spec.strength;
  switch (spec.kind) {
    case 'rust': {
      const level = 0.45 - 0.6 * strength;
      return (u, v, colour) => {
        const cover = smoothStep(level, level + 0.3, fractalNoise(table, u * 0.6, v * 0.6, 5, 0.7));
        if (cover <= 0) return;
        const grey = 0.3 * colour[0]! + 0.6 * colour[1]! + 0.1 * colour[2]!;
        const dull = 0.08 + 0.55 * Math.min(grey, 0.6);
        const speck = 1 + 0.4 * gradientNoise(table, u * 6, v * 6);
        mix(
          colour,
          dull * 1.35 * speck,
          dull * 0.75 * speck,
          dull * 0.42 * speck,
          cover * (0.35 + 0.55 * strength),
        );
      };
    }
    case 'oil': {
      const level = 0.3 - 0.5 * strength;
      return (u, v, colour) => {
        const cover = smoothStep(level, level + 0.12, fractalNoise(table, u * 0.25, v * 0.25, 3, 0.5));
        const darker = 1 - cover * (0.25 + 0.3 * strength);
        colour[0]! *= darker;
        colour[1]! *= darker * (1 - 0.05 * cover);
        colour[2]! *= darker * (1 - 0.12 * cover);
      };
    }
    case 'heat-tint': {
      const phase = random.between(0, 6);
      return (u, v, colour) => {
        const film = phase + v * 0.35 + 1.5 * fractalNoise(table, u * 0.2, v * 0.2, 2, 0.5);
        const weight = 0.35 * strength;
        colour[0]! *= 1 + weight * Math.cos(film);
        colour[1]! *= 1 + weight * 0.7 * Math.cos(film - 1.3);
        colour[2]! *= 1 + weight * 1.1 * Math.cos(film - 2.6);
      };
    }
    case 'oxide': {
      return (u, v, colour) => {
        const cover = strength * (0.6 + 0.4 * fractalNoise(table, u * 0.3, v * 0.3, 3, 0.6));
        const grey = 0.3 * colour[0]! + 0.6 * colour[1]! + 0.1 * colour[2]!;
        const dull = 0.05 + 0.4 * Math.min(grey, 0.8);
        mix(colour, dull * 0.98, dull, dull * 1.03, 0.75 * cover);
      };
    }
    case 'scratch': {
      const lines = Array.from({ length: 1 + Math.round(4 * strength) }, () => {
        const angle = random.between(0, Math.PI);
        return {
          x: random.between(-halfWidth, halfWidth),
          y: random.between(0.5, 7.5),
          dx: Math.cos(angle),
          dy: Math.sin(angle),
          half: random.between(0.6, 3.5),
          width: random.between(0.02, 0.07),
          shine: random.chance(0.6) ? random.between(1.3, 2.4) : random.between(0.45, 0.8),
        };
      });
      return (u, v, colour) => {
        for (const line of lines) {
          const along = (u - line.x) * line.dx + (v - line.y) * line.dy;
          if (Math.abs(along) > line.half) continue;
          const bend = 0.15 * Math.sin(along);
          const off = Math.abs((u - line.x) * -line.dy + (v - line.y) * line.dx - bend);
          if (off > line.width * 2) continue;
          const factor = 1 + (line.shine - 1) * (1 - off / (line.width * 2));
          for (let channel = 0; channel < 3; channel++) colour[channel]! *= factor;
        }
      };
    }
    case 'ink': {
      const ink = random.pick([
        [0.02, 0.03, 0.04],
        [0.03, 0.05, 0.3],
        [0.4, 0.03, 0.03],
        [0.75, 0.75, 0.7],
      ] as const);
      const y = random.chance(0.5) ? random.between(6, 8.5) : random.between(-0.5, 1.5);
      const x = random.between(-halfWidth, halfWidth);
      const half = random.between(0.3, 0.9) * (0.5 + strength);
      return (u, v, colour) => {
        const edge = 0.2 * fractalNoise(table, u * 2, v * 2, 3, 0.5);
        const off = Math.hypot((u - x) * 0.45, v - y) + edge;
        mix(colour, ink[0], ink[1], ink[2], 0.8 * smoothStep(half, half * 0.8, off));
      };
    }
    case 'splits': {
      const cracks = Array.from({ length: 1 + Math.round(2 * strength) }, () => ({
        u: random.between(-0.6, 0.6) * halfWidth,
        from: random.between(0.3, 3),
        to: random.between(4.5, 7.6),
        width: random.between(0.05, 0.16),
      }));
      return (u, v, colour) => {
        for (const crack of cracks) {
          if (v < crack.from || v > crack.to) continue;
          const taper = Math.min(1, (v - crack.from) * 1.5, (crack.to - v) * 1.5);
          const off = Math.abs(u - crack.u - 0.25 * fractalNoise(table, v * 0.8, crack.u * 7, 4, 0.6));
          const dark = smoothStep(crack.width * taper, crack.width * taper * 0.4, off);
          for (let channel = 0; channel < 3; channel++) colour[channel]! *= 1 - 0.85 * dark;
        }
      };
    }
    case 'glare': {
      // A lamp mirrored by a wet or smooth patch: light is added, not colour changed.
      const x = random.between(-halfWidth, halfWidth);
      const y = random.between(0, 8);
      const inverse = 1 / random.between(0.8, 2.4);
      const gain = 0.6 + 2 * strength;
      return (u, v, colour) => {
        const squared = ((u - x) * (u - x) + 0.5 * (v - y) * (v - y)) * inverse * inverse;
        if (squared > 9) return;
        const weight = gain * Math.exp(-squared);
        const mean = (colour[0]! + colour[1]! + colour[2]!) / 3;
        for (let channel = 0; channel < 3; channel++)
          colour[channel]! += weight * (0.5 * colour[channel]! + 0.5 * mean);
      };
    }
    case 'dust': {
      return (u, v, colour) => {
        const speck = gradientNoise(table, u * 5, v * 5);
        if (speck > 0.95 - 0.25 * strength) mix(colour, 0.55, 0.53, 0.5, 0.6);
      };
    }
  }
}

function mix(colour: Float64Array, red: number, green: number, blue: number, weight: number): void {
  colour[0]! += weight * (red - colour[0]!);
  colour[1]! += weight * (green - colour[1]!);
  colour[2]! += weight * (blue - colour[2]!);
}
